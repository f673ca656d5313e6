import type {Client} from 'ssh2';
import {MESSAGE} from './payload.ts';

/** What of ssh2's client no interface of it has. */
interface Receiver {
	readonly _protocol: {readonly _handlers: Record<string, (...given: readonly unknown[]) => void>};
}

const WATCHED = {
	USERAUTH_FAILURE: MESSAGE.userauthFailure,
	USERAUTH_SUCCESS: MESSAGE.userauthSuccess,
	REQUEST_SUCCESS: MESSAGE.requestSuccess,
	REQUEST_FAILURE: MESSAGE.requestFailure,
	CHANNEL_OPEN_CONFIRMATION: MESSAGE.channelOpenConfirmation,
	CHANNEL_OPEN_FAILURE: MESSAGE.channelOpenFailure,
	CHANNEL_SUCCESS: MESSAGE.channelSuccess,
	CHANNEL_FAILURE: MESSAGE.channelFailure,
} as const;

/** The answers of a server from now on, by the numbers of their messages, in a list that grows. */
export const repliesOf = (client: Client): readonly number[] => {
	const replies: number[] = [];
	const {_handlers: handlers} = (client as unknown as Receiver)._protocol;
	for (const [name, message] of Object.entries(WATCHED)) {
		// Its own client would not know what to do with answers to what it has not asked.
		handlers[name] = () => void replies.push(message);
	}

	return replies;
};
