import { type Connector, RateLimiterPool, type VendorExchange } from '@passerelle/connector';
import { ContractError, type Provider } from '@passerelle/contracts';
import { SANDBOX_TOKEN } from '@passerelle/emulators';
import { CONNECTORS } from './connectors.ts';

/** Where a connection leads. */
interface ConnectionTarget {
  readonly provider: Provider;
  readonly token: string;
  readonly baseId: string;
  readonly tableName: string | null;
  readonly onExchange?: ((exchange: VendorExchange) => void) | undefined;
}

/** Makes a connector that talks to the vendor, or to the sandbox. Throws `ContractError` `sandbox_off`. */
export type Connect = (target: ConnectionTarget) => Connector;

/** API address of each provider. */
export type ApiUrls = Readonly<Record<Provider, string>>;

/** Joins the connectors to the addresses of this process. */
export function connectWith(options: {
  readonly apiUrls: ApiUrls;
  /** `null` when the sandbox is off. */
  readonly sandboxUrls: ApiUrls | null;
  /** Shared by every connection it makes, so that all of them spend one budget. */
  readonly limiters?: RateLimiterPool;
  /** Told of every request that leaves for a vendor; the sandbox is none. */
  readonly onCall?: (provider: Provider, baseId: string) => void;
}): Connect {
  const vendors = { urls: options.apiUrls, limiters: options.limiters ?? new RateLimiterPool() };
  // The sandbox runs without the vendors' limits: a first export must not take a minute and a half.
  const sandbox = { urls: options.sandboxUrls, limiters: new RateLimiterPool({ enforced: false }) };
  return ({ provider, token, baseId, tableName, onExchange }) => {
    const { urls, limiters } = token === SANDBOX_TOKEN ? sandbox : vendors;
    if (urls === null) throw sandboxOff();
    const { fetch } = globalThis;
    const { connect, parseBaseId } = CONNECTORS[provider];
    const counted = parseBaseId(baseId) ?? baseId;
    return connect({
      apiUrl: urls[provider],
      token,
      baseId,
      tableName,
      fetch,
      limiters,
      onExchange,
      onRequest: () => {
        if (token !== SANDBOX_TOKEN) options.onCall?.(provider, counted);
      },
    });
  };
}

function sandboxOff(): ContractError {
  return new ContractError(
    'sandbox_off',
    'Le bac à sable est éteint. Relancez avec PASSERELLE_SANDBOX=on, ou enregistrez le jeton de votre compte.',
  );
}
