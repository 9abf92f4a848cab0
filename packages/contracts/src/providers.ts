import * as z from 'zod';

/** The services Passerelle keeps in step with the CRM. Adding a name here makes the compiler ask for its connector. */
export const PROVIDERS = ['airtable', 'notion'] as const;

/** What the user's specification answers, to the letter, wherever a provider is not one of ours. */
export const UNKNOWN_PROVIDER_MESSAGE = `Provider non supporté. Valeurs acceptées: ${PROVIDERS.join(', ')}`;

/** A provider's name as paths and filters take it. */
export const Provider = z.enum(PROVIDERS, { error: UNKNOWN_PROVIDER_MESSAGE });
export type Provider = z.infer<typeof Provider>;
