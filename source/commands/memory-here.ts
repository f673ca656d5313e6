import {totalmem} from 'node:os';

/** Bytes that there are: in the machine, or for the unit or the container that the process runs in. */
export const memoryHere = ({
	constrainedMemory,
}: Pick<NodeJS.Process, 'constrainedMemory'>): number => {
	// Where nothing constrains it, it is 0 on some systems and enormous on others.
	const constrained = constrainedMemory();
	return constrained > 0 ? Math.min(totalmem(), constrained) : totalmem();
};
