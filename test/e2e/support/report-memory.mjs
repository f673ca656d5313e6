// Loaded before the program by NODE_OPTIONS=--import: its peak of resident memory, in KiB, goes into MEMORY_FILE.
import {writeFileSync} from 'node:fs';
import process from 'node:process';

process.on('exit', () => {
	writeFileSync(process.env.MEMORY_FILE, String(process.resourceUsage().maxRSS));
});
