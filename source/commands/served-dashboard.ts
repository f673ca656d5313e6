import type {Service} from '../ssh/service.ts';
import {capabilitiesOf} from '../terminal/capabilities.ts';
import {clipboardOf} from '../terminal/clipboard.ts';
import {glyphsOf} from '../terminal/glyphs.ts';
import {THEMES} from '../terminal/theme.ts';
import type {Atlas} from '../ui/map/atlas.ts';
import type {Coast} from '../ui/map/coast.ts';
import {createLazyAtlas} from '../ui/map/lazy-atlas.ts';
import {answerAtOnce} from './answer-at-once.ts';
import type {CommandPool} from './command-pool.ts';
import {presenterFor} from './presenter.ts';
import {remoteNameOf} from './remote-name.ts';
import type {Served} from './served.ts';
import {settingsOf} from './settings.ts';
import {faultsInShort} from './tell-faults.ts';

/**
What readers and commands get over SSH.

@param served - As it is now.
@param pool - Where commands run.
*/
export const serviceOf = (served: () => Served, pool: CommandPool): Service => {
	// The coast is one for all readers: it is large. What is drawn of it is of one reader's terminal.
	let coast: Coast | undefined;
	const createReaderAtlas = async (): Promise<Atlas> => {
		const [{createAtlas}, {createCoast}] = await Promise.all([
			import('../ui/map/atlas.ts'),
			import('../ui/map/coast.ts'),
		]);
		coast ??= createCoast();
		return createAtlas(coast);
	};

	return {
		beginning: {},
		async prepare(environment) {
			const {theme, isAscii, isForScreenReader, keymap, faults} = settingsOf(environment);
			const capabilities = capabilitiesOf(environment, {isAscii, isColourless: false});
			const style = isForScreenReader || !capabilities.isAddressable ? 'spoken' : 'screen';
			const present = await presenterFor(capabilities.charset);
			const given = {
				keymap,
				// What is spoken has names for keys, not signs.
				glyphs: glyphsOf(style === 'spoken' ? 'ascii' : capabilities.charset),
				theme: THEMES[theme],
				present,
				canvas: capabilities.canvas,
			};
			const note = faultsInShort((await faults?.()) ?? []);
			return () => {
				const {catalogs, article} = served();
				return {
					display: {
						...given,
						catalog: catalogs.visible,
						article,
						atlas: createLazyAtlas(createReaderAtlas),
					},
					capabilities,
					style,
					clipboard: clipboardOf(environment),
					note,
				};
			};
		},
		perform: (process, words) =>
			answerAtOnce(process, words) ?? pool.perform(process, words, served().report),
		nameOf: remoteNameOf,
	};
};
