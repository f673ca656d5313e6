const BYTE_ORDER_MARK = '\u{FEFF}';

/**
A text as its file may have been before an editor or a mail program changed what shows nowhere: with the
line ends of each system, with and without a last one, with and without a byte order mark. The likeliest
come first.
*/
export function* sameTexts(text: string): Generator<string> {
	const lines = text
		.slice(text.startsWith(BYTE_ORDER_MARK) ? 1 : 0)
		.replaceAll(/\r\n?/g, '\n')
		.replace(/\n$/, '');
	for (const end of ['\n', '\r\n', '\r']) {
		const body = lines.replaceAll('\n', end);
		for (const mark of ['', BYTE_ORDER_MARK]) {
			yield `${mark}${body}${end}`;
			yield `${mark}${body}`;
		}
	}
}
