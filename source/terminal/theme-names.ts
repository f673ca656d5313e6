/** Themes, the first of them for whoever names none. */
export const THEME_NAMES = ['terminal', 'high-contrast', 'plain'] as const;

export type ThemeName = (typeof THEME_NAMES)[number];
