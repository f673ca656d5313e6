import type {Client} from 'ssh2';

/** What of ssh2's client no interface of it has. */
interface Sender {
	readonly _protocol: {
		readonly _packetRW: {
			readonly write: {
				readonly allocStart: number;
				alloc: (size: number) => Buffer;
				finalize: (packet: Buffer) => Buffer;
			};
		};
		readonly _cipher: {encrypt: (packet: Buffer) => void};
	};
}

/** Sends a message through ssh2's client as it is, encrypted with its keys, right or wrong. */
export const sendPayload = (client: Client, payload: Uint8Array): void => {
	const {_packetRW: packets, _cipher: cipher} = (client as unknown as Sender)._protocol;
	const packet = packets.write.alloc(payload.length);
	packet.set(payload, packets.write.allocStart);
	cipher.encrypt(packets.write.finalize(packet));
};
