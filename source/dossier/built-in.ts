import data from '../../data/brega-2011-03-31.json' with {type: 'json'};
import type {Dossier} from './schema.ts';

/**
The dossier that the program carries. It is not validated on the way to the first frame: a test
proves that it passes `parseDossier` unchanged.
*/
export const builtInDossier = data as unknown as Dossier;
