import {
  ContractError,
  DEFAULT_DELETIONS,
  type DecideDeletionsInput,
  type Deletion,
  type DeletionsService,
  type Provider,
} from '@passerelle/contracts';
import { type Database, type DeletionRow, listDeletions } from '@passerelle/database';
import { type DecidedDeletions, decideDeletions } from '@passerelle/sync';
import { CONNECTORS } from '../connectors.ts';
import { takePage } from './take-page.ts';
import { workOn } from './work-on.ts';

/** Records that one side lost, and what becomes of the other side. */
export function deletionsService(parts: { database: Database; now: () => Date }): DeletionsService {
  const { database, now } = parts;
  return {
    list: async ({ provider, state = 'pending', cursor = 0, limit = DEFAULT_DELETIONS }, call) => {
      const page = { provider, state, after: cursor, limit: limit + 1 };
      const rows = await listDeletions(workOn(database), page);
      return { success: true, data: takePage(rows, limit, call).map(answerDeletion) };
    },
    decide: async ({ decision, ids, filter, state = 'pending' }) => {
      const wish = { decision, state, which: ids === undefined ? (filter ?? {}) : { ids } };
      const found = await decideDeletions(database, wish, now().toISOString());
      const decided = found.done + found.toCome + found.before;
      if (decided === 0) throw nothingDecided(found);
      return { success: true, decided, refused: [...found.refused], message: messageOf(decision, found) };
    },
  };
}

function answerDeletion({ remote_table_id: _, client, agreed, survivor: __, ...row }: DeletionRow): Deletion {
  return {
    ...row,
    provider: row.provider,
    name: client,
    values: JSON.parse(agreed),
    // To whoever looks, what is on its way is approved.
    state: (row.state === 'sending' ? 'approved' : row.state) as Deletion['state'],
    is_reversible:
      row.side === 'remote' || CONNECTORS[row.provider as Provider].capabilities.restoresArchived,
  };
}

function nothingDecided({ refused: [first] }: DecidedDeletions): ContractError {
  if (first === undefined) {
    return new ContractError('not_found', 'Aucune de ces suppressions n’existe. Relisez la liste.');
  }
  return new ContractError('deletion_decided', first.reason);
}

function messageOf(decision: DecideDeletionsInput['decision'], found: DecidedDeletions): string {
  const { done, toCome, before, refused } = found;
  const parts = [
    ...(done > 0 ? [`${done} ${done > 1 ? DONE[decision][1] : DONE[decision][0]}.`] : []),
    ...(toCome > 0 ? [`${toCome} ${toCome > 1 ? TO_COME[decision][1] : TO_COME[decision][0]}.`] : []),
    ...(before > 0 ? [`${before} ${before > 1 ? 'l’étaient' : 'l’était'} déjà.`] : []),
    ...(refused.length > 0 ? [`${refused.length} ${refused.length > 1 ? 'refusés' : 'refusé'}.`] : []),
  ];
  return parts.join(' ');
}

const DONE = {
  archive: ['deal archivé dans le CRM', 'deals archivés dans le CRM'],
  keep: ['enregistrement gardé', 'enregistrements gardés'],
  restore: ['deal ramené dans le CRM', 'deals ramenés dans le CRM'],
} as const;

const TO_COME = {
  archive: [
    'enregistrement sera retiré de la table distante par le prochain export ou la prochaine synchronisation',
    'enregistrements seront retirés de la table distante par le prochain export ou la prochaine synchronisation',
  ],
  keep: ['enregistrement sera gardé', 'enregistrements seront gardés'],
  restore: [
    'enregistrement sera recréé par la prochaine synchronisation',
    'enregistrements seront recréés par la prochaine synchronisation',
  ],
} as const;
