// The package ships no types; only what this program uses is declared.
declare module 'edtf' {
	/** @throws {Error} The text is not EDTF. */
	const edtf: (text: string) => {
		/** First and last instant in ms since 1970, UTC. */
		readonly min: number;
		readonly max: number;
	};
	export default edtf;
}
