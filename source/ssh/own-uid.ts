import {statSync} from 'node:fs';
import {userInfo} from 'node:os';

/**
The number of the user that the process acts as.

@returns Nothing where users have no numbers, as on Windows.
*/
export const ownUid = (): number | undefined => {
	try {
		const {uid} = userInfo();
		return uid < 0 ? undefined : uid;
	} catch {
		// In a container a process may run as a number that nobody is listed under.
		return statSync('/proc/self').uid;
	}
};
