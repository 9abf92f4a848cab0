import type { MessageKey } from '../fr/index.ts';
import { frame } from './frame.ts';

/** Everything the console says, in English. */
const messages: Readonly<Record<MessageKey, string>> = { ...frame };

export default messages;
