// Apart from the launcher, because a Node too old for `import()` must be able to read that.
const {enableCompileCache} = require('node:module') as typeof import('node:module');
const {homedir} = require('node:os') as typeof import('node:os');
const {join} = require('node:path') as typeof import('node:path');

// Compiled code, kept by Node and thrown away by it when it or the program is another version.
try {
	enableCompileCache(
		join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'libya-tui', 'compiled'),
	);
} catch {
	// Nobody's home, as in some containers: the program compiles itself each time.
}

import('./cli.js');
