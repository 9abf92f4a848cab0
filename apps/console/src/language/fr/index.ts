import { dashboard } from './dashboard.ts';
import { filters } from './filters.ts';
import { frame } from './frame.ts';

const messages = { ...frame, ...filters, ...dashboard } as const;

/** Everything the console says, in French: the list of keys that every language follows. */
export default messages;
export type MessageKey = keyof typeof messages;
