export const readProxyHeader = (
	_bytes: Buffer,
):
	| {is: 'incomplete'}
	| {is: 'wrong'; why: string}
	| {is: 'header'; address: string | undefined; port: number; length: number} => ({
	is: 'wrong',
	why: '',
});
