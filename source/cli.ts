import process from 'node:process';
import {readArguments} from './commands/arguments.ts';
import {Failure} from './commands/failure.ts';
import type {ExitCode} from './commands/host.ts';
import {open} from './commands/open.ts';
import {writeOut} from './commands/write-out.ts';
import {visibleText} from './terminal/visible-text.ts';

const run = async (): Promise<ExitCode> => {
	try {
		const request = readArguments(process.argv.slice(2));
		switch (request.type) {
			case 'print':
				return await writeOut(process, request.text);
			case 'open':
				return await open(process, request.options);
			case 'list-marks': {
				const {listMarks} = await import('./commands/list-marks.ts');
				return await listMarks(process, request.options);
			}
		}
	} catch (error) {
		if (error instanceof Failure) {
			const lines = error.message.split('\n').map(visibleText);
			process.stderr.write(`libya-tui: ${lines.join('\n')}\n`);
			return error.exitCode;
		}

		const {crashMessage} = await import('./commands/crash-report.ts');
		process.stderr.write(crashMessage(process, error));
		return 1;
	}
};

// Whatever still waits for something, a terminal that is gone for instance, does not hold the program.
process.exit(await run());
