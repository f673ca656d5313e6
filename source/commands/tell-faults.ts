import {visibleText} from '../terminal/visible-text.ts';
import type {Host} from './host.ts';

/** Says on stderr what is wrong with the settings and was left out. */
export const tellFaults = (host: Pick<Host, 'stderr'>, faults: readonly string[]): void => {
	for (const fault of faults) {
		host.stderr.write(`libya-tui: ${visibleText(fault)}\n`);
	}
};

/** The same for the one row that a screen has for it. */
export const faultsInShort = ([first, ...more]: readonly string[]): string | undefined =>
	first === undefined
		? undefined
		: visibleText(
				`${first.replace(/^.*(?=config\.json)/u, '')}${more.length === 0 ? '' : ` (and ${more.length} more)`}`,
			);
