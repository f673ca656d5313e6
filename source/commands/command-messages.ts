import type {Environment} from '../terminal/capabilities.ts';
import type {LoadedArticle} from './load-article.ts';

/** What a thread is started by: nobody types it, and outside of a thread it is no command. */
export const COMMAND_THREAD = '__command-thread';

/** What a thread that runs commands knows of the report that is served. */
export interface ServedReport {
	/** Of its file, so that a thread makes its own of it while others read; absent: the built-in one. */
	readonly bytes: Uint8Array<SharedArrayBuffer> | undefined;
	readonly article: LoadedArticle | undefined;
}

/** To a thread: one command, after whose end another may come. */
export type ToThread =
	| {readonly type: 'report'; readonly report: ServedReport}
	| {
			readonly type: 'run';
			readonly words: readonly string[];
			readonly environment: Environment;
			/** Of the terminal; absent: there is none. */
			readonly terminal: {readonly columns: number; readonly rows: number} | undefined;
	  }
	/** What was written last has gone, or never will. */
	| {readonly type: 'taken'; readonly stream: StreamName; readonly isClosed: boolean};

export type StreamName = 'stdout' | 'stderr';

/** From a thread. */
export type FromThread =
	| {
			readonly type: 'written';
			readonly stream: StreamName;
			readonly chunk: string | Uint8Array;
	  }
	| {readonly type: 'done'; readonly code: number}
	| {readonly type: 'fault'; readonly fault: string};
