import type {Catalog} from '../dossier/catalog.ts';
import type {Keymap} from './binding.ts';
import type {State} from './state.ts';
import type {Viewport} from './viewport.ts';

/** What the reducer may look at besides the state. */
export interface Surroundings {
	readonly catalog: Catalog;
	readonly keymap: Keymap;
	/** How much fits on the screen while `state` is shown. */
	readonly measure: (state: State) => Viewport;
}
