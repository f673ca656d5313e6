import {z} from 'zod';
import {dossierSchema} from '../source/dossier/schema.ts';

/** The dossier format as JSON Schema 2020-12, from its one definition. */
export const dossierJsonSchema = (): string => {
	const schema = z.toJSONSchema(dossierSchema, {target: 'draft-2020-12', io: 'input'});
	const titled = {
		...schema,
		$id: 'dossier.schema.json',
		title: 'A dossier',
		description: 'One report as records, each with its evidence.',
	};
	return `${JSON.stringify(titled, undefined, '\t')}\n`;
};
