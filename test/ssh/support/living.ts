/** What lives in a process once all that is left over has been collected. */
export type Living = {
	readonly heapMib: number;
	/** All of them, also those that do not keep the process alive. */
	readonly timers: number;
	readonly sockets: number;
};

/** What the inspector says of an object or a value. */
type Remote<Value> = {readonly value: Value; readonly objectId: string};

type Reply = {
	readonly id?: number;
	readonly result?: unknown;
	readonly error?: {readonly message: string};
};

const TIMER = 'Object.getPrototypeOf(setTimeout(() => {}, 0))';
const SOCKET = "process.getBuiltinModule('net').Socket.prototype";

/**
Asks the inspector of a process, which costs that process nothing before.

@throws {Error} Nobody is there, or it does not know what it is asked.
*/
export const livingIn = async (address: string): Promise<Living> => {
	const socket = new WebSocket(address);
	const waiting = new Map<number, (reply: Reply) => void>();
	await new Promise((resolve, reject) => {
		socket.addEventListener('open', resolve);
		socket.addEventListener('error', () => reject(new Error(`No inspector at ${address}`)));
	});
	socket.addEventListener('message', ({data}) => {
		const reply = JSON.parse(String(data)) as Reply;
		waiting.get(reply.id ?? 0)?.(reply);
	});
	const ask = <Result>(method: string, params: object = {}): Promise<Result> =>
		new Promise((resolve, reject) => {
			const id = waiting.size + 1;
			waiting.set(id, ({result, error}) =>
				error === undefined ? resolve(result as Result) : reject(new Error(error.message)),
			);
			socket.send(JSON.stringify({id, method, params}));
		});
	const evaluate = async <Value>(expression: string): Promise<Remote<Value>> => {
		const {result} = await ask<{result: Remote<Value>}>('Runtime.evaluate', {expression});
		return result;
	};

	/** How many objects there are of this prototype. */
	const count = async (prototype: string): Promise<number> => {
		const {objectId: prototypeObjectId} = await evaluate(prototype);
		const {objects} = await ask<{objects: Remote<object>}>('Runtime.queryObjects', {
			prototypeObjectId,
		});
		const {result} = await ask<{result: Remote<number>}>('Runtime.callFunctionOn', {
			objectId: objects.objectId,
			functionDeclaration: 'function () { return this.length; }',
		});
		return result.value;
	};

	try {
		// What has a finalizer is gone only after a second one.
		await ask('HeapProfiler.collectGarbage');
		await ask('HeapProfiler.collectGarbage');
		const {value} = await evaluate<number>('process.memoryUsage().heapUsed');
		return {
			heapMib: value / 1024 / 1024,
			timers: await count(TIMER),
			sockets: await count(SOCKET),
		};
	} finally {
		socket.close();
	}
};
