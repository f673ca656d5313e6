import {expect, test} from 'vitest';
import {listeningFailure} from '../../source/commands/listening-failure.ts';

const TAKEN = Object.assign(new Error('bind'), {code: 'EADDRINUSE'});

test.each([['--port'], ['--metrics-port']] as const)(
	'a port that is taken is told with the option that names another: %s',
	option => {
		expect(listeningFailure('127.0.0.1', 9440, TAKEN, option).message).toBe(
			`127.0.0.1 port 9440: cannot be listened at: another program listens there; ${option} names another port.`,
		);
	},
);
