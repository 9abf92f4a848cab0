import type { MessageKey } from '../fr/index.ts';
import { dashboard } from './dashboard.ts';
import { filters } from './filters.ts';
import { frame } from './frame.ts';

/** Everything the console says, in English. */
const messages: Readonly<Record<MessageKey, string>> = { ...frame, ...filters, ...dashboard };

export default messages;
