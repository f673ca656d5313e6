/*
Loaded before the program by NODE_OPTIONS=--import: plants the fault that PLANTED_FAULT names, to
happen upon SIGURG, or `drawing-first` while the first frame is drawn.
*/
import process from 'node:process';

const fault = process.env.PLANTED_FAULT;
const planted = () => new TypeError('planted fault\nwith a second line');

/** Whatever is drawn from now on fails: panes are drawn with it, and a terminal is only raw meanwhile. */
const breakDrawing = () => {
	const {flatMap} = Array.prototype;
	Array.prototype.flatMap = function (...args) {
		if (process.stdin.isRaw) {
			throw planted();
		}

		return flatMap.apply(this, args);
	};
};

if (fault === 'drawing-first') {
	breakDrawing();
}

process.on('SIGURG', () => {
	switch (fault) {
		case 'drawing':
			breakDrawing();
			process.stdin.emit('keypress', 'j', {name: 'j', sequence: 'j'});
			break;
		case 'timer':
			setTimeout(() => {
				throw planted();
			});
			break;
		case 'rejection':
			void Promise.reject(planted());
			break;
		default:
			throw new Error(`no such fault: ${fault}`);
	}
});
