import {spawnSync} from 'node:child_process';
import process from 'node:process';
import {expect, test} from 'vitest';

test('this Node has the flags that keep memory small, and so says nothing of them', () => {
	const {status, stdout, stderr} = spawnSync(
		process.execPath,
		[
			'--input-type=module',
			'-e',
			`import {compileLightly, keepHeapSmall} from ${JSON.stringify(new URL('../../source/start/small-heap.ts', import.meta.url).href)};
			keepHeapSmall();
			compileLightly();`,
		],
		{encoding: 'utf8'},
	);
	expect({status, stdout, stderr}).toEqual({status: 0, stdout: '', stderr: ''});
});
