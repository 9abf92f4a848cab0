import assert from 'node:assert/strict';
import type { Database } from '../../src/index.ts';

interface Sums {
  readonly id: number;
  readonly direction: string;
  readonly ended_as: string | null;
  readonly processed: number;
  readonly told: number;
  readonly counted: number;
  readonly total: number | null;
}

/**
 * Fails unless every run tells each of its records exactly once: outcomes stored = outcomes counted = records processed
 * and, for an import that went to its end, = records read.
 */
export async function expectEveryRecordToldOnce(database: Database): Promise<void> {
  const runs = await database.em().execute<Sums[]>(
    `select r.id, l.direction, r.ended_as, r.records_total as total, l.records_processed as processed,
       l.records_created + l.records_updated + r.records_unchanged + r.records_failed as counted,
       (select count(*) from run_outcomes o where o.run_id = r.id) as told
     from sync_runs r join sync_logs l on l.id = r.id
     where r.active_provider is null and r.details_removed_at is null order by r.id`,
  );
  for (const { id, direction, ended_as, processed, told, counted, total } of runs) {
    assert.equal(Number(counted), processed, `run ${id}: ${counted} counted, ${processed} processed`);
    assert.equal(Number(told), processed, `run ${id}: ${told} told, ${processed} processed`);
    if (direction !== 'import' || ended_as !== 'finished') continue;
    assert.equal(total, processed, `run ${id}: ${total} read, ${processed} processed`);
  }
}
