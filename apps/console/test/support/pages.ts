/** Every page of the console, by a name for files, with the address that shows it filled. */
export const PAGES = [{ name: 'dashboard', path: '/' }] as const;

/** Widths that a phone, a tablet and a laptop have. */
export const WIDTHS = [360, 768, 1440] as const;
export const THEMES = ['light', 'dark'] as const;
