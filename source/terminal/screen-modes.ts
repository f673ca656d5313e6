/** Takes a terminal over for a full screen: alternate screen, no cursor, no wrapping at the edge, pasted text in brackets. */
export const ENTER_SCREEN = '\u{1B}[?1049h\u{1B}[?25l\u{1B}[?7l\u{1B}[?2004h';

/**
Gives it back as it was. Where there is no alternate screen, as in GNU screen unless told otherwise and on the
console of Linux, what comes next stands under the last frame; a row far below all is the last.
*/
export const LEAVE_SCREEN =
	'\u{1B}[?2004l\u{1B}[?7h\u{1B}[0m\u{1B}[?25h\u{1B}[999H\r\n\u{1B}[?1049l';
