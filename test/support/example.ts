import {join} from 'node:path';

const inData = (file: string): string => join(import.meta.dirname, '../../data', file);

/** Paths of the second dossier that comes with the program, and of the invented report it is drawn from. */
export const EXAMPLE = {
	dossier: inData('example-orrow-2017-10-13.json'),
	article: inData('example-orrow-2017-10-13.txt'),
} as const;
