import { analyticsRouter } from './analytics.ts';
import { conflictsRouter } from './conflicts.ts';
import { connectorsRouter } from './connectors.ts';
import { dealsRouter } from './deals.ts';
import { deletionsRouter } from './deletions.ts';
import { plansRouter } from './plans.ts';
import { router } from './procedure.ts';
import { runsRouter } from './runs.ts';
import { syncRouter } from './sync.ts';
import { uploadRouter } from './upload.ts';

/** Everything Passerelle promises, one router per resource. */
export const appRouter = router({
  connectors: connectorsRouter,
  sync: syncRouter,
  plans: plansRouter,
  runs: runsRouter,
  conflicts: conflictsRouter,
  deletions: deletionsRouter,
  deals: dealsRouter,
  analytics: analyticsRouter,
  upload: uploadRouter,
});
export type AppRouter = typeof appRouter;
