import {manPage} from './man-page.ts';
import type {MAN} from './man-spec.ts';
import type {Perform} from './perform.ts';
import {writeOut} from './write-out.ts';

export const man: Perform<typeof MAN> = host => writeOut(host, manPage());
