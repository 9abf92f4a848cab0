import { vendors } from '../../vendors/fr.ts';
import { connectors } from './connectors.ts';
import { dashboard } from './dashboard.ts';
import { deals } from './deals.ts';
import { filters } from './filters.ts';
import { frame } from './frame.ts';
import { sync } from './sync.ts';

const messages = {
  ...frame,
  ...filters,
  ...dashboard,
  ...deals,
  ...connectors,
  ...vendors,
  ...sync,
} as const;

/** Everything the console says, in French: the list of keys that every language follows. */
export default messages;
export type MessageKey = keyof typeof messages;
