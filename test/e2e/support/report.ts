import {globSync} from 'node:fs';
import path from 'node:path';

const ROOT = path.join(import.meta.dirname, '../../..');

/** Path of the report that the built-in dossier was drawn from; not part of the repository. */
export const [report] = globSync('../shared/article/*.txt', {cwd: ROOT}).map(file =>
	path.join(ROOT, file),
);
