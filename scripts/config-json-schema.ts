import {z} from 'zod';
import {configSchema} from '../source/commands/config-schema.ts';

/** The config's format as JSON Schema 2020-12, from its one definition. */
export const configJsonSchema = (): string => {
	const schema = z.toJSONSchema(configSchema, {target: 'draft-2020-12', io: 'input'});
	const titled = {
		...schema,
		$id: 'config.schema.json',
		title: 'A config of libya-tui',
		description: 'What a reader sets for every start.',
	};
	return `${JSON.stringify(titled, undefined, '\t')}\n`;
};
