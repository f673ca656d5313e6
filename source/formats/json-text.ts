import {safeJson} from './safe-json.ts';

/** A value as JSON over several lines, a line's end behind it, safe to print. */
export const jsonText = (value: unknown): string => `${safeJson(value, '\t')}\n`;
