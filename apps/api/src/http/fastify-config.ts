import type { EnvelopeKind } from '@passerelle/contracts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Shape of the errors of this route; `sync` when it does not say. */
    envelope?: EnvelopeKind;
    /** Answered to anyone, key or not: it holds nothing of the user's. */
    open?: boolean;
  }
}
