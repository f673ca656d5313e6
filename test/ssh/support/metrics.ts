/** The figures of a server that was started with `--metrics-port 0`. */
export const metricsOf = async (log: string): Promise<(name: string) => number> => {
	const port = /metrics=(\d+)/.exec(log)?.[1];
	const text = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
	return name =>
		text
			.split('\n')
			.filter(line => line.startsWith(`${name} `) || line.startsWith(`${name}{`))
			.reduce((sum, line) => sum + Number(line.slice(line.lastIndexOf(' ') + 1)), 0);
};
