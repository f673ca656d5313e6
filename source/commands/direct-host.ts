import type {Host} from './host.ts';
import {writeDirectly} from './write-directly.ts';

const STDOUT = 1;

/**
The process as a host whose streams are made only when they are asked for: to make stdout takes Node
longer than all else that a short command does.
*/
export const directHost = (host: NodeJS.Process, whenReading?: Host['whenReading']): Host => ({
	whenReading,
	argv: host.argv,
	env: host.env,
	pid: host.pid,
	version: host.version,
	platform: host.platform,
	get stdin() {
		return host.stdin;
	},
	get stdout() {
		return host.stdout;
	},
	get stderr() {
		return host.stderr;
	},
	on: host.on.bind(host),
	off: host.off.bind(host),
	kill: host.kill.bind(host),
	// The console of Windows takes UTF-8 from the stream alone.
	...(host.platform === 'win32'
		? {}
		: {writeDirectly: (text: string) => writeDirectly(STDOUT, text)}),
});
