import type {Service} from '../../../source/ssh/service.ts';
import {capabilitiesOf} from '../../../source/terminal/capabilities.ts';
import {aDisplay} from '../../support/display.ts';
import {aDossier, anActor} from '../../support/dossier.ts';

/** A small report that anybody can read, and a command that says nothing. */
export const aService = (changes: Partial<Service> = {}): Service => ({
	async prepare(environment) {
		const capabilities = capabilitiesOf(environment, {isAscii: false, isColourless: false});
		const dossier = aDossier(
			Array.from({length: 40}, (_, number) =>
				anActor({id: `actor:number-${number}`, name: `Actor of number ${number}`}),
			),
		);
		const display = aDisplay(dossier);
		return () => ({
			display,
			capabilities,
			style: capabilities.isAddressable ? 'screen' : 'spoken',
			clipboard: 'osc52',
		});
	},
	beginning: {},
	perform: async () => 0,
	nameOf: () => 'test',
	...changes,
});
