export const readDuration = (text: string): number =>
	Number.parseInt(text, 10) * (text.endsWith('m') ? 60_000 : 1000);
