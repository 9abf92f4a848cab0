import * as z from 'zod';
import { limit } from './paging.ts';
import { lineOfText } from './text.ts';

/** Exchanges of a run a page holds unless `limit` says else. */
export const DEFAULT_EXCHANGE_ROWS = 20;

export const ListRunExchangesInput = z.strictObject({
  id: z.int().min(1).meta({ description: 'Identifiant de l’exécution.' }),
  mention: lineOfText(200).optional().meta({
    description:
      'Seulement ceux qui mentionnent ce texte, tel que l’identifiant d’un enregistrement distant.',
  }),
  limit: limit.meta({ description: `Échanges par page, ${DEFAULT_EXCHANGE_ROWS} par défaut.` }).optional(),
  cursor: z.int().min(1).meta({ description: '`position` du dernier reçu.' }).optional(),
});
export type ListRunExchangesInput = z.infer<typeof ListRunExchangesInput>;

/** One request that a run sent to the vendor, and what came back. */
export const RunExchange = z
  .strictObject({
    position: z.int().min(1),
    at: z.string().meta({ description: 'Fin de l’échange : ISO 8601, UTC.' }),
    method: z.string(),
    url: z.string().meta({ description: 'Sans jeton.' }),
    status: z.int().nullable().meta({ description: 'Statut HTTP ; `null` : aucune réponse n’est venue.' }),
    duration_ms: z.int().min(0),
    request: z
      .string()
      .nullable()
      .meta({ description: 'Corps envoyé, coupé s’il est très long ; `null` : sans corps.' }),
    answer: z.string().nullable().meta({
      description:
        'Corps reçu, de même ; `null` pour une page de lignes lues, qui sont dans les enregistrements de l’exécution.',
    }),
  })
  .meta({
    id: 'RunExchange',
    examples: [
      {
        position: 4,
        at: '2026-11-14T09:30:02.000Z',
        method: 'PATCH',
        url: 'https://example.com/v0/table',
        status: 200,
        duration_ms: 184,
        request: '{"records":[{"id":"recA1B2C3D4E5F6G7","fields":{"Amount":1200}}]}',
        answer: '{"records":[{"id":"recA1B2C3D4E5F6G7","fields":{"Amount":1200}}]}',
      },
    ],
  });
export type RunExchange = z.infer<typeof RunExchange>;

export const RunExchangeList = z
  .strictObject({ success: z.literal(true), data: z.array(RunExchange) })
  .meta({ id: 'RunExchangeList' });
export type RunExchangeList = z.infer<typeof RunExchangeList>;
