import {Box, Text} from 'ink';
import {type ReactNode, useSyncExternalStore} from 'react';
import type {State} from '../state/state.ts';
import type {Store} from '../state/store.ts';
import {ActorsPane} from './actors-pane.tsx';
import {DetailPane} from './detail-pane.tsx';
import {type Display, DisplayProvider} from './display.ts';
import {Footer} from './footer.tsx';
import {FrontPane} from './front-pane.tsx';
import {Header} from './header.tsx';
import {LEAST, type Slot} from './layout.ts';
import {Line, Lines} from './line.tsx';
import {Overlay} from './overlay.tsx';
import {QuotesPane} from './quotes-pane.tsx';
import {TimelinePane} from './timeline-pane.tsx';
import type {View} from './view.ts';

function PaneIn({
	slot,
	state,
	view,
}: {
	readonly slot: Slot;
	readonly state: State;
	readonly view: View;
}): ReactNode {
	const {pane, columns, rows} = slot;
	const common = {
		columns,
		rows,
		isFocused: state.pane === pane && state.overlay === undefined && !state.story.isOpen,
		isFramed: view.layout.isFramed,
	};
	const {related, marked} = view;
	switch (pane) {
		case 'actors':
			return (
				<ActorsPane
					{...common}
					view={view.lists.actors}
					related={related}
					marked={marked}
					asOf={state.asOf}
				/>
			);
		case 'front':
			return view.front === undefined ? null : (
				<FrontPane
					{...common}
					view={view.lists.front}
					related={related}
					marked={marked}
					asOf={state.asOf}
					room={view.front}
				/>
			);
		case 'quotes':
			return <QuotesPane {...common} view={view.lists.quotes} related={related} marked={marked} />;
		case 'timeline':
			return (
				<TimelinePane
					{...common}
					view={view.lists.timeline}
					related={related}
					marked={marked}
					line={view.timeline}
				/>
			);
		case 'detail':
			return <DetailPane {...common} view={view.detail} />;
	}
}

function Panes({state, view}: {readonly state: State; readonly view: View}): ReactNode {
	return view.layout.bands.map(band => (
		<Box key={band.map(({pane}) => pane).join()} flexDirection="row">
			{band.map(slot => (
				<PaneIn key={slot.pane} slot={slot} state={state} view={view} />
			))}
		</Box>
	));
}

export interface AppProps {
	readonly store: Store;
	readonly display: Display;
	/** From `createViews` of the same display. */
	readonly viewOf: (state: State) => View;
}

/** The dashboard on a whole screen. Draws the store's state and knows no keys. */
export function App({store, display, viewOf}: AppProps): ReactNode {
	const state = useSyncExternalStore(store.subscribe, store.state);
	const view = viewOf(state);
	const {columns, rows} = state.size;
	if (view.layout.kind === 'tiny') {
		return (
			<Box width={columns} height={rows} overflow="hidden">
				<Text wrap="wrap">
					{`Too small: needs ${LEAST.columns}×${LEAST.rows}.`.replace('×', display.present('×'))}
				</Text>
			</Box>
		);
	}

	return (
		<DisplayProvider value={display}>
			<Box flexDirection="column" width={columns} height={rows}>
				<Header state={state} view={view} />
				{view.chips === undefined ? null : <Line spans={view.chips} />}
				{view.overlay === undefined ? (
					<Panes state={state} view={view} />
				) : (
					<Overlay view={view.overlay} size={view.layout.body} />
				)}
				<Lines lines={view.story.map(spans => ({spans}))} />
				<Footer state={state} view={view} />
			</Box>
		</DisplayProvider>
	);
}
