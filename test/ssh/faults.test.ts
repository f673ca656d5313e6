import {once} from 'node:events';
import type {ClientChannel} from 'ssh2';
import {expect, test} from 'vitest';
import type {Service} from '../../source/ssh/service.ts';
import {counted, FIRST_FRAME} from '../e2e/support/dashboard.ts';
import {MODES_AT_REST} from '../support/screen.ts';
import {aService} from './support/a-service.ts';
import {blamedFaults} from './support/blamed-faults.ts';
import {startOwnServer} from './support/own-server.ts';
import {logIn, openReader, openReaderOn} from './support/ssh-reader.ts';

const LINE =
	'libya-tui: a fault of the program has ended this session and no other. Please log in again.';

const planted = (): Error => new TypeError('planted fault in /secret/file.ts');

const fail = (): never => {
	throw planted();
};

const well = aService();

/** A service that has a fault for whoever asks for it, by a variable. */
const faulty: Service = {
	...well,
	async prepare(environment) {
		const show = await well.prepare(environment);
		switch (environment.LC_NAME) {
			case 'prepare':
				return fail();
			case 'show':
				return fail;
			case 'first-frame':
				return () => {
					const showing = show();
					return {...showing, display: {...showing.display, present: fail}};
				};
			case 'key':
				return () => {
					const showing = show();
					// Well on the first screen, and for whoever comes to the last row.
					const present = (text: string): string => (text.endsWith(' 39') ? fail() : text);
					return {...showing, display: {...showing.display, present}};
				};
			case 'timer':
				return () => {
					setTimeout(fail, 20);
					return show();
				};
			case 'turn':
				return () => {
					setImmediate(fail);
					return show();
				};
			case 'promise':
				return () => {
					void Promise.resolve().then(fail);
					return show();
				};
			default:
				return show;
		}
	},
	async perform(_process, [kind]) {
		switch (kind) {
			case 'throws':
				return fail();
			case 'timer':
				setTimeout(fail, 20);
				return new Promise<never>(() => {});
			case 'promise':
				void Promise.reject(planted());
				return new Promise<never>(() => {});
			default:
				return 0;
		}
	},
};

test.each(['prepare', 'show', 'first-frame', 'key', 'timer', 'turn', 'promise'])(
	'a fault in a session (%s) ends that session with a clear line, and no other',
	async kind => {
		await using server = await startOwnServer({service: faulty});
		using _ = blamedFaults(server.server);
		await using witness = await openReader(server);
		await using connection = await logIn(server);
		await using reader = await openReaderOn(connection, {env: {LC_NAME: kind}});
		let ending = reader.ending;
		const pressing = setInterval(() => {
			if (ending === undefined && kind === 'key') {
				reader.press('j');
			}
		}, 5);
		ending = await reader.waitForExit().finally(() => clearInterval(pressing));
		expect(ending.code).toBe(1);
		expect(reader.text()).toContain(LINE);
		expect(reader.modes()).toEqual(MODES_AT_REST);
		expect(reader.output()).not.toMatch(/planted|secret/);
		expect(server.log.filter(line => line.startsWith('session-fault '))).toHaveLength(1);
		expect(server.log.find(line => line.startsWith('session-fault '))).toContain('planted');

		witness.press('j');
		await witness.waitFor(() => counted(witness).startsWith('2/'));
		await using next = await openReader(server);
		expect(next.text()).toMatch(FIRST_FRAME);
	},
);

test.each(['throws', 'timer', 'promise'])(
	'a fault in a command (%s) ends that command with a clear line and code 1, and nobody’s session',
	async kind => {
		await using server = await startOwnServer({service: faulty});
		using _ = blamedFaults(server.server);
		await using witness = await openReader(server);
		await using connection = await logIn(server);
		const channel = await new Promise<ClientChannel>((resolve, reject) => {
			connection.client.exec(kind, (error, opened) => (error ? reject(error) : resolve(opened)));
		});
		let told = '';
		channel.stderr.on('data', (data: Buffer) => {
			told += data.toString();
		});
		channel.resume();
		const [code] = await once(channel, 'close');
		expect(code).toBe(1);
		expect(told).toBe(`${LINE}\n`);
		witness.press('j');
		await witness.waitFor(() => counted(witness).startsWith('2/'));
	},
);
