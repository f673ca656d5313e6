/** More than any terminal has; a size beyond it would only cost time and memory. */
export const LARGEST_WINDOW = {columns: 400, rows: 150} as const;
