import {createServer} from 'node:http';

export interface MetricsServer {
	readonly port: number;
	readonly close: () => void;
}

const TEXT = 'text/plain; version=0.0.4; charset=utf-8';

/**
Serves figures to Prometheus at `/metrics`, and at `/healthz` whether somebody is there to serve readers.

@param isServing - Asked each time.

@throws It cannot listen there.
*/
export const serveMetrics = (
	figures: () => Promise<string>,
	isServing: () => boolean,
	host: string,
	port: number,
): Promise<MetricsServer> =>
	new Promise((resolve, reject) => {
		const server = createServer(async ({url, method}, response) => {
			if (method !== 'GET' || (url !== '/metrics' && url !== '/healthz')) {
				response.writeHead(404, {'content-type': 'text/plain'}).end('/metrics\n');
				return;
			}

			if (url === '/healthz' && !isServing()) {
				response.writeHead(503, {'content-type': 'text/plain'}).end('nobody serves\n');
				return;
			}

			try {
				const body = url === '/healthz' ? 'ok\n' : await figures();
				response.writeHead(200, {'content-type': TEXT}).end(body);
			} catch {
				response.writeHead(500, {'content-type': 'text/plain'}).end('no figures\n');
			}
		});
		server.once('error', reject);
		server.listen(port, host, () => {
			const address = server.address();
			resolve({
				port: typeof address === 'object' && address !== null ? address.port : port,
				close() {
					server.close();
					server.closeAllConnections();
				},
			});
		});
		server.unref();
	});
