import type {Source} from '../../dossier/schema.ts';

/** A title is short up to so many characters. */
const SHORT = 36;

const words = new Intl.Segmenter('en', {granularity: 'word'});

/** The first words of a title, and an ellipsis for the rest. */
const shortened = (title: string): string => {
	if (title.length <= SHORT) {
		return title;
	}

	let short = '';
	for (const {segment} of words.segment(title.slice(0, 4 * SHORT))) {
		if (short !== '' && short.length + segment.length > SHORT) {
			break;
		}

		short += segment;
	}

	return `${short.replace(/[\s\p{P}]+$/u, '')}…`;
};

/** How sources are called once they have been called by their whole title: no two alike. */
export const shortTitles = (
	sources: readonly Source[],
): ((id: Source['id']) => string | undefined) => {
	const short = new Map(sources.map(({id, title}) => [id, shortened(title)]));
	const uses = new Map<string, number>();
	for (const title of short.values()) {
		uses.set(title, (uses.get(title) ?? 0) + 1);
	}

	const whole = new Map(sources.map(({id, title}) => [id, title]));
	return id => {
		const title = short.get(id);
		return title !== undefined && uses.get(title) === 1 ? title : whole.get(id);
	};
};
