import {expect, test} from 'vitest';
import {citation} from '../../source/dossier/citation.ts';
import {aDossier, anArticle, at} from '../support/dossier.ts';

test('a citation names each paragraph once, in order', () => {
	expect(citation(aDossier(), [at(8), at(5), at(8, 40), at(11)])).toBe('¶ 5, 8, 11');
	expect(citation(aDossier(), [])).toBe('');
});

test('where there are two articles it also names the article', () => {
	const dossier = aDossier([anArticle(), anArticle({id: 'source:evening-post'})]);
	const evening = {...at(2), source: 'source:evening-post' as const};
	expect(citation(dossier, [at(8), evening, at(3)])).toBe('report ¶ 3, 8; evening-post ¶ 2');
});
