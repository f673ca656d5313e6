export interface TrustedProxies {
	readonly includes: (address: string) => boolean;
}
export const trustedProxies = (list: string): TrustedProxies => ({
	includes: a => list.split(',').includes(a),
});
