import {Text} from 'ink';
import {type ReactNode, useSyncExternalStore} from 'react';
import type {AppProps} from './app.tsx';
import {spokenLines} from './spoken-lines.ts';

/** The dashboard as lines of text, for a screen reader or a terminal that has no screen. */
export function SpokenApp({store, display, viewOf}: AppProps): ReactNode {
	const state = useSyncExternalStore(store.subscribe, store.state);
	return <Text>{spokenLines(state, viewOf(state), display).join('\n')}</Text>;
}
