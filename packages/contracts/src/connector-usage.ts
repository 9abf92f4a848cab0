import * as z from 'zod';
import { Provider } from './providers.ts';

export const GetUsageInput = z.strictObject({ provider: Provider });
export type GetUsageInput = z.infer<typeof GetUsageInput>;

const exampleUsage = {
  base_id: 'appPasserelle0001',
  month: '2026-11',
  calls: 420,
  since: '2026-11-02T08:00:00.000Z',
  forecast: 640,
  plans: [{ name: 'Free', monthly_calls: 1000, forecast_share: 64 }],
  message: 'À ce rythme, 640 appels en 2026-11 : la formule Free en permet 1 000.',
};

/** How many requests a connection has sent this month, and will have sent at its end. */
export const ConnectorUsage = z
  .strictObject({
    base_id: z.string(),
    month: z.string().meta({ description: 'Mois en cours, `AAAA-MM`, UTC.' }),
    calls: z.int().meta({ description: 'Appels que Passerelle a envoyés depuis le début du mois.' }),
    since: z.string().nullable().meta({ description: 'Premier appel du mois, ISO 8601, UTC.' }),
    forecast: z.int().meta({ description: 'Appels attendus à la fin du mois, au rythme vu jusqu’ici.' }),
    plans: z
      .array(
        z.strictObject({
          name: z.string(),
          monthly_calls: z.int().nullable().meta({ description: '`null` : sans limite.' }),
          forecast_share: z
            .int()
            .nullable()
            .meta({ description: 'Part de la limite que la prévision atteint, en pour cent.' }),
        }),
      )
      .meta({ description: 'Formules du service et leurs limites mensuelles ; vide quand il n’en a pas.' }),
    message: z.string(),
  })
  .meta({ id: 'ConnectorUsage', examples: [exampleUsage] });
export type ConnectorUsage = z.infer<typeof ConnectorUsage>;

export const UsageOutput = z
  .strictObject({ success: z.literal(true), data: ConnectorUsage })
  .meta({ id: 'ConnectorUsageAnswer', examples: [{ success: true, data: exampleUsage }] });
export type UsageOutput = z.infer<typeof UsageOutput>;
