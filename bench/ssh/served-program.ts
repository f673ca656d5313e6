import {type ChildProcess, spawn} from 'node:child_process';
import {once} from 'node:events';
import {get} from 'node:http';
import {createInterface} from 'node:readline';
import {text as readText} from 'node:stream/consumers';
import {type Living, livingIn} from '../../test/ssh/support/living.ts';
import type {Command} from '../program.ts';
import {type Usage, usageOfProcess} from '../usage.ts';
import {createAddresses} from './addresses.ts';

/** Milliseconds that it may take to listen. */
const START_LIMIT = 30_000;

/** More than any measurement asks for: what is measured is not how a server refuses. */
const LIMITS = ['--max-sessions', '20000', '--max-per-address', '20000', '--idle-timeout', '0'];

/** The server in a process of its own, which ends with the measurement. */
export class ServedProgram implements AsyncDisposable {
	readonly port: number;
	/** Where the next client comes from. */
	readonly nextAddress = createAddresses();
	/** Its exit code, or else the signal that ended it. */
	readonly ended: Promise<number | NodeJS.Signals | null>;

	readonly #child: ChildProcess;
	readonly #metricsPort: number;
	readonly #inspector: Promise<string>;

	private constructor(
		child: ChildProcess,
		ports: {readonly port: number; readonly metrics: number},
		inspector: Promise<string>,
	) {
		this.#child = child;
		this.port = ports.port;
		this.#metricsPort = ports.metrics;
		this.#inspector = inspector;
		this.ended = once(child, 'exit').then(([code, signal]) => code ?? signal);
	}

	/**
	Starts a server of the built-in report.

	@throws {Error} It ended, or took too long to listen. The message has what it said.
	*/
	static async start(
		[file, ...args]: Command,
		env: Readonly<Record<string, string>>,
	): Promise<ServedProgram> {
		const asked = ['serve', '--port', '0', '--metrics-port', '0', '--log-format', 'json'];
		const child = spawn(file, [...args, ...asked, ...LIMITS], {
			// The inspector is asked for by a signal, and costs nothing until then.
			env: {...env, NODE_OPTIONS: '--inspect-port=127.0.0.1:0'},
			stdio: ['ignore', 'ignore', 'pipe'],
		});
		// Also a measurement that is broken off leaves nothing running.
		const kill = (): void => {
			child.kill('SIGKILL');
		};
		process.once('exit', kill);
		child.once('exit', () => process.off('exit', kill));
		const said: string[] = [];
		const listening = Promise.withResolvers<{port: number; metrics: number}>();
		const inspector = Promise.withResolvers<string>();
		createInterface({input: child.stderr}).on('line', line => {
			const address = /^Debugger listening on (\S+)/.exec(line)?.[1];
			if (address !== undefined) {
				inspector.resolve(address);
			} else if (line.includes('"listening"')) {
				listening.resolve(JSON.parse(line) as {port: number; metrics: number});
			} else if (said.length < 20) {
				said.push(line);
			}
		});
		const fail = (how: string): void =>
			listening.reject(new Error(`${file} ${args.join(' ')} serve ${how}\n${said.join('\n')}`));
		const limit = setTimeout(() => fail('did not listen'), START_LIMIT);
		child.once('error', error => fail(error.message));
		child.once('exit', code => fail(`ended with ${code}`));
		try {
			return new ServedProgram(child, await listening.promise, inspector.promise);
		} catch (error) {
			kill();
			throw error;
		} finally {
			clearTimeout(limit);
		}
	}

	/** What it has taken up to now; `undefined` where there is no /proc. */
	usage(): Usage | undefined {
		try {
			return usageOfProcess(this.#child.pid ?? 0);
		} catch {
			return undefined;
		}
	}

	/** What lives in it once all that is left over has been collected. */
	async living(): Promise<Living> {
		this.#child.kill('SIGUSR1');
		return await livingIn(await this.#inspector);
	}

	/** One of the figures that it has for Prometheus, summed over its labels; 0 where there is none. */
	async figure(name: string, label = ''): Promise<number> {
		return (await this.#figures())
			.split('\n')
			.filter(line => line.startsWith(`${name} `) || line.startsWith(`${name}{`))
			.filter(line => line.includes(label))
			.reduce((sum, line) => sum + Number(line.slice(line.lastIndexOf(' '))), 0);
	}

	/** In one connection that is gone at once: what is left open would be counted with the readers'. */
	#figures(): Promise<string> {
		return new Promise((resolve, reject) => {
			get({port: this.#metricsPort, host: '127.0.0.1', path: '/metrics', agent: false}, answer =>
				readText(answer).then(resolve, reject),
			).once('error', reject);
		});
	}

	/** @returns Milliseconds to its end, and what it ended with. */
	async terminate(): Promise<{readonly after: number; readonly code: number | string | null}> {
		const began = performance.now();
		this.#child.kill('SIGTERM');
		const code = await this.ended;
		return {after: performance.now() - began, code};
	}

	async [Symbol.asyncDispose](): Promise<void> {
		this.#child.kill('SIGKILL');
		await this.ended;
	}
}
