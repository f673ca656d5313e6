import type {Control} from './schema.ts';

/** Who holds the road between two towns, or that the front lies there. */
export type RoadStretch = 'government' | 'opposition' | 'front';

/** What lies between two towns next to each other on a road, by who holds them. */
export const roadStretch = (
	a: Control['state'] | undefined,
	b: Control['state'] | undefined,
): RoadStretch => (a === b && (a === 'government' || a === 'opposition') ? a : 'front');
