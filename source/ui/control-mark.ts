import type {Control, Side} from '../dossier/schema.ts';
import type {Glyphs} from '../terminal/glyphs.ts';
import type {Look, Theme} from '../terminal/theme.ts';

type Mark = 'filled' | 'hollow' | 'halved' | 'faint' | 'unsure';

const MARKS: Record<Control['state'], Mark> = {
	government: 'filled',
	opposition: 'hollow',
	contested: 'halved',
	abandoned: 'faint',
	unknown: 'unsure',
};

export const controlGlyph = (glyphs: Glyphs, state: Control['state']): string =>
	glyphs[MARKS[state]];

export const controlLook = (theme: Theme, state: Control['state']): Look => {
	const mark = MARKS[state];
	return mark === 'unsure' ? theme.faint : theme[mark];
};

/** The look of a side, the same as of what that side holds. */
export const sideLook = (theme: Theme, side: Side): Look => {
	switch (side) {
		case 'government':
			return theme.filled;
		case 'opposition':
			return theme.hollow;
		case 'coalition':
			return theme.third;
		case 'international':
		case 'civilian':
			return theme.plain;
		case 'none':
		case 'unknown':
			return theme.faint;
	}
};
