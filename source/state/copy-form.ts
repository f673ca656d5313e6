/** What is copied of a record: its words, where they stand, or that as an entry of a bibliography. */
export type CopyForm = 'text' | 'citation' | 'BibTeX' | 'CSL-JSON';

const CITATIONS: readonly CopyForm[] = ['citation', 'BibTeX', 'CSL-JSON'];

/** The form that `Y` copies next: first the citation, then the entries, and round again. */
export const citationAfter = (copied: CopyForm | undefined): CopyForm => {
	const at = copied === undefined ? -1 : CITATIONS.indexOf(copied);
	return CITATIONS[(at + 1) % CITATIONS.length] ?? 'citation';
};
