// A thread that does what the first word of a command says, in place of the program that runs commands.
const {parentPort, threadId} = require('node:worker_threads');

const answers = {
	/** Says in which thread it runs. */
	which: () => say(String(threadId)),
	/** Says that it has begun, and never ends by itself. */
	compute() {
		say('computing');
		for (;;);
	},
	/** Says something, and ends as soon as it has done. */
	last() {
		say('last');
		onTaken = () => {
			parentPort.postMessage({type: 'done', code: 0});
			process.exit(0);
		};
	},
	/** Ends without a word. */
	leave: () => process.exit(0),
	throw() {
		setImmediate(() => {
			throw new Error('thrown');
		});
	},
	fault() {
		parentPort.postMessage({type: 'fault', fault: 'at fault'});
		// What it goes on writing is for nobody.
		setTimeout(
			() => parentPort.postMessage({type: 'written', stream: 'stdout', chunk: 'late'}),
			20,
		);
	},
	/** Takes memory without end. */
	memory() {
		const kept = [];
		for (;;) {
			kept.push(Array.from({length: 100_000}, () => ({some: kept.length})));
		}
	},
};

let onTaken = () => {};

/** Writes, and has done when that is taken. */
const say = text => {
	parentPort.postMessage({type: 'written', stream: 'stdout', chunk: text});
	onTaken = () => parentPort.postMessage({type: 'done', code: 0});
};

parentPort.on('message', message => {
	switch (message.type) {
		case 'run':
			answers[message.words[0]]();
			break;
		case 'taken':
			onTaken();
			break;
	}
});
