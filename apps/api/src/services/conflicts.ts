import {
  type Conflict,
  type ConflictsService,
  ContractError,
  DEFAULT_CONFLICTS,
} from '@passerelle/contracts';
import { type Database, type ListedConflict, listConflictRows, settleConflicts } from '@passerelle/database';
import { takePage } from './take-page.ts';
import { workOn } from './work-on.ts';

/** Fields that both sides changed and that wait for a person. */
export function conflictsService(parts: { database: Database; now: () => Date }): ConflictsService {
  const { database, now } = parts;
  return {
    list: async ({ provider, cursor = 0, limit = DEFAULT_CONFLICTS }, call) => {
      const rows = await listConflictRows(workOn(database), { provider, after: cursor, limit: limit + 1 });
      return { success: true, data: takePage(rows, limit, call).map(answerConflict) };
    },
    settle: async ({ ids, keep }) => {
      const settled = await database
        .em()
        .transactional((em) =>
          settleConflicts({ em, sql: database.sql }, { ids, keep, now: now().toISOString() }),
        );
      if (settled === 0) {
        throw new ContractError('not_found', 'Aucun de ces conflits n’attend plus. Relisez la liste.');
      }
      const message = settled > 1 ? `${settled} conflits réglés.` : '1 conflit réglé.';
      return { success: true, settled, message };
    },
  };
}

function answerConflict({ client, local_value, remote_value, ...row }: ListedConflict): Conflict {
  return { ...row, name: client, local: JSON.parse(local_value), remote: JSON.parse(remote_value) };
}
