import {AggregatorRegistry, Counter, collectDefaultMetrics, Gauge, Registry} from 'prom-client';

/** What is counted of a server, for Prometheus. */
export interface Meters {
	readonly registry: Registry;
	readonly connections: Gauge;
	readonly refused: Counter<'why'>;
	readonly handshakes: Counter;
	readonly logins: Counter<'method'>;
	readonly sessions: Gauge<'kind'>;
	readonly ended: Counter<'reason'>;
	readonly frames: Counter;
	readonly dropped: Counter;
	readonly bytes: Counter;
	readonly faults: Counter;
}

/** Milliseconds between two looks at how late the event loop is, for which an idle server wakes. */
const DELAY_PRECISION = 20;

/** Names begin with `libya_tui_`; event-loop delay and memory are those of every Node process. */
export const createMeters = (): Meters => {
	const registry = new Registry();
	const registers = [registry];
	collectDefaultMetrics({register: registry, eventLoopMonitoringPrecision: DELAY_PRECISION});
	return {
		registry,
		connections: new Gauge({
			name: 'libya_tui_connections',
			help: 'Open connections',
			registers,
		}),
		refused: new Counter({
			name: 'libya_tui_refused_total',
			help: 'Connections, logins and sessions that were refused',
			labelNames: ['why'],
			registers,
		}),
		handshakes: new Counter({
			name: 'libya_tui_handshakes_total',
			help: 'Key exchanges that were completed',
			registers,
		}),
		logins: new Counter({
			name: 'libya_tui_logins_total',
			help: 'Logins',
			labelNames: ['method'],
			registers,
		}),
		sessions: new Gauge({
			name: 'libya_tui_sessions',
			help: 'Open sessions',
			labelNames: ['kind'],
			registers,
		}),
		ended: new Counter({
			name: 'libya_tui_sessions_ended_total',
			help: 'Sessions that have ended',
			labelNames: ['reason'],
			registers,
		}),
		frames: new Counter({
			name: 'libya_tui_frames_total',
			help: 'Frames that were sent',
			registers,
		}),
		dropped: new Counter({
			name: 'libya_tui_frames_dropped_total',
			help: 'Frames that were drawn and overtaken by newer ones before the client was ready',
			registers,
		}),
		bytes: new Counter({
			name: 'libya_tui_bytes_total',
			help: 'Bytes that were sent to terminals and pipes',
			registers,
		}),
		faults: new Counter({
			name: 'libya_tui_faults_total',
			help: 'Sessions that a fault of the program has ended',
			registers,
		}),
	};
};

/** Has this process answer the one that has started it, whenever that asks for the figures of all. */
export const tellFigures = ({registry}: Pick<Meters, 'registry'>): void => {
	AggregatorRegistry.setRegistries(registry);
	// It listens from when it is made.
	new AggregatorRegistry();
};
