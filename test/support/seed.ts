import process from 'node:process';
import fc from 'fast-check';

/*
Properties try the same values in every run, so that one that fails says something of what was changed. `TEST_SEED=any`
looks for new ones, `TEST_SEED=` with a number for those of a run that failed.
*/

const {TEST_SEED = '20110331'} = process.env;

if (TEST_SEED !== 'any') {
	fc.configureGlobal({seed: Number(TEST_SEED)});
}
