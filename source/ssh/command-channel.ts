import type {Buffer} from 'node:buffer';
import type {ServerChannel} from 'ssh2';
import type {Size} from '../state/state.ts';
import type {Environment} from '../terminal/capabilities.ts';
import {addressGroup} from './address-group.ts';
import {ChannelOutput} from './channel-output.ts';
import {closeChannel} from './close-channel.ts';
import {readExecLine} from './exec-line.ts';
import {
	type EndReason,
	exitCodeOf,
	type LiveSession,
	lineOf,
	recordSession,
	type SessionContext,
} from './live-session.ts';

const CTRL_C = 0x03;

/** The exit code of what is no command here. */
const UNKNOWN = 127;

/** Exit codes that are no command's own. */
const REASONS: Readonly<Record<number, EndReason>> = {[UNKNOWN]: 'unknown-command', 75: 'busy'};

const nothing = (): void => {};

export interface CommandRun {
	/** As the client has sent it; empty for what is printed where there is no terminal. */
	readonly line: string;
	readonly environment: Environment;
	/** Absent: no terminal was asked for, so that what is printed may be data. */
	readonly size: Size | undefined;
}

/**
Runs one command on a channel, which it exits with the command's code.

@param onEnd - Called once.
*/
export const runOnChannel = (
	channel: ServerChannel,
	{line, environment, size}: CommandRun,
	context: SessionContext,
	onEnd: () => void,
): LiveSession => {
	const {service, link, current, meters, who, cut} = context;
	let isOver = false;
	let sent = 0;
	const interruption = new AbortController();
	const onBytes = (count: number): void => {
		sent += count;
		meters.bytes.inc(count);
	};

	// Before what is written hears of it, so that a reader who has gone is not told from one who has read enough.
	channel.once('close', () => live.end('gone'));
	const outputs = {channel, link, terminal: size, onBytes};
	const stdout = new ChannelOutput({...outputs, stream: 'stdout'});
	const stderr = new ChannelOutput({...outputs, stream: 'stderr'});
	// Whoever writes is told as well; unheard it would be a fault of the server.
	stdout.on('error', nothing);
	stderr.on('error', nothing);
	const read = readExecLine(line);
	const recordEnd = recordSession(context, 'command', {
		command: read.is === 'words' ? service.nameOf(read.words) : 'unknown',
	});

	const finish = (reason: EndReason, code: number, error?: unknown): void => {
		if (isOver) {
			return;
		}

		isOver = true;
		recordEnd(reason, {code, bytes: sent}, error);
		if (reason === 'busy') {
			meters.refused.inc({why: 'commands'});
		}

		interruption.abort();
		onEnd();
		if (reason === 'gone') {
			return;
		}

		const line = lineOf(reason);
		if (reason === 'stalled') {
			// What it has not taken would keep the channel open; others of the connection may be read.
			channel.exit(code);
			channel.close();
			if (link.isHeldUp()) {
				cut();
			}
		} else if (line === undefined) {
			closeChannel(channel, code);
		} else {
			stderr.write(`${line}\n`, () => closeChannel(channel, code));
		}
	};

	const live: LiveSession = {
		crash: error => finish('fault', exitCodeOf('fault'), error),
		end: reason => finish(reason, reason === 'shutdown' ? 1 : exitCodeOf(reason)),
		resize: nothing,
		renew: nothing,
	};
	channel.on('data', (typed: Buffer) => {
		if (size !== undefined && typed.includes(CTRL_C)) {
			live.end('interrupted');
		}
	});

	const perform = async (): Promise<number> => {
		if (read.is === 'wrong') {
			stderr.write(`libya-tui: ${read.why}.\n`);
			return UNKNOWN;
		}

		return service.perform(
			{
				address: addressGroup(String(who.address)),
				environment,
				stdout,
				stderr,
				interrupted: interruption.signal,
				giveUp: live.end,
			},
			read.words,
		);
	};

	const run = async (): Promise<void> => {
		const code = await perform();
		// What goes to the other of the two may still be on its way.
		stderr.end(() => finish(REASONS[code] ?? 'done', code));
	};

	current.run(live, () => run().catch(live.crash));
	return live;
};
