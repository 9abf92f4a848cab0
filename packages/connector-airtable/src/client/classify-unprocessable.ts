import type { AirtableCall } from './airtable-call.ts';
import type { Refusal, Verdict } from './refusal.ts';
import * as sentences from './sentences.ts';

type Rule = (refusal: Refusal, call: AirtableCall) => Verdict;

const columnMissing: Rule = ({ message }) => ['column_missing', sentences.columnMissing(message)];
const cursorExpired: Rule = () => ['cursor_expired', sentences.CURSOR_EXPIRED];
const valueRefused: Rule = ({ message, type }) => [
  'value_refused',
  sentences.valueRefused(message || (type ?? '')),
];

/**
 * What each error type of a 4xx means. Our formulas and views name nothing but the table's own, so a bad one lost what
 * it names.
 */
const RULES: Readonly<Record<string, Rule>> = {
  UNKNOWN_FIELD_NAME: columnMissing,
  INVALID_FILTER_BY_FORMULA: columnMissing,
  VIEW_ID_NOT_FOUND: columnMissing,
  VIEW_NAME_NOT_FOUND: columnMissing,
  INVALID_OFFSET_VALUE: cursorExpired,
  LIST_RECORDS_ITERATOR_NOT_AVAILABLE: cursorExpired,
  INVALID_VALUE_FOR_COLUMN: valueRefused,
  INVALID_MULTIPLE_CHOICE_OPTIONS: ({ message }) => [
    'value_refused',
    sentences.optionRefused(optionIn(message)),
  ],
  ROW_DOES_NOT_EXIST: () => ['record_gone', sentences.RECORD_GONE],
};

/** What a 4xx with a type means; one we do not know is the value's fault on a write and ours on a read. */
export function classifyUnprocessable(refusal: Refusal, call: AirtableCall): Verdict {
  const rule = RULES[refusal.type ?? ''];
  if (rule) return rule(refusal, call);
  if (call.write) return valueRefused(refusal, call);
  return [
    'answer_unreadable',
    sentences.formRefused(refusal.status, refusal.message || (refusal.type ?? '')),
  ];
}

/** The option in `…new select option "X"`, which Airtable often quotes twice. */
function optionIn(message: string): string | null {
  return /"+(.*?)"+$/s.exec(message.trim())?.[1] ?? null;
}
