import {type Binding, type Keymap, type Mode, TYPING} from './binding.ts';
import {chordNamed, isTyped} from './chord.ts';

/** Keys by the id of what they do; they take the place of all that it had. */
export type KeyChanges = Readonly<Record<string, readonly string[]>>;

/** Why a change is not made. */
export interface KeyFault {
	/** As it was given. */
	readonly id: string;
	readonly message: string;
}

export interface ChangedKeymap {
	readonly keymap: Keymap;
	/** Of the changes that are left out: what they were to change has the keys that it had. */
	readonly faults: readonly KeyFault[];
}

/** What leaves the program whatever else is set. */
const FIXED = 'interrupt';

const typingMode = ({modes}: Binding): Mode | undefined =>
	TYPING.find(mode => modes.includes(mode));

const refusal = (binding: Binding | undefined, keys: readonly string[]): string | undefined => {
	if (binding === undefined) {
		return 'nothing goes by that id';
	}

	if (binding.id === FIXED) {
		return `its key stays ${binding.chords[0]}, so that there is always a way out`;
	}

	if (keys.length === 0) {
		return 'should name at least one key';
	}

	const unknown = keys.find(key => chordNamed(key) === undefined);
	if (unknown !== undefined) {
		return `${JSON.stringify(unknown)} is no key; one is a character, or a name such as ctrl-d, up, return or f1`;
	}

	const names = keys.map(chordNamed);
	const twice = names.find((name, at) => names.indexOf(name) !== at);
	if (twice !== undefined) {
		return `names ${twice} twice`;
	}

	const mode = typingMode(binding);
	const typed = keys.find(key => isTyped(chordNamed(key) ?? ''));
	return mode !== undefined && typed !== undefined
		? `${JSON.stringify(typed)} is typed in ${mode}, where this works too; it needs a key such as ctrl-d or up`
		: undefined;
};

/** A change whose key another binding has in a mode of both. */
const clashIn = (keymap: Keymap, changed: ReadonlySet<string>): KeyFault | undefined => {
	for (const {id, chords, modes} of keymap.filter(binding => changed.has(binding.id))) {
		for (const other of keymap.filter(binding => binding.id !== id)) {
			const chord = chords.find(key => other.chords.includes(key));
			const mode = modes.find(one => other.modes.includes(one));
			if (chord !== undefined && mode !== undefined) {
				return {
					id,
					message: `${chord} is the key of ${other.id} in ${mode}; that one needs another key first`,
				};
			}
		}
	}

	return undefined;
};

/**
A keymap with other keys. No key means two things in a mode: a change that would make one do so is left
out, and named.
*/
export const changedKeymap = (keymap: Keymap, changes: KeyChanges): ChangedKeymap => {
	const faults: KeyFault[] = [];
	const accepted = new Map<string, readonly string[]>();
	for (const [id, keys] of Object.entries(changes)) {
		const message = refusal(
			keymap.find(binding => binding.id === id),
			keys,
		);
		if (message === undefined) {
			accepted.set(
				id,
				keys.map(key => chordNamed(key) ?? key),
			);
		} else {
			faults.push({id, message});
		}
	}

	for (;;) {
		const changed = keymap.map(
			(binding): Binding => ({...binding, chords: accepted.get(binding.id) ?? binding.chords}),
		);
		const clash = clashIn(changed, new Set(accepted.keys()));
		if (clash === undefined) {
			return {keymap: changed, faults};
		}

		// What was to have its key may clash in its turn, with the keys that it has again.
		accepted.delete(clash.id);
		faults.push(clash);
	}
};
