import {execFileSync} from 'node:child_process';
import {cp, mkdir, readFile} from 'node:fs/promises';
import path from 'node:path';
import {describe, expect, test} from 'vitest';
import {parseAllDocuments} from 'yaml';
import {isInstalled, pathOf} from '../e2e/support/installed.ts';
import {temporaryFolder} from '../e2e/support/temporary-folder.ts';
import {runPiped} from '../support/piped.ts';

const ROOT = path.join(import.meta.dirname, '../..');

const deployed = (name: string): Promise<string> =>
	readFile(path.join(ROOT, 'deploy', name), 'utf8');

describe('the unit of systemd', () => {
	test.skipIf(!isInstalled('systemd-analyze'))('is one, and exposes little', async () => {
		await using folder = await temporaryFolder();
		// Its program is where it is installed to, which a test does not do.
		const unit = (await deployed('libya-tui.service')).replace(
			'/usr/local/bin/libya-tui',
			'/bin/true',
		);
		const file = await folder.write('libya-tui.service', unit);
		const verified = await runPiped({
			command: 'systemd-analyze',
			args: ['verify', '--man=no', file],
		});
		expect(verified).toMatchObject({code: 0, stderr: ''});
		const {stdout} = await runPiped({
			command: 'systemd-analyze',
			args: ['security', '--offline=true', '--threshold=20', file],
		});
		expect(Number(/exposure level for \S+: ([\d.]+)/.exec(stdout)?.[1])).toBeLessThan(2);
	});

	test('serves with options that there are', async () => {
		const [, words = ''] =
			/^ExecStart=\S+ (serve .+)$/m.exec(await deployed('libya-tui.service')) ?? [];
		const options = words.match(/--[a-z-]+/g) ?? [];
		const help = execFileSync(process.execPath, ['dist/libya-tui.cjs', 'serve', '--help'], {
			cwd: ROOT,
			encoding: 'utf8',
		});
		expect(options.length).toBeGreaterThan(2);
		expect(options.filter(option => !help.includes(`${option} `))).toEqual([]);
	});
});

type Instruction = {readonly name: string; readonly rest: string};

/** The instructions of each stage. */
const stagesOf = (text: string): readonly (readonly Instruction[])[] => {
	const stages: Instruction[][] = [];
	const lines = text.replaceAll(/\\\n\s*/g, ' ').split('\n');
	for (const line of lines.filter(wanted => /^[A-Z]+ /.test(wanted))) {
		const [, name = '', rest = ''] = /^([A-Z]+) (.*)$/.exec(line) ?? [];
		if (name === 'FROM') {
			stages.push([]);
		}

		stages.at(-1)?.push({name, rest});
	}

	return stages;
};

const restOf = (stage: readonly Instruction[] | undefined, wanted: string): readonly string[] =>
	(stage ?? []).filter(({name}) => name === wanted).map(({rest}) => rest);

describe('the container', () => {
	test('is built from what is there, and runs as nobody', async () => {
		const [build, final] = stagesOf(await deployed('Dockerfile'));
		const copied = restOf(build, 'COPY').flatMap(rest => rest.split(' ').slice(0, -1));
		const tracked = execFileSync('git', ['ls-files'], {cwd: ROOT, encoding: 'utf8'}).split('\n');
		for (const source of copied) {
			expect(tracked.some(file => file === source || file.startsWith(`${source}/`))).toBe(true);
		}

		expect(restOf(final, 'USER')).toEqual(['65532:65532']);
		expect(restOf(final, 'COPY')).toEqual(['--from=build /build/dist /app/dist']);
	});

	test('needs nothing but what is copied into it', async () => {
		const [, final] = stagesOf(await deployed('Dockerfile'));
		const entry = JSON.parse(restOf(final, 'ENTRYPOINT')[0] ?? '[]') as readonly string[];
		expect(entry.slice(0, 3)).toEqual(['node', '/app/dist/libya-tui.cjs', 'serve']);
		await using folder = await temporaryFolder();
		await mkdir(path.join(folder.path, 'app'));
		await cp(path.join(ROOT, 'dist'), path.join(folder.path, 'app/dist'), {recursive: true});
		const args = entry.slice(1).map(word => word.replace('/app', `${folder.path}/app`));
		const {code, stdout} = await runPiped({
			command: process.execPath,
			args: [...args, '--help'],
			cwd: folder.path,
		});
		expect(code).toBe(0);
		expect(stdout).toContain('libya-tui serve');
	});
});

test.skipIf(pathOf('haproxy') === undefined)('the configuration of HAProxy is one', async () => {
	const {code, stderr} = await runPiped({
		command: pathOf('haproxy') ?? '',
		args: ['-c', '-f', path.join(ROOT, 'deploy/haproxy.cfg')],
	});
	expect([code, stderr]).toEqual([0, '']);
});

describe('the manifest of Kubernetes', () => {
	test('gives a pod no rights, probes it, and mounts what it names', async () => {
		const [deployment, service, budget] = parseAllDocuments(await deployed('kubernetes.yaml')).map(
			document => document.toJS(),
		);
		expect([deployment.kind, service.kind, budget.kind]).toEqual([
			'Deployment',
			'Service',
			'PodDisruptionBudget',
		]);
		const {spec} = deployment.spec.template;
		expect(spec.securityContext.runAsNonRoot).toBe(true);
		const [container] = spec.containers;
		for (const each of [...spec.initContainers, container]) {
			expect(each.securityContext).toEqual({
				allowPrivilegeEscalation: false,
				readOnlyRootFilesystem: true,
				capabilities: {drop: ['ALL']},
			});
			const volumes = spec.volumes.map(({name}: {name: string}) => name);
			for (const {name} of each.volumeMounts) {
				expect(volumes).toContain(name);
			}
		}

		const [port] = container.ports;
		expect(container.readinessProbe.tcpSocket.port).toBe(port.name);
		expect(service.spec.ports[0].targetPort).toBe(port.name);
		expect(container.livenessProbe.exec.command[0]).toBe('node');
		expect(service.spec.selector).toEqual(deployment.spec.selector.matchLabels);
		expect(budget.spec.selector).toEqual(deployment.spec.selector);
	});
});
