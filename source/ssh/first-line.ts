import type {Socket} from 'node:net';
export const withWholeFirstLine = (_socket: Socket): void => {};
