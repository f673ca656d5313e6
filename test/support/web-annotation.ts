/*
What the Web Annotation Data Model (W3C Recommendation of 23 February 2017) says must be, of as much of it
as an export uses: sections 3.1 to 3.3.5, 4.1, 4.2 and 5.
*/

type Json = Readonly<Record<string, unknown>>;

const CONTEXT = 'http://www.w3.org/ns/anno.jsonld';

const MOTIVATIONS = [
	'assessing',
	'bookmarking',
	'classifying',
	'commenting',
	'describing',
	'editing',
	'highlighting',
	'identifying',
	'linking',
	'moderating',
	'questioning',
	'replying',
	'tagging',
];

const listOf = (value: unknown): readonly unknown[] => {
	if (value === undefined) {
		return [];
	}

	return Array.isArray(value) ? value : [value];
};

const isIri = (value: unknown): value is string =>
	typeof value === 'string' && URL.canParse(value) && !/[\s<>"{}|\\^`]/u.test(value);

const isWhole = (value: unknown): value is number =>
	Number.isSafeInteger(value) && Number(value) >= 0;

const isTextOrNone = (value: unknown): boolean => value === undefined || typeof value === 'string';

const selectorFaults = (selector: Json): readonly string[] => {
	const refinements = listOf(selector.refinedBy).flatMap(each => selectorFaults(each as Json));
	switch (selector.type) {
		case 'FragmentSelector':
			return [
				...(typeof selector.value === 'string' ? [] : ['a FragmentSelector has exactly one value']),
				...refinements,
			];
		case 'TextPositionSelector':
			return isWhole(selector.start) && isWhole(selector.end) && selector.start <= selector.end
				? refinements
				: ['a TextPositionSelector has one start and one end, neither negative'];
		case 'TextQuoteSelector':
			return typeof selector.exact === 'string' &&
				isTextOrNone(selector.prefix) &&
				isTextOrNone(selector.suffix)
				? refinements
				: ['a TextQuoteSelector has one exact, at most one prefix and one suffix'];
		default:
			return [`${selector.type} is no selector used here`];
	}
};

const bodyFaults = (body: Json): readonly string[] => [
	...(body.type === 'TextualBody' ? [] : ['an embedded text is a TextualBody']),
	...(typeof body.value === 'string' ? [] : ['a TextualBody has exactly one value']),
	...(isTextOrNone(body.format) ? [] : ['a format is one text']),
	...(listOf(body.purpose).every(purpose => MOTIVATIONS.includes(String(purpose)))
		? []
		: ['a purpose is one of the motivations']),
];

const targetFaults = (target: Json): readonly string[] => [
	...(isIri(target.source) ? [] : ['a specific resource has exactly one source']),
	...listOf(target.selector).flatMap(selector => selectorFaults(selector as Json)),
];

const annotationFaults = (annotation: Json): readonly string[] => [
	...(annotation['@context'] === CONTEXT ? [] : ['an annotation has the context']),
	...(isIri(annotation.id) ? [] : ['an annotation has exactly one IRI']),
	...(annotation.type === 'Annotation' ? [] : ['an annotation is an Annotation']),
	...(listOf(annotation.target).length > 0 ? [] : ['an annotation has a target']),
	...(listOf(annotation.motivation).every(each => MOTIVATIONS.includes(String(each)))
		? []
		: ['a motivation is one of those of the vocabulary']),
	...listOf(annotation.body).flatMap(body => bodyFaults(body as Json)),
	...listOf(annotation.target).flatMap(target => targetFaults(target as Json)),
];

const pageFaults = (page: Json): readonly string[] => [
	...(isIri(page.id) ? [] : ['a page has exactly one IRI']),
	...(page.type === 'AnnotationPage' ? [] : ['a page is an AnnotationPage']),
	...(listOf(page.items).length > 0 ? [] : ['a page has one annotation or more']),
	...(page.startIndex === undefined || isWhole(page.startIndex) ? [] : ['a start index is whole']),
	...listOf(page.items).flatMap(item => annotationFaults(item as Json)),
];

/** What a collection with its one page embedded gets wrong; empty when it is one. */
export const collectionFaults = (collection: Json): readonly string[] => {
	const items = listOf((collection.first as Json | undefined)?.items);
	const ids = items.map(item => (item as Json).id);
	return [
		...(collection['@context'] === CONTEXT ? [] : ['a collection has the context']),
		...(isIri(collection.id) ? [] : ['a collection has exactly one IRI']),
		...(collection.type === 'AnnotationCollection' ? [] : ['it is an AnnotationCollection']),
		...(collection.total === items.length ? [] : ['the total is that of the annotations']),
		...(new Set(ids).size === ids.length ? [] : ['no two annotations are one']),
		...(collection.first === undefined ? [] : pageFaults(collection.first as Json)),
	];
};
