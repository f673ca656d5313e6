import type {CommandSpec} from './command-spec.ts';

export const SERVE = {
	name: 'serve',
	about: 'the dashboard over SSH',
	words: [
		{
			name: 'DOSSIER',
			of: 'file',
			isOptional: true,
			about: 'or else the built-in report; SIGHUP reads it and the keys anew',
		},
	],
	options: [
		{name: 'article', value: {name: 'FILE', of: 'file'}, about: 'the article it was drawn from'},
		{name: 'host', value: {name: 'ADDRESS', of: 'text'}, about: 'where to listen (127.0.0.1)'},
		{name: 'port', value: {name: 'PORT', of: 'text'}, about: '(2222)'},
		{
			name: 'host-key',
			value: {name: 'FILE', of: 'file'},
			about: 'Ed25519, made if it is not there',
		},
		{name: 'authorized-keys', value: {name: 'FILE', of: 'file'}, about: 'let in these keys only'},
		{name: 'max-sessions', value: {name: 'N', of: 'text'}, about: 'at a time (1000)'},
		{name: 'max-per-address', value: {name: 'N', of: 'text'}, about: 'connections (10)'},
		{name: 'max-commands', value: {name: 'N', of: 'text'}, about: 'beside the dashboard (8)'},
		{name: 'idle-timeout', value: {name: 'DUR', of: 'text'}, about: 'without a key (30m; 0 never)'},
		{name: 'workers', value: {name: 'N', of: 'text'}, about: 'processes (1); limits are of each'},
		{name: 'log-format', value: {name: 'FORMAT', of: ['text', 'json']}, about: 'as what'},
		{name: 'metrics-port', value: {name: 'PORT', of: 'text'}, about: 'for Prometheus, on loopback'},
		{
			name: 'proxy-protocol',
			value: {name: 'ADDRESSES', of: 'text'},
			about: 'of proxies before it: 10.0.0.2,10.1.0.0/16',
		},
	],
	notes: [],
	examples: ['libya-tui serve report.json --host :: --authorized-keys readers.pub'],
} as const satisfies CommandSpec;
