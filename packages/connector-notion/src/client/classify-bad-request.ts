import type { ConnectorErrorCode } from '@passerelle/connector';
import type { NotionCall } from './notion-call.ts';
import type { Refusal } from './refusal.ts';
import * as sentences from './sentences.ts';

interface Rule {
  readonly when: (refusal: Refusal, call: NotionCall) => boolean;
  readonly code: ConnectorErrorCode;
  readonly sentence: (refusal: Refusal) => string;
}

/**
 * Notion answers 400 `validation_error` for very different things and tells them apart by words only. The first
 * rule that fits wins; words we do not know are a refused value on a write and an unreadable answer on a read.
 */
const RULES: readonly Rule[] = [
  { when: ({ code }) => code === undefined, code: 'answer_unreadable', sentence: () => sentences.NOT_NOTION },
  {
    when: ({ code }) => code === 'invalid_grant',
    code: 'token_refused',
    sentence: () => sentences.TOKEN_REFUSED,
  },
  {
    when: ({ code }) => code !== 'validation_error',
    code: 'answer_unreadable',
    sentence: ({ message }) => sentences.formRefused(message),
  },
  {
    when: ({ additional }) => additional.error_type === 'multiple_data_sources_for_database',
    code: 'table_ambiguous',
    sentence: () => sentences.SEVERAL_TABLES,
  },
  {
    when: ({ message }, { write }) => !write && /start_?cursor/i.test(message),
    code: 'cursor_expired',
    sentence: () => sentences.CURSOR_EXPIRED,
  },
  {
    when: ({ message }) => /is not a property that exists|could not find property/i.test(message),
    code: 'column_missing',
    sentence: ({ message }) => sentences.columnMissing(message),
  },
  {
    when: ({ message }) => /is expected to be /i.test(message),
    code: 'column_missing',
    sentence: ({ message }) => sentences.columnRetyped(message),
  },
  {
    when: ({ message }, { subject, write }) =>
      write && subject === 'row' && /\barchived\b|\bin (the )?trash\b|\btrashed\b/i.test(message),
    code: 'record_gone',
    sentence: () => sentences.ROW_IN_TRASH,
  },
  {
    when: (_, { write }) => write,
    code: 'value_refused',
    sentence: ({ message }) => sentences.valueRefused(message),
  },
];

/** What a 400 means. */
export function classifyBadRequest(
  refusal: Refusal,
  call: NotionCall,
): readonly [ConnectorErrorCode, string] {
  const rule = RULES.find(({ when }) => when(refusal, call));
  return rule
    ? [rule.code, rule.sentence(refusal)]
    : ['answer_unreadable', sentences.formRefused(refusal.message)];
}
