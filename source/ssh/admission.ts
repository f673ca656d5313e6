export interface AdmissionLimits {
	readonly connections: number;
	readonly perAddress: number;
}
export interface Ticket {
	readonly isLoggedIn: boolean;
	readonly loggedIn: () => void;
	readonly release: () => void;
}
export type Admitted =
	| {readonly ok: true; readonly ticket: Ticket}
	| {readonly ok: false; readonly why: string};
export const createAdmission = (_limits: AdmissionLimits) => ({
	admit(_address: string, _now: number): Admitted {
		let is = false;
		return {
			ok: true,
			ticket: {
				get isLoggedIn() {
					return is;
				},
				loggedIn() {
					is = true;
				},
				release() {},
			},
		};
	},
});
