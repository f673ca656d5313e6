import {Writable} from 'node:stream';
import {type MessagePort, parentPort} from 'node:worker_threads';
import {catalogOf} from '../dossier/catalog.ts';
import type {RemoteProcess} from '../ssh/service.ts';
import type {FromThread, ServedReport, StreamName, ToThread} from './command-messages.ts';
import {Failure} from './failure.ts';
import type {ExitCode, Host} from './host.ts';
import {visibleCatalog} from './load-catalog.ts';
import {dossierIn, loadDossier} from './load-dossier.ts';
import {performRemotely} from './perform-remotely.ts';
import type {Served} from './served.ts';

type RunMessage = Extract<ToThread, {readonly type: 'run'}>;

const closed = (): Error => Object.assign(new Error('Nobody reads'), {code: 'EPIPE'});

/** Characters or bytes that are sent at once: seconds of a thin line. */
const PIECE = 16 * 1024;

/** Where the first piece ends; never within a character of two halves. */
const pieceEnd = (chunk: string | Uint8Array): number => {
	const last = typeof chunk === 'string' ? chunk.charCodeAt(PIECE - 1) : 0;
	return last >= 0xd8_00 && last < 0xdc_00 ? PIECE + 1 : PIECE;
};

/** What a command writes to in a thread: each piece is done when it has gone out of the process. */
class PortOutput extends Writable {
	readonly isTTY: boolean;
	readonly columns: number | undefined;
	readonly rows: number | undefined;
	readonly #port: MessagePort;
	readonly #stream: StreamName;
	#pending: ((error?: Error) => void) | undefined;
	/** What is still to go of the chunk that is on its way. */
	#rest: string | Uint8Array = '';

	constructor(port: MessagePort, stream: StreamName, terminal: RunMessage['terminal']) {
		super({decodeStrings: false});
		this.#port = port;
		this.#stream = stream;
		this.isTTY = terminal !== undefined;
		this.columns = terminal?.columns;
		this.rows = terminal?.rows;
		// Told to whoever writes, too; unheard it would end the thread.
		this.on('error', () => {});
	}

	override _write(
		chunk: string | Uint8Array,
		_encoding: BufferEncoding,
		callback: (error?: Error) => void,
	): void {
		this.#pending = callback;
		this.#rest = chunk;
		this.#send();
	}

	/** Sends a piece, so that no more than that waits for a reader where others read. */
	#send(): void {
		const end = pieceEnd(this.#rest);
		const chunk = this.#rest.slice(0, end);
		this.#rest = this.#rest.slice(end);
		const message: FromThread = {type: 'written', stream: this.#stream, chunk};
		this.#port.postMessage(message);
	}

	taken(isClosed: boolean): void {
		if (!isClosed && this.#rest.length > 0) {
			this.#send();
			return;
		}

		const pending = this.#pending;
		this.#pending = undefined;
		pending?.(isClosed ? closed() : undefined);
	}
}

/** Waits until all has gone that was written, or never will. */
const ended = (output: Writable): Promise<void> =>
	new Promise(resolve => {
		output.end(() => resolve());
	});

const servedOf = async (report: ServedReport): Promise<Served> => {
	const {bytes, article} = report;
	const {dossier, boundsOf} = await (bytes === undefined
		? loadDossier(undefined)
		: dossierIn(bytes.slice(), 'the report that is served'));
	const raw = catalogOf(dossier, boundsOf);
	return {catalogs: {raw, visible: visibleCatalog(raw)}, article, report};
};

/**
Runs commands of readers, one after another, aside of those who read: an export of a large report takes seconds.

@throws {Failure} This is no thread that was started for that.
*/
export const runCommandThread = (host: Host): Promise<ExitCode> => {
	const port = parentPort;
	if (port === null) {
		throw new Failure('There is no such command. libya-tui --help lists them.', 2);
	}

	let served: Promise<Served> | undefined;
	let outputs: Readonly<Record<StreamName, PortOutput>> | undefined;
	const tell = (message: FromThread): void => port.postMessage(message);

	const run = async ({words, environment, terminal}: RunMessage): Promise<void> => {
		const streams = {
			stdout: new PortOutput(port, 'stdout', terminal),
			stderr: new PortOutput(port, 'stderr', terminal),
		};
		outputs = streams;
		// Whoever interrupts a command ends the thread.
		const remote: RemoteProcess = {
			address: '',
			environment,
			...streams,
			interrupted: new AbortController().signal,
			giveUp: () => {},
		};
		try {
			served ??= servedOf({bytes: undefined, article: undefined});
			const code = await performRemotely(remote, words, await served, host);
			// What was written and not waited for is still on its way.
			await Promise.all([streams.stdout, streams.stderr].map(ended));
			tell({type: 'done', code});
		} catch (error) {
			tell({type: 'fault', fault: error instanceof Error ? (error.stack ?? '') : String(error)});
		}
	};

	port.on('message', (message: ToThread) => {
		switch (message.type) {
			case 'report':
				served = servedOf(message.report);
				break;
			case 'run':
				run(message);
				break;
			case 'taken':
				outputs?.[message.stream].taken(message.isClosed);
				break;
		}
	});
	return new Promise(() => {});
};
