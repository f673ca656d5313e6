import {quotedIn} from './quoted-spans.ts';
import type {ArticleSource, Dossier} from './schema.ts';
import {searchableArticle} from './searchable-article.ts';
import {type Proof, type ProofProgress, prove, type SearchedArticle, standingIn} from './verify.ts';

export interface BestProof {
	readonly source: ArticleSource;
	readonly proof: Proof;
}

/** What a quote that stands so is worth for a source. */
const WORTH = {verbatim: 2, typography: 2, elsewhere: 1, other: 0} as const;

/** The source that has most of its quotes in the article, then about as many paragraphs, then the first. */
function* bestOf(
	dossier: Dossier,
	sources: readonly ArticleSource[],
	paragraphs: readonly string[],
): Generator<ProofProgress, ArticleSource | undefined> {
	const searched: SearchedArticle = {
		article: searchableArticle(paragraphs),
		spans: quotedIn(paragraphs).spans,
	};
	const scores = new Map(sources.map(({id}) => [id, 0]));
	for (const [at, quote] of dossier.quotes.entries()) {
		yield {done: Math.floor(at / 2), of: dossier.quotes.length};
		for (const id of new Set(quote.evidence.map(({source}) => source))) {
			const score = scores.get(id);
			const found = score === undefined ? undefined : standingIn(quote, id, searched);
			scores.set(id, (score ?? 0) + (found === undefined ? 0 : WORTH[found.standing.type]));
		}
	}

	const lengthGap = (source: ArticleSource): number =>
		Math.abs(paragraphs.length - source.paragraphs);
	const [best] = sources.toSorted(
		(a, b) => (scores.get(b.id) ?? 0) - (scores.get(a.id) ?? 0) || lengthGap(a) - lengthGap(b),
	);
	return best;
}

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
	const isChoice = sources.length > 1;
	const source = isChoice ? yield* bestOf(dossier, sources, paragraphs) : sources[0];
	if (source === undefined) {
		return undefined;
	}

	const steps = prove(dossier, source, paragraphs);
	for (let step = steps.next(); ; step = steps.next()) {
		if (step.done === true) {
			return {source, proof: step.value};
		}

		const {done, of} = step.value;
		// Each quote was looked at once already.
		yield {done: isChoice ? Math.floor((of + done) / 2) : done, of};
	}
}
