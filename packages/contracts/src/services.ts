import type { AnalyticsService } from './analytics-service.ts';
import type { ConflictsService } from './conflicts.ts';
import type { ConnectorsService } from './connectors.ts';
import type { DealsService } from './deals.ts';
import type { DeletionsService } from './deletions.ts';
import type { PlansService } from './plans.ts';
import type { RunsService } from './runs.ts';
import type { SyncService } from './sync.ts';
import type { UploadService } from './upload.ts';

/** Everything the procedures, and the upload of files, hand their work to: one service per resource, under the resource's name. */
export interface Services {
  readonly connectors: ConnectorsService;
  readonly sync: SyncService;
  readonly plans: PlansService;
  readonly runs: RunsService;
  readonly conflicts: ConflictsService;
  readonly deletions: DeletionsService;
  readonly deals: DealsService;
  readonly analytics: AnalyticsService;
  readonly upload: UploadService;
}
