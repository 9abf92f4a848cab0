import type { Services } from '@passerelle/contracts';
import { analyticsService } from './analytics.ts';
import { conflictsService } from './conflicts.ts';
import { type ConnectorsParts, connectorsService } from './connectors.ts';
import { dealsService } from './deals.ts';
import { plansService } from './plans.ts';
import { type RunsParts, runsService } from './runs.ts';
import { syncService } from './sync.ts';
import { uploadService } from './upload.ts';

/** Makes the services of the contract over one database, one engine and one way to connect. */
export function buildServices(
  parts: Omit<RunsParts & ConnectorsParts, 'now'> & Partial<Pick<RunsParts, 'now'>>,
): Services {
  const { now = () => new Date() } = parts;
  return {
    connectors: connectorsService({ ...parts, now }),
    sync: syncService({ ...parts, now }),
    plans: plansService({ ...parts, now }),
    runs: runsService({ ...parts, now }),
    conflicts: conflictsService({ ...parts, now }),
    deals: dealsService({ ...parts, now }),
    upload: uploadService({ ...parts, now }),
    analytics: analyticsService({ ...parts, now }),
  };
}
