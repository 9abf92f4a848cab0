import * as z from 'zod';
import { UNKNOWN_PROVIDER_MESSAGE } from './providers.ts';

/** The two shapes errors take, by the family of the path: connectors and sync, or the CRM's own paths. */
export const ENVELOPE_KINDS = ['sync', 'crm'] as const;
export type EnvelopeKind = (typeof ENVELOPE_KINDS)[number];

const sentence = z.string().meta({ description: 'Phrase à montrer telle quelle.' });

/** Body of every error on connector and sync paths. */
export const SyncErrorBody = z.strictObject({ success: z.literal(false), error: sentence }).meta({
  id: 'SyncError',
  description: 'Erreur des chemins de connecteurs et de synchronisation.',
  examples: [{ success: false, error: UNKNOWN_PROVIDER_MESSAGE }],
});
export type SyncErrorBody = z.infer<typeof SyncErrorBody>;

/** Body of every error on the CRM's own paths. */
export const CrmErrorBody = z
  .strictObject({ success: z.literal(false), data: z.null(), error: sentence })
  .meta({
    id: 'CrmError',
    description: 'Erreur des chemins du CRM.',
    examples: [{ success: false, data: null, error: 'Deal non trouvé' }],
  });
export type CrmErrorBody = z.infer<typeof CrmErrorBody>;

/** Body of any error for a client that asks `Accept: application/problem+json` (RFC 9457). */
export const ProblemBody = z
  .strictObject({
    type: z.string().meta({ description: 'URN qui nomme la sorte d’erreur.' }),
    title: z.string(),
    status: z.int().min(400).max(599),
    detail: sentence,
    instance: z.string().meta({ description: 'Chemin demandé.' }),
    request_id: z.string().meta({ description: 'À donner à qui tient le serveur.' }),
    errors: z.array(
      z.strictObject({
        pointer: z.string().meta({ description: 'Pointeur JSON (RFC 6901) vers le champ fautif.' }),
        detail: sentence,
      }),
    ),
  })
  .meta({
    id: 'Problem',
    description: 'Toute erreur, pour un client qui envoie `Accept: application/problem+json` (RFC 9457).',
    examples: [
      {
        type: 'urn:passerelle:error:bad_input',
        title: 'Demande incorrecte',
        status: 400,
        detail: 'Champ limit : « 0 » est trop petit. Donnez au moins 1.',
        instance: '/api/sync/logs',
        request_id: '5f0c2a1e-7d0b-4a57-9a55-0f6a3c1b2d3e',
        errors: [{ pointer: '/limit', detail: 'Champ limit : « 0 » est trop petit. Donnez au moins 1.' }],
      },
    ],
  });
export type ProblemBody = z.infer<typeof ProblemBody>;
