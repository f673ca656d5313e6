import type {ServerChannel, Session} from 'ssh2';
import type {Size} from '../state/state.ts';
import type {Environment} from '../terminal/capabilities.ts';
import {withTerminal, withVariable} from './client-environment.ts';
import {runOnChannel} from './command-channel.ts';
import {showOnChannel} from './dashboard-channel.ts';
import type {LiveSession, SessionContext} from './live-session.ts';
import {withLocale} from './remote-locale.ts';
import {windowSize} from './window-size.ts';

/** Signals that end what runs. */
const ENDING = new Set(['INT', 'TERM', 'HUP', 'QUIT', 'KILL']);

export interface SessionEvents {
	/** The dashboard is shown, or a command runs. */
	readonly onLive: (live: LiveSession) => void;
	/** That has ended; the session has not. */
	readonly onOver: (live: LiveSession) => void;
	readonly onClose: () => void;
}

const nothing = (): void => {};

/** Answers what a client asks of one session; nothing but a shell and a command can be had. */
export const answerSession = (
	session: Session,
	context: SessionContext,
	{onLive, onOver, onClose}: SessionEvents,
): void => {
	let variables: Environment = {};
	let terminal: string | undefined;
	let size: Size | undefined;
	let live: LiveSession | undefined;

	const environment = (): Environment => withLocale(withTerminal(variables, terminal));

	/** Takes a request for the one thing that runs in a session. */
	const begin = (
		accept: (() => ServerChannel) | undefined,
		reject: (() => void) | undefined,
		run: (channel: ServerChannel, onEnd: () => void) => LiveSession,
	): void => {
		if (live !== undefined) {
			reject?.();
			return;
		}

		const channel = accept?.();
		if (channel === undefined) {
			return;
		}

		channel.on('error', nothing);
		channel.stderr.on('error', nothing);
		const begun = run(channel, () => onOver(begun));
		live = begun;
		onLive(begun);
	};

	session.on('pty', (accept, reject, {term, cols, rows}) => {
		if (live === undefined) {
			terminal = term;
			size = windowSize({cols, rows});
			accept?.();
		} else {
			reject?.();
		}
	});
	session.on('window-change', (accept, _reject, {cols, rows}) => {
		accept?.();
		if (size !== undefined) {
			size = windowSize({cols, rows});
			live?.resize(size);
		}
	});
	session.on('env', (accept, reject, {key, val}) => {
		const changed = live === undefined ? withVariable(variables, key, val) : undefined;
		if (changed === undefined) {
			reject?.();
		} else {
			variables = changed;
			accept?.();
		}
	});
	session.on('signal', (accept, _reject, {name}) => {
		accept?.();
		if (ENDING.has(name)) {
			live?.end('signal');
		}
	});
	session.on('shell', (accept, reject) => {
		const shown = size;
		begin(accept, reject, (channel, onEnd) =>
			shown === undefined
				? runOnChannel(
						channel,
						{line: '', environment: environment(), size: undefined},
						context,
						onEnd,
					)
				: showOnChannel(channel, {environment: environment(), size: shown}, context, onEnd),
		);
	});
	session.on('exec', (accept, reject, {command}) => {
		begin(accept, reject, (channel, onEnd) =>
			runOnChannel(channel, {line: command, environment: environment(), size}, context, onEnd),
		);
	});
	// ssh2 1.17 tells it again whenever the client does, while nothing runs in the session.
	session.once('close', () => {
		live?.end('gone');
		onClose();
	});
};
