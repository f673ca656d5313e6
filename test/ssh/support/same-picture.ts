import {expect} from 'vitest';
import type {Screen} from '../../support/screen.ts';

/** The rows that differ between two screens, each as it is on the one and on the other. */
const differences = (one: Screen, other: Screen): readonly (readonly (string | undefined)[])[] => {
	const [ones, others] = [one.picture(), other.picture()];
	const rows = ones.length >= others.length ? ones : others;
	return rows.flatMap((_, row) => (ones[row] === others[row] ? [] : [[ones[row], others[row]]]));
};

/**
Waits until a screen looks as another does, cell for cell. What is the same already ends the wait at once, so one
of them has to show what is awaited.

@throws {Error} It took too long; the message has the rows that differ.
*/
export const samePicture = async (one: Screen, other: Screen): Promise<void> => {
	await expect.poll(() => differences(one, other), {timeout: 10_000, interval: 20}).toEqual([]);
};
