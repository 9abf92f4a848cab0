import type { MonthlyPlan } from '@passerelle/connector';
import {
  type ConnectorUsage,
  ContractError,
  notConfiguredMessage,
  type Provider,
} from '@passerelle/contracts';
import { ConnectorConfig, type Database, vendorCallsOf } from '@passerelle/database';
import type { CallCounter } from '../call-counter.ts';
import { CONNECTORS } from '../connectors.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

/** The month's calls of the saved connection, and what they come to. Throws `ContractError` `connector_not_configured`. */
export async function usageOf(
  parts: { readonly database: Database; readonly calls: CallCounter },
  provider: Provider,
  now: Date,
): Promise<ConnectorUsage> {
  const em = parts.database.em();
  const config = await em.findOne(ConnectorConfig, { provider });
  if (!config?.base_id) throw new ContractError('connector_not_configured', notConfiguredMessage(provider));
  const { parseBaseId, plans } = CONNECTORS[provider];
  const baseId = parseBaseId(config.base_id) ?? config.base_id;
  const month = now.toISOString().slice(0, 7);
  await parts.calls.flush();
  const stored = await vendorCallsOf(em, { provider, baseId, month });
  const calls = stored?.calls ?? 0;
  const since = stored?.firstCallAt ?? null;
  const forecast = since === null ? 0 : forecastOf(calls, new Date(since), now);
  return {
    base_id: baseId,
    month,
    calls,
    since,
    forecast,
    plans: plans.map((plan) => ({
      name: plan.name,
      monthly_calls: plan.calls,
      forecast_share: plan.calls === null ? null : Math.round((forecast / plan.calls) * 100),
    })),
    message: messageOf({ month, forecast, plans }),
  };
}

/** What the month comes to at the pace since its first call; a first day is taken whole, or one import would look like a habit. */
function forecastOf(calls: number, since: Date, now: Date): number {
  const end = Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 1);
  const elapsedMs = Math.max(DAY_MS, now.getTime() - since.getTime());
  return Math.round(calls + (calls / elapsedMs) * Math.max(0, end - now.getTime()));
}

function messageOf({
  month,
  forecast,
  plans,
}: {
  month: string;
  forecast: number;
  plans: readonly MonthlyPlan[];
}) {
  const pace = `À ce rythme, ${shown(forecast)} appels en ${month}`;
  const limited = plans.filter(({ calls }) => calls !== null);
  if (limited.length === 0) return `${pace}. Ce service ne limite pas les appels par mois.`;
  const enough = limited.find(({ calls }) => calls !== null && forecast <= calls);
  if (enough) return `${pace} : la formule ${enough.name} en permet ${shown(enough.calls ?? 0)}.`;
  const unlimited = plans.find(({ calls }) => calls === null);
  const where = unlimited ? ` Seule la formule ${unlimited.name} n’a pas de limite.` : '';
  return `${pace} : plus que chaque limite mensuelle.${where} Espacez les synchronisations.`;
}

const shown = (count: number) => count.toLocaleString('fr-FR');
