import type {Control} from '../../dossier/schema.ts';
import {element, type Markup, plain, together} from './markup.ts';

/** Half of what a sign is wide and high. */
export const SIGN_REACH = 5;

const square = (given: Readonly<Record<string, string | number>>): Markup =>
	element('rect', {
		x: -SIGN_REACH,
		y: -SIGN_REACH,
		width: 2 * SIGN_REACH,
		height: 2 * SIGN_REACH,
		...given,
	});

const question = (look: string): Markup =>
	together([
		element('circle', {r: SIGN_REACH + 1, class: 'sign-ground'}),
		element('text', {class: `sign-words ${look}`, y: 5, 'text-anchor': 'middle'}, plain('?')),
	]);

/**
The sign for who holds a town, round the origin: the same forms as in the dashboard, so that nothing is
told by colour alone.

@param state - `null`: not stated.
*/
export const controlSign = (state: Control['state'] | null): Markup => {
	switch (state) {
		case 'government':
			return square({class: 'government filled'});
		case 'opposition':
			return square({class: 'opposition hollow'});
		case 'contested':
			return together([
				square({class: 'contested hollow'}),
				element('rect', {
					class: 'contested filled',
					x: -SIGN_REACH,
					y: -SIGN_REACH,
					width: SIGN_REACH,
					height: 2 * SIGN_REACH,
				}),
			]);
		case 'abandoned':
			return together([
				element('circle', {r: SIGN_REACH, class: 'sign-ground'}),
				element('circle', {r: 2.5, class: 'abandoned filled'}),
			]);
		case 'unknown':
			return question('unknown');
		case null:
			return question('unstated');
	}
};

/** A sign within a line of text; the words beside it say the same. */
export const inlineSign = (sign: Markup): Markup =>
	element(
		'svg',
		{class: 'sign', viewBox: '-7 -7 14 14', width: 14, height: 14, 'aria-hidden': 'true'},
		sign,
	);
