import type {Buffer} from 'node:buffer';
import type {ServerChannel} from 'ssh2';
import type {Size} from '../state/state.ts';
import type {Environment} from '../terminal/capabilities.ts';
import {ChannelSink} from './channel-sink.ts';
import {closeChannel} from './close-channel.ts';
import {
	type EndReason,
	exitCodeOf,
	type LiveSession,
	lineOf,
	recordSession,
	type SessionContext,
} from './live-session.ts';
import {type Reader, startReader} from './reader-session.ts';

/**
Shows the dashboard on a channel.

@param onEnd - Called once.
*/
export const showOnChannel = (
	channel: ServerChannel,
	{environment, size: firstSize}: {readonly environment: Environment; readonly size: Size},
	context: SessionContext,
	onEnd: () => void,
): LiveSession => {
	const {service, link, idleTimeout, times, current, meters, cut} = context;
	let size = firstSize;
	let reader: Reader | undefined;
	let isOver = false;
	let isWithoutKeys = false;
	let idle: NodeJS.Timeout | undefined;
	/** Keys that came before there was anybody to take them. */
	const early: Buffer[] = [];

	const end = (reason: EndReason, error?: unknown): void => {
		if (isOver) {
			return;
		}

		isOver = true;
		clearTimeout(idle);
		const line = lineOf(reason);
		if (reader !== undefined) {
			reader.end(line);
		} else if (line !== undefined) {
			// The terminal was never taken over.
			sink.write(`${line}\r\n`);
		}

		sink.close();
		const {frames, bytes} = sink;
		const dropped = reader?.dropped() ?? 0;
		recordEnd(reason, {frames, dropped, bytes}, error);
		onEnd();
		closeChannel(channel, exitCodeOf(reason));
		if (reason === 'stalled') {
			cut();
		}
	};

	const sink = new ChannelSink({
		channel,
		link,
		stall: times.stall,
		onStall: () => end('stalled'),
		onWrite(bytes) {
			meters.frames.inc();
			meters.bytes.inc(bytes);
		},
	});
	const recordEnd = recordSession(context, 'dashboard', {
		term: environment.TERM,
		columns: size.columns,
		rows: size.rows,
	});
	const live: LiveSession = {
		crash: error => end('fault', error),
		end,
		resize(next) {
			size = next;
			reader?.resize(next);
		},
		renew: () => reader?.renew(),
	};
	if (idleTimeout > 0) {
		idle = setTimeout(() => end('idle'), idleTimeout);
		idle.unref();
	}

	channel.on('data', (bytes: Buffer) => {
		idle?.refresh();
		if (reader === undefined) {
			early.push(bytes);
		} else {
			reader.feed(bytes);
		}
	});
	channel.on('end', () => {
		// Who sends no more keys cannot even leave; what they sent before is obeyed first.
		if (reader === undefined) {
			isWithoutKeys = true;
		} else {
			// What the last of them did is told in a microtask, which Node has wait for this.
			setImmediate(() => end('gone'));
		}
	});

	const start = async (): Promise<void> => {
		// How quick an answer can be is known before much is on the way.
		link.pace.begin();
		const show = await service.prepare(environment);
		if (isOver) {
			return;
		}

		reader = startReader({
			show,
			beginning: service.beginning,
			sink,
			size,
			onDrop: () => meters.dropped.inc(),
			onEnd(ended) {
				// Not while it is being drawn.
				queueMicrotask(() => end(ended.reason, ended.reason === 'fault' ? ended.error : undefined));
			},
			within: work => current.run(live, work),
		});
		for (const bytes of early) {
			reader.feed(bytes);
		}

		if (isWithoutKeys) {
			setImmediate(() => end('gone'));
		}
	};

	current.run(live, () => start().catch(live.crash));
	return live;
};
