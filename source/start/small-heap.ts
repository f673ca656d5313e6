import process from 'node:process';

/**
Keeps the space for new objects at the size it has by now. V8 doubles it up to 64 MiB while keys are
pressed, most of it for what the last frames left behind; a frame needs far less than it has at the start.
*/
export const keepHeapSmall = (): void => {
	process.getBuiltinModule('node:v8').setFlagsFromString('--semi-space-growth-factor=1');
};
