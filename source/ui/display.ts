import {createContext, useContext} from 'react';
import type {Catalog} from '../dossier/catalog.ts';
import type {ArticleSource} from '../dossier/schema.ts';
import type {Keymap} from '../state/binding.ts';
import type {CanvasStyle} from '../terminal/canvas.ts';
import type {Glyphs} from '../terminal/glyphs.ts';
import type {Theme} from '../terminal/theme.ts';
import type {LazyAtlas} from './map/lazy-atlas.ts';

/** The text of an article that the reader has at hand. */
export interface ArticleText {
	readonly source: ArticleSource['id'];
	/** In order, as `paragraphsOf` gives them. */
	readonly paragraphs: readonly string[];
}

/** What a session shows and with what; the same from its first frame to its last. */
export interface Display {
	readonly catalog: Catalog;
	readonly keymap: Keymap;
	readonly glyphs: Glyphs;
	readonly theme: Theme;
	/** A text as this terminal can write it. Everything that is drawn goes through it once. */
	readonly present: (text: string) => string;
	readonly article: ArticleText | undefined;
	/** What lines of maps are drawn with. */
	readonly canvas: CanvasStyle;
	readonly atlas: LazyAtlas;
}

const Context = createContext<Display | undefined>(undefined);

export const DisplayProvider = Context.Provider;

export const useDisplay = (): Display => {
	const display = useContext(Context);
	if (display === undefined) {
		throw new Error('A pane was drawn outside of a DisplayProvider');
	}

	return display;
};
