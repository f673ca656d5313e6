// The bin. It runs on any Node there is, so that one too old for the program is told so in a
// sentence: no import, and no syntax or API that is younger than Node 4.
var MAJOR = 22;
var MINOR = 12;
var STARTED_BESIDE = 'LIBYA_TUI_STARTED_BESIDE';

function isNewEnough(version: string): boolean {
	var parts = version.split('.');
	var major = Number(parts[0]);
	return major > MAJOR || (major === MAJOR && Number(parts[1]) >= MINOR);
}

function beside(): string | undefined {
	try {
		return require.resolve('node/bin/node');
	} catch (_) {
		return undefined;
	}
}

function tooOld(): void {
	process.stderr.write(
		'libya-tui: needs Node ' +
			MAJOR +
			'.' +
			MINOR +
			' or later; this is ' +
			process.version +
			'.\n',
	);
	process.exit(1);
}

function runOn(node: string): void {
	// A pinned Node that is too old itself must not start itself again for ever.
	process.env[STARTED_BESIDE] = '1';
	var child = require('child_process').spawn(node, [__filename].concat(process.argv.slice(2)), {
		stdio: 'inherit',
	});
	child.on('error', tooOld);
	// A signal to this process alone is passed on; the keyboard's reach the child by themselves.
	['SIGTERM', 'SIGHUP', 'SIGINT', 'SIGQUIT'].forEach(signal => {
		process.on(signal, () => {
			child.kill(signal);
		});
	});
	child.on('exit', (code: number | null, signal: NodeJS.Signals | null) => {
		if (signal === null) {
			process.exit(code === null ? 1 : code);
		}

		process.removeAllListeners(signal);
		process.kill(process.pid, signal);
	});
}

function start(): void {
	if (isNewEnough(process.versions.node)) {
		require('./start.cjs');
		return;
	}

	var node = process.env[STARTED_BESIDE] === undefined ? beside() : undefined;
	if (node === undefined) {
		tooOld();
	} else {
		runOn(node);
	}
}

start();
