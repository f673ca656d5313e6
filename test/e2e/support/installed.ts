import {spawnSync} from 'node:child_process';
import {accessSync, constants} from 'node:fs';
import path from 'node:path';

/** The path of a program that can be started here, those for administrators too; absent: there is none. */
export const pathOf = (program: string): string | undefined =>
	[...(process.env.PATH ?? '').split(path.delimiter), '/usr/sbin']
		.map(folder => path.join(folder, program))
		.find(file => {
			try {
				accessSync(file, constants.X_OK);
				return true;
			} catch {
				return false;
			}
		});

/** Whether a program of that name can be started here. */
export const isInstalled = (program: string): boolean => pathOf(program) !== undefined;

/** Where Debian's packages for Python are. */
export const PYTHON = '/usr/bin/python3';

/** Whether that Python has a module. */
export const hasPython = (module: string): boolean =>
	spawnSync(PYTHON, ['-W', 'ignore', '-c', `import ${module}`]).status === 0;
