import {type MetricsServer, serveMetrics} from '../ssh/metrics-server.ts';
import {listeningFailure} from './listening-failure.ts';

const HOST = '127.0.0.1';

/**
Serves figures where they are asked for.

@param port - Absent: nowhere.
@throws {Failure} It cannot listen there.
*/
export const serveFigures = async (
	port: number | undefined,
	figures: () => Promise<string>,
	isServing: () => boolean,
): Promise<MetricsServer | undefined> => {
	if (port === undefined) {
		return undefined;
	}

	try {
		return await serveMetrics(figures, isServing, HOST, port);
	} catch (error) {
		throw listeningFailure(HOST, port, error, '--metrics-port');
	}
};
