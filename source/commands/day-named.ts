import {isDay} from '../dossier/days.ts';
import type {Dossier, IsoDay} from '../dossier/schema.ts';
import {Failure} from './failure.ts';

/**
A day that a dossier tells of.

@throws {Failure} With exit code 2: it is no day, or outside of the dossier.
*/
export const dayNamed = ({span}: Dossier, day: string): IsoDay => {
	if (!isDay(day)) {
		throw new Failure(`${day} is not a day; write it as ${span.last}.`, 2);
	}

	if (day < span.first || day > span.last) {
		throw new Failure(
			`${day} is outside of this dossier, which tells of ${span.first} to ${span.last}.`,
			2,
		);
	}

	return day;
};
