import type {Atlas} from './atlas.ts';

/**
What draws maps, fetched when a map is first wanted: projecting and the coast are large, and nothing
of them is needed for a screen without a map.
*/
export interface LazyAtlas {
	/** `undefined` until it has come. */
	readonly current: () => Atlas | undefined;
	/** Once is enough. */
	readonly load: () => Promise<void>;
}

/** @param create - In place of the atlas of the whole Earth. */
export const createLazyAtlas = (
	create: () => Promise<Atlas> = async () => (await import('./atlas.ts')).createAtlas(),
): LazyAtlas => {
	let atlas: Atlas | undefined;
	return {
		current: () => atlas,
		async load() {
			const created = await create();
			atlas ??= created;
		},
	};
};
