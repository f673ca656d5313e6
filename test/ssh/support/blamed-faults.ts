import process from 'node:process';
import type {SshServer} from '../../../source/ssh/ssh-server.ts';

const KINDS = ['uncaughtException', 'unhandledRejection'] as const;

type Listener = (...given: readonly unknown[]) => void;

/** Has a server in this process hear of its faults as it does in one of its own, and not who runs the tests. */
export const blamedFaults = ({blame}: Pick<SshServer, 'blame'>): Disposable => {
	const kept = KINDS.map(kind => [kind, process.listeners(kind as 'exit') as Listener[]] as const);
	const onFault = (error: unknown): void => void blame(error);
	for (const kind of KINDS) {
		process.removeAllListeners(kind);
		process.on(kind, onFault);
	}

	return {
		[Symbol.dispose]() {
			for (const [kind, listeners] of kept) {
				process.removeAllListeners(kind);
				for (const listener of listeners) {
					process.on(kind as 'exit', listener);
				}
			}
		},
	};
};
