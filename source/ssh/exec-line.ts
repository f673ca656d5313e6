export const execWords = (
	line: string,
): {ok: true; words: readonly string[]} | {ok: false; fault: string} => ({
	ok: true,
	words: line.split(/\s+/).filter(Boolean),
});
