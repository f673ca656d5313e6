import {keysOf, type PlacedFault, pointerTo} from '../dossier/fault.ts';
import {visibleText} from '../terminal/visible-text.ts';
import {faultText} from './fault-list.ts';

/** So few are read one by one. */
const FEW = 20;

const MOST_GROUPS = 10;

// `/actors/12/name` with a star for 12, which is the same place in each record.
const patternOf = ({pointer}: PlacedFault): string =>
	pointerTo(keysOf(pointer).map(key => (/^\d+$/.test(key) ? '*' : key)));

/**
Where a great many faults come together, a line for each place in the format that has some, those with the
most first, so that whoever made one mistake in every record reads of one mistake. Of few faults nothing.
*/
export const faultGroups = (faults: readonly PlacedFault[]): readonly string[] => {
	if (faults.length <= FEW) {
		return [];
	}

	const groups = new Map<string, PlacedFault[]>();
	for (const fault of faults) {
		const pattern = patternOf(fault);
		const group = groups.get(pattern);
		if (group === undefined) {
			groups.set(pattern, [fault]);
		} else {
			group.push(fault);
		}
	}

	const sorted = [...groups].toSorted(([, a], [, b]) => b.length - a.length);
	const width = String(sorted[0]?.[1].length ?? 0).length;
	const lines = sorted
		.slice(0, MOST_GROUPS)
		.flatMap(([pattern, [first, ...others]]) =>
			first === undefined
				? []
				: [
						visibleText(
							`  ${String(others.length + 1).padStart(width)}  ${faultText({...first, pointer: pattern})}${others.length === 0 ? '' : `, first in line ${first.line}`}`,
						),
					],
		);
	const more = sorted.length - lines.length;
	return more > 0
		? [...lines, `  ${' '.repeat(width)}  and in ${more} more places of the format`]
		: lines;
};
