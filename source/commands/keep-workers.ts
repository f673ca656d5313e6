import cluster, {type Worker} from 'node:cluster';
import type {LogOutput} from '../ssh/log-output.ts';
import type {ServerLog} from '../ssh/server-log.ts';
import {inWholeLines} from '../ssh/whole-lines.ts';
import type {ExitCode} from './host.ts';
import {type Pulse, watchPulse} from './watch-pulse.ts';
import type {PrimaryMessage, ToServe, WorkerMessage} from './worker.ts';

/** Milliseconds before a worker that has died is replaced, at first and at the most. */
const SOON = 100;
const LATE = 30_000;

/** Milliseconds after which a worker is taken to be well. */
const WELL = 60_000;

/** Milliseconds that workers get to end, several times what it takes one that is there. */
const LAST_MOMENTS = 3000;

export interface WorkersOptions {
	readonly count: number;
	/** What they are to serve now. */
	readonly toServe: () => ToServe;
	/** Called once, when the first of them serves. */
	readonly onServing: () => void;
	readonly log: ServerLog;
	/** Where what they log goes. */
	readonly output: Pick<LogOutput, 'write'>;
}

/** Processes that serve at one port. */
export interface Workers {
	/** Gives all of them what is to be served now. */
	readonly giveAnew: () => void;
	readonly isOneServing: () => boolean;
	/** Ends them in order, and the second time by force. */
	readonly end: (code: ExitCode) => void;
	/** With what the server ends, once it has none any more and is to have none. */
	readonly ended: Promise<ExitCode>;
}

/**
Starts workers, and others in place of those that die: later each time when they die again and again. Where the
first of them dies before any has served, that is the end, as what keeps it from it keeps the others too.
*/
export const keepWorkers = ({count, toServe, onServing, log, output}: WorkersOptions): Workers => {
	const {promise: ended, resolve: finish} = Promise.withResolvers<ExitCode>();
	const retries = new Set<NodeJS.Timeout>();
	const workers = new Set<Worker>();
	/** Those that have been given what to serve, and are given what is to be served instead. */
	const given = new Set<Worker>();
	/** Those that serve. */
	const serving = new Set<Worker>();
	let hasServed = false;
	/** With what it is to end, once it is to. */
	let ending: ExitCode | undefined;
	let wait = SOON;

	const tell = (worker: Worker, message: PrimaryMessage): void => {
		// One that has died meanwhile tells of that itself.
		worker.send(message, () => {});
	};

	const give = (worker: Worker): void => tell(worker, {type: 'serve', ...toServe()});

	const signal = (name: NodeJS.Signals): void => {
		for (const {process} of workers) {
			process.kill(name);
		}
	};

	const onMessage = (worker: Worker, pulse: Pulse, {type}: Partial<WorkerMessage>): void => {
		switch (type) {
			case 'ready':
				given.add(worker);
				give(worker);
				break;
			case 'listening':
				serving.add(worker);
				if (!hasServed) {
					hasServed = true;
					onServing();
				}

				break;
			case 'here':
				pulse.answered();
				break;
		}
	};

	const end = (code: ExitCode): void => {
		for (const retry of retries) {
			clearTimeout(retry);
		}

		if (ending !== undefined) {
			signal('SIGKILL');
			return;
		}

		ending = code;
		log.info('shutdown', {});
		if (workers.size === 0) {
			finish(code);
			return;
		}

		signal('SIGTERM');
		setTimeout(() => signal('SIGKILL'), LAST_MOMENTS).unref();
	};

	const replace = (lived: number): number => {
		const after = lived > WELL ? SOON : wait;
		wait = Math.min(LATE, 2 * after);
		const retry = setTimeout(() => {
			retries.delete(retry);
			start();
		}, after);
		retries.add(retry);
		return after;
	};

	const start = (): void => {
		const began = performance.now();
		const worker: Worker = cluster.fork();
		const pulse = watchPulse(
			() => tell(worker, {type: 'there?'}),
			() => {
				log.error('worker-stands-still', {worker: worker.id});
				worker.process.kill('SIGKILL');
			},
		);
		const onEnd = (code: number | null, signal: string | null): void => {
			pulse.stop();
			given.delete(worker);
			serving.delete(worker);
			// Of one that could not be started it may be told twice.
			if (!workers.delete(worker)) {
				return;
			}

			if (ending !== undefined) {
				if (workers.size === 0) {
					finish(ending);
				}

				return;
			}

			const died = {worker: worker.id, code: code ?? undefined, signal: signal ?? undefined};
			if (hasServed) {
				log.error('worker-died', {...died, again: replace(performance.now() - began)});
			} else {
				log.error('worker-died', died);
				end(1);
			}
		};

		workers.add(worker);
		worker.on('message', message => onMessage(worker, pulse, message));
		worker.on('error', error => {
			log.error('worker-fault', {worker: worker.id, fault: error.message});
			// One that could not be started has no end to tell of.
			if (worker.process.pid === undefined) {
				onEnd(null, null);
			}
		});
		// Also what a worker says that cannot log any more, of want of memory for instance.
		const say = inWholeLines(output.write);
		worker.process.stderr?.on('data', say).once('end', () => say());
		// Not before all that it has said is there.
		worker.process.once('close', onEnd);
	};

	cluster.setupPrimary({
		// Bytes as they are, and not as text.
		serialization: 'advanced',
		// Each has a pipe of its own to log to: to one that several share a write may wait, in any of them.
		stdio: ['ignore', 'inherit', 'pipe', 'ipc'],
	});
	for (let number = 1; number <= count; number++) {
		start();
	}

	return {
		giveAnew: () => given.forEach(give),
		isOneServing: () => serving.size > 0,
		end,
		ended,
	};
};
