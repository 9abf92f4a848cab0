/** Every page of the console, by a name for files, with the address that shows it filled. */
export const PAGES = [
  { name: 'dashboard', path: '/' },
  { name: 'deals', path: '/deals' },
  { name: 'board', path: '/deals?view=board' },
  { name: 'deal', path: '/deals?deal=1' },
  { name: 'connectors', path: '/connecteurs' },
  { name: 'connector', path: '/connecteurs/airtable' },
  { name: 'synchronise', path: '/synchroniser' },
  { name: 'history', path: '/historique' },
  { name: 'run', path: '/historique/1' },
] as const;

/** Widths that a phone, a tablet and a laptop have. */
export const WIDTHS = [360, 768, 1440] as const;
export const THEMES = ['light', 'dark'] as const;
