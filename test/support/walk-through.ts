/** A fenced block of the README's walk-through. */
export interface Block {
	readonly language: string;
	readonly text: string;
}

const PART = /<!-- walk-through: .*? -->\n(?<part>.*?)<!-- \/walk-through -->/su;

/**
The fenced blocks of a README's walk-through, in order.

@throws {Error} It has no walk-through.
*/
export const walkThroughOf = (readme: string): readonly Block[] => {
	const part = PART.exec(readme)?.groups?.part;
	if (part === undefined) {
		throw new Error('README.md lacks the comments that begin and end its walk-through');
	}

	return Array.from(
		part.matchAll(/^```(?<language>\w+)\n(?<text>.*?)^```$/gmsu),
		({groups: {language = '', text = ''} = {}}) => ({language, text}),
	);
};

/** Lines that a reader is told to expect, each as a comment under its command. */
export const promisedBy = ({text}: Block): readonly string[] =>
	Array.from(text.matchAll(/^# (.*)$/gm), ([, line = '']) => line);

/** The dossier after each step: the first block is whole, those after it hold keys that go into it. */
export const stepsOf = (blocks: readonly Block[]): readonly Readonly<Record<string, unknown>>[] => {
	const steps: Record<string, unknown>[] = [];
	for (const {language, text} of blocks) {
		if (language === 'json') {
			const before = steps.at(-1);
			steps.push(before === undefined ? JSON.parse(text) : {...before, ...JSON.parse(`{${text}}`)});
		}
	}

	return steps;
};
