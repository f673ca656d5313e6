import {isPlainText} from '../../source/terminal/simple-text.ts';

type Options = ConstructorParameters<typeof Intl.Segmenter>;
type Segment = Pick<Intl.SegmentData, 'segment' | 'index' | 'input'>;

interface Segments extends Iterable<Segment> {
	containing(at?: number): Segment | undefined;
}

// Not by its plain name, which the build turns into this class.
const Real = globalThis.Intl['Segmenter' as const];

/** Segments of a text of which every character stands for itself. */
const oneByOne = (input: string): Segments => {
	const segmentAt = (index: number): Segment | undefined => {
		const segment = input[index];
		return segment === undefined ? undefined : {segment, index, input};
	};

	return {
		containing: (at = 0) => segmentAt(Math.trunc(at)),
		*[Symbol.iterator]() {
			for (let index = 0; index < input.length; index++) {
				const segment = segmentAt(index);
				if (segment !== undefined) {
					yield segment;
				}
			}
		},
	};
};

/** `Intl.Segmenter`, made when a text first needs it. */
export class Segmenter {
	readonly #options: Options;
	#real: Intl.Segmenter | undefined;

	constructor(...options: Options) {
		this.#options = options;
	}

	segment(text: string): Segments {
		const granularity = this.#options[1]?.granularity ?? 'grapheme';
		if (granularity === 'grapheme' && isPlainText(text)) {
			return oneByOne(text);
		}

		this.#real ??= new Real(...this.#options);
		return this.#real.segment(text);
	}
}
