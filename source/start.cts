// Apart from the launcher, because a Node too old for `import()` must be able to read that.
import('./cli.js');
