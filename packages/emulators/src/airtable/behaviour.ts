import * as z from 'zod';
import { MAX_PAGE_SIZE } from './list-parameters.ts';

/** What can be changed while the emulator runs: sizes and times, and what Airtable does not publish and may do either way. */
export interface AirtableBehaviour {
  /** Pages hold no more than this. */
  pageCap: number;
  /** How long an offset lives after its last use. */
  iteratorLifetimeMs: number;
  /** Each entry cuts one page to that many records, with an offset although it is short. */
  readonly shortPages: number[];
  /** Whether the error of a lost offset has a message. */
  explainsLostIterator: boolean;
  /** Whether a record is found by the path of another table of its base. */
  findsRecordsOfOtherTables: boolean;
  /** Whether `whoami` names the scopes of the token. */
  tellsScopes: boolean;
  /** Whether a select takes an option that differs in capitals for the one it has. */
  ignoresCaseOfChoices: boolean;
  /** Whether a record that is gone is told as `MODEL_ID_NOT_FOUND` and not as a bare `NOT_FOUND`. */
  namesMissingRecords: boolean;
  /** The status of a body that is no JSON. */
  unparsedBodyStatus: 400 | 422;
}

/** Ten minutes, since the vendor's own figure is not published. */
const ITERATOR_LIFETIME_MS = 10 * 60_000;

/** What holds until it is changed. */
export const newBehaviour = (): AirtableBehaviour => ({
  pageCap: MAX_PAGE_SIZE,
  iteratorLifetimeMs: ITERATOR_LIFETIME_MS,
  shortPages: [],
  explainsLostIterator: false,
  findsRecordsOfOtherTables: false,
  tellsScopes: true,
  ignoresCaseOfChoices: false,
  namesMissingRecords: false,
  unparsedBodyStatus: 422,
});

/** A change as the options and `POST /_control/behaviour` take it. */
export const BehaviourChange = z.strictObject({
  pageCap: z.int().min(1).optional(),
  iteratorLifetimeMs: z.number().min(0).optional(),
  shortPages: z.array(z.int().min(0)).optional(),
  explainsLostIterator: z.boolean().optional(),
  findsRecordsOfOtherTables: z.boolean().optional(),
  tellsScopes: z.boolean().optional(),
  ignoresCaseOfChoices: z.boolean().optional(),
  namesMissingRecords: z.boolean().optional(),
  unparsedBodyStatus: z.literal([400, 422]).optional(),
});

/** Changes what is stated, leaves the rest, and adds the short pages to those still to come. */
export function changeBehaviour(
  behaviour: AirtableBehaviour,
  { shortPages = [], ...change }: z.infer<typeof BehaviourChange>,
): AirtableBehaviour {
  behaviour.shortPages.push(...shortPages);
  const stated = Object.entries(change).filter(([, value]) => value !== undefined);
  return Object.assign(behaviour, Object.fromEntries(stated));
}
