import type {Catalog} from '../dossier/catalog.ts';
import type {Binding, Keymap, Mode} from './binding.ts';
import type {State} from './state.ts';

export interface KeyHint {
	readonly chords: readonly string[];
	readonly label: string;
}

/**
What the footer offers in a mode, in the keymap's order: as many hints as fit, the most wanted
being the last to go.

@param width - Cells that a hint takes, the gap before it included.
@param now - Absent: only what is offered whatever the state.
*/
export const keyHints = (
	mode: Mode,
	columns: number,
	width: (hint: KeyHint) => number,
	keymap: Keymap,
	now?: {readonly state: State; readonly catalog: Catalog},
): readonly KeyHint[] => {
	const firstOf = (id: string): readonly string[] =>
		keymap.find(binding => binding.id === id)?.chords.slice(0, 1) ?? [];
	const offered = keymap.flatMap(({id, hint, hintWhile, modes}) =>
		[
			hint,
			now !== undefined && hintWhile?.holds(now.state, now.catalog) ? hintWhile : undefined,
		].flatMap(given =>
			given !== undefined && (given.modes ?? modes).includes(mode)
				? [
						{
							rank: given.rank,
							label: given.label,
							chords: (given.keysOf ?? [id]).flatMap(firstOf),
						},
					]
				: [],
		),
	);
	const kept = new Set<KeyHint>();
	let room = columns;
	for (const hint of offered.toSorted((a, b) => a.rank - b.rank)) {
		room -= width(hint);
		if (room < 0) {
			break;
		}

		kept.add(hint);
	}

	return offered.filter(hint => kept.has(hint));
};

export interface KeyGroup {
	readonly group: Binding['group'];
	readonly bindings: readonly Binding[];
}

/** The keymap by groups, in order; groups without a binding that passes are left out. */
export const keyGroups = (
	keymap: Keymap,
	passes: (binding: Binding) => boolean,
): readonly KeyGroup[] => {
	const groups = new Map<Binding['group'], Binding[]>();
	for (const binding of keymap) {
		if (passes(binding)) {
			groups.set(binding.group, [...(groups.get(binding.group) ?? []), binding]);
		}
	}

	return [...groups].map(([group, bindings]) => ({group, bindings}));
};
