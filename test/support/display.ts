import anyAscii from 'any-ascii';
import {catalogOf} from '../../source/dossier/catalog.ts';
import {edtfBounds} from '../../source/dossier/edtf-bounds.ts';
import type {Dossier} from '../../source/dossier/schema.ts';
import {withTexts} from '../../source/dossier/with-texts.ts';
import type {Keymap} from '../../source/state/binding.ts';
import {KEYMAP} from '../../source/state/keymap.ts';
import {asciiTextWith} from '../../source/terminal/ascii-text.ts';
import type {Capabilities} from '../../source/terminal/capabilities.ts';
import {glyphsOf} from '../../source/terminal/glyphs.ts';
import {THEMES} from '../../source/terminal/theme.ts';
import {visibleText} from '../../source/terminal/visible-text.ts';
import type {ArticleText, Display} from '../../source/ui/display.ts';
import {createAtlas} from '../../source/ui/map/atlas.ts';
import type {Coast} from '../../source/ui/map/coast.ts';
import {createLazyAtlas} from '../../source/ui/map/lazy-atlas.ts';

export interface DisplayOptions {
	readonly charset?: Capabilities['charset'];
	/** Absent: the keys as the program comes. */
	readonly keymap?: Keymap;
	readonly article?: ArticleText | undefined;
	/** In place of the charset's own way of writing a text. */
	readonly present?: (text: string) => string;
	/** In place of the coast of the Earth. */
	readonly coast?: Coast;
}

/** What a session shows a dossier with, as `open` puts it together. */
export const aDisplay = (
	dossier: Dossier,
	{charset = 'unicode', keymap = KEYMAP, article, present, coast}: DisplayOptions = {},
): Display => ({
	// As is done with a document from outside.
	catalog: catalogOf(withTexts(dossier, visibleText), edtfBounds),
	keymap,
	glyphs: glyphsOf(charset),
	theme: THEMES.terminal,
	present: present ?? (charset === 'ascii' ? asciiTextWith(anyAscii) : text => text),
	article,
	canvas: charset === 'ascii' ? 'ascii' : 'braille',
	atlas: coast === undefined ? createLazyAtlas() : createLazyAtlas(async () => createAtlas(coast)),
});
