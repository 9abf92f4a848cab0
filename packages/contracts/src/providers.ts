import * as z from 'zod';
import { PROVIDERS } from './provider-names.ts';

export { PROVIDERS };

/** What the user's specification answers, to the letter, wherever a provider is not one of ours. */
export const UNKNOWN_PROVIDER_MESSAGE = `Provider non supporté. Valeurs acceptées: ${PROVIDERS.join(', ')}`;

/** A provider's name as paths and filters take it. */
export const Provider = z.enum(PROVIDERS, { error: UNKNOWN_PROVIDER_MESSAGE });
export type Provider = z.infer<typeof Provider>;
