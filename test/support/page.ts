import {type DefaultTreeAdapterTypes, parse} from 'parse5';

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

/** An element of a page with those it stands in. */
export interface PageElement {
	readonly name: string;
	readonly attributes: Readonly<Record<string, string>>;
	readonly text: string;
	/** Names of the elements round it, the nearest last. */
	readonly within: readonly PageElement[];
}

export interface ParsedPage {
	/** Codes of what is wrong with it as HTML. */
	readonly faults: readonly string[];
	/** In the order of the page. */
	readonly elements: readonly PageElement[];
	/** Runs of text, each with the elements round it. */
	readonly texts: readonly {readonly text: string; readonly within: readonly PageElement[]}[];
}

const isElement = (node: Node): node is Element => 'tagName' in node;

const textOf = (node: Node): string =>
	'value' in node ? node.value : 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';

/** A page as a browser reads it. */
export const parsePage = (html: string): ParsedPage => {
	const faults: string[] = [];
	const elements: PageElement[] = [];
	const texts: ParsedPage['texts'][number][] = [];
	const walk = (node: Node, within: readonly PageElement[]): void => {
		if (node.nodeName === '#text') {
			texts.push({text: textOf(node), within});
		}

		if (!isElement(node)) {
			for (const child of 'childNodes' in node ? node.childNodes : []) {
				walk(child, within);
			}

			return;
		}

		const element: PageElement = {
			name: node.tagName,
			attributes: Object.fromEntries(node.attrs.map(({name, value}) => [name, value])),
			text: textOf(node),
			within,
		};
		elements.push(element);
		for (const child of node.childNodes) {
			walk(child, [...within, element]);
		}
	};

	walk(
		parse(html, {sourceCodeLocationInfo: true, onParseError: ({code}) => faults.push(code)}),
		[],
	);
	return {faults, elements, texts};
};
