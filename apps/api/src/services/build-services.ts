import type { Services } from '@passerelle/contracts';
import { analyticsService } from './analytics.ts';
import { conflictsService } from './conflicts.ts';
import { type ConnectorsParts, connectorsService } from './connectors.ts';
import { dealsService } from './deals.ts';
import { deletionsService } from './deletions.ts';
import { plansService } from './plans.ts';
import { type RunsParts, runsService } from './runs.ts';
import { syncService } from './sync.ts';
import { uploadService } from './upload.ts';

/** What all services work with; the clock is the real one, and there is no sandbox, unless they are told. */
type ServiceParts = Omit<RunsParts & ConnectorsParts, 'now' | 'hasSandbox'> &
  Partial<Pick<RunsParts & ConnectorsParts, 'now' | 'hasSandbox'>>;

/** Makes the services of the contract over one database, one engine and one way to connect. */
export function buildServices(parts: ServiceParts): Services {
  const { now = () => new Date(), hasSandbox = false } = parts;
  return {
    connectors: connectorsService({ ...parts, now, hasSandbox }),
    sync: syncService({ ...parts, now }),
    plans: plansService({ ...parts, now }),
    runs: runsService({ ...parts, now }),
    conflicts: conflictsService({ ...parts, now }),
    deletions: deletionsService({ ...parts, now }),
    deals: dealsService({ ...parts, now }),
    upload: uploadService({ ...parts, now }),
    analytics: analyticsService({ ...parts, now }),
  };
}
