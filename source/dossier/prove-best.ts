import type {ArticleSource, Dossier} from './schema.ts';
import {type Proof, type ProofProgress, prove} from './verify.ts';

export interface BestProof {
	readonly source: ArticleSource;
	readonly proof: Proof;
}

const scoreOf = ({quotes, findings}: Proof): number =>
	2 * (quotes.verbatim + quotes.alike) +
	findings.filter(({code}) => code === 'quote-elsewhere').length;

const lengthGap = ({paragraphs: {found, stated}}: Proof): number => Math.abs(found - stated);

const isBetter = (proof: Proof, than: Proof): boolean => {
	const more = scoreOf(proof) - scoreOf(than);
	return more > 0 || (more === 0 && lengthGap(proof) < lengthGap(than));
};

/**
Proves a dossier against an article of which it is not known which of its sources it is: the one of
which most quotes stand in it, then the one that has about as many paragraphs, then the first.

@returns Nothing where there is no source to choose from.
*/
export function* proveBest(
	dossier: Dossier,
	sources: readonly ArticleSource[],
	paragraphs: readonly string[],
): Generator<ProofProgress, BestProof | undefined> {
	let best: BestProof | undefined;
	for (const [at, source] of sources.entries()) {
		const steps = prove(dossier, source, paragraphs);
		let step = steps.next();
		while (step.done !== true) {
			const {done, of} = step.value;
			yield {done: at * of + done, of: sources.length * of};
			step = steps.next();
		}

		if (best === undefined || isBetter(step.value, best.proof)) {
			best = {source, proof: step.value};
		}
	}

	return best;
}
