import { STATUTS } from '@passerelle/contracts';
import fc from 'fast-check';
import { MAX_MONTANT } from '../src/index.ts';

/** Amounts as people have them: whole cents, up to the bound. */
export const amountInCents = fc
  .oneof(fc.integer({ min: 1, max: 50_000_000 }), fc.integer({ min: 1, max: Math.round(MAX_MONTANT * 100) }))
  .map((cents) => cents / 100);

/** Days that exist, as year, month and day. */
export const day = fc
  .date({ min: new Date('1900-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

/** A statut as the CRM writes it. */
export const statut = fc.constantFrom(...STATUTS);

const TRICKY = [
  'é',
  'œ',
  '€',
  '👩‍👩‍👧',
  '漢',
  'e\u0301',
  ' ',
  '  ',
  '\u00a0',
  '\t',
  '\n',
  '\r\n',
  '\r',
  '\v',
  '\u0085',
  '\u2028',
  '"',
  '""',
  ',',
  ';',
  "'",
  '=',
  '@',
  '-',
  '\\',
  '\u0007',
  '\u001b',
  '\u007f',
  '\ufeff',
  '\u200b',
  'null',
  '0',
  '<b>',
];

/** Text with everything that trips a CSV file, a form or a cell; no NUL, which refuses a whole file. */
export const text = fc
  .array(fc.oneof(fc.constantFrom(...TRICKY), fc.string({ unit: 'binary', maxLength: 6 })), { maxLength: 12 })
  .map((parts) => parts.join('').replaceAll('\0', ''));
