import type {Socket} from 'node:net';
export const limitInbound = (_socket: Socket, _onFlood: () => void): void => {};
