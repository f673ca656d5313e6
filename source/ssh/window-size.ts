export const windowSize = (columns: number, rows: number) => ({
	columns: Math.min(400, Math.max(20, columns || 80)),
	rows: Math.min(150, Math.max(5, rows || 24)),
});
