import { vendors } from '../../vendors/en.ts';
import type { MessageKey } from '../fr/index.ts';
import { connectors } from './connectors.ts';
import { dashboard } from './dashboard.ts';
import { deals } from './deals.ts';
import { filters } from './filters.ts';
import { frame } from './frame.ts';
import { sync } from './sync.ts';

/** Everything the console says, in English. */
const messages: Readonly<Record<MessageKey, string>> = {
  ...frame,
  ...filters,
  ...dashboard,
  ...deals,
  ...connectors,
  ...vendors,
  ...sync,
};

export default messages;
