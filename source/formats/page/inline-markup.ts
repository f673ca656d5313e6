import type {Piece, Pieces} from '../brief/piece.ts';
import {element, foreign, type Markup, plain, together} from './markup.ts';

interface InlineOptions {
	/** What holds the pieces takes its direction from them, so the dossier's text in it does not stand apart. */
	readonly isWhole: boolean;
}

const pieceMarkup = (piece: Piece, {isWhole}: InlineOptions): Markup => {
	switch (piece.kind) {
		case 'words':
			return plain(piece.text);
		case 'data': {
			const text = foreign(piece.text);
			const apart = isWhole ? text : element('bdi', {}, text);
			return piece.isStrong ? element('strong', {}, apart) : apart;
		}

		case 'address':
			return element('bdi', {}, foreign(piece.url));
		case 'note':
			return element(
				'sup',
				{},
				element(
					'a',
					{
						id: `ref-${piece.note}-${piece.use}`,
						href: `#note-${piece.note}`,
						role: 'doc-noteref',
						'aria-label': `Note ${piece.note}`,
					},
					plain(String(piece.note)),
				),
			);
	}
};

/** Pieces as a run of text; that of the dossier stands in an order of its own, whichever way it is read. */
export const inlineMarkup = (pieces: Pieces, options: InlineOptions = {isWhole: false}): Markup =>
	together(pieces.map(piece => pieceMarkup(piece, options)));
