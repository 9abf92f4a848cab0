import type { RemoteColumn } from '@passerelle/connector';
import { DEAL_FIELDS, type DealField, normaliseForSearch, recogniseRemoteStatut } from '@passerelle/deals';
import { columnFit, isOfKind } from './column-fit.ts';
import { COLUMN_SYNONYMS } from './column-synonyms.ts';

/** A column proposed for a field. */
export interface Suggestion {
  readonly field: DealField;
  readonly column: RemoteColumn;
  /** From 0 to 1. */
  readonly confidence: number;
  /** French sentence: by name, by a usual name, or by what it holds. */
  readonly reason: string;
}

/** Below this a guess helps nobody. */
const LEAST_CONFIDENCE = 0.3;

/**
 * Proposes a column for each field by name, usual names (French and English) and type. Pure. Each column serves
 * one field: the surest pairs are made first.
 */
export function suggestMapping(columns: readonly RemoteColumn[]): Suggestion[] {
  const guesses = DEAL_FIELDS.flatMap((field) => columns.flatMap((column) => guess(field, column, columns)));
  const taken = new Set<string>();
  const chosen = guesses
    .filter(({ confidence }) => confidence >= LEAST_CONFIDENCE)
    .toSorted((one, other) => other.confidence - one.confidence)
    .filter(({ field, column }) => {
      if (taken.has(field) || taken.has(`column ${column.id}`)) return false;
      taken.add(field).add(`column ${column.id}`);
      return true;
    });
  return DEAL_FIELDS.flatMap((field) => chosen.filter((suggestion) => suggestion.field === field));
}

function guess(field: DealField, column: RemoteColumn, columns: readonly RemoteColumn[]): Suggestion[] {
  const fit = columnFit(field, column);
  if (fit.read !== null) return [];
  const named = byName(field, column.name) ?? byContent(field, column, columns);
  if (named === null) return [];
  const kind = isOfKind(field, column) ? 0 : -0.15;
  const writable = fit.write === null ? 0 : -0.1;
  const confidence = Math.round((named.confidence + kind + writable) * 100) / 100;
  return [{ field, column, confidence, reason: named.reason }];
}

interface Ground {
  readonly confidence: number;
  readonly reason: string;
}

function byName(field: DealField, name: string): Ground | null {
  const words = folded(name);
  const rank = COLUMN_SYNONYMS[field].findIndex((synonym) => folded(synonym) === words);
  if (words === folded(field)) return { confidence: 1, reason: `La colonne porte le nom du champ ${field}.` };
  if (rank >= 0) {
    // Two columns may both be called by usual names: the more telling one wins.
    return {
      confidence: 0.95 - rank * 0.01,
      reason: `« ${name} » est un nom usuel pour ${field}.`,
    };
  }
  const part = COLUMN_SYNONYMS[field].findIndex((synonym) => ` ${words} `.includes(` ${folded(synonym)} `));
  if (part < 0) return null;
  return {
    confidence: 0.65 - part * 0.01,
    reason: `« ${name} » contient « ${COLUMN_SYNONYMS[field][part]} », un nom usuel pour ${field}.`,
  };
}

/** What a column holds tells something only when it is the one column that holds it. */
function byContent(field: DealField, column: RemoteColumn, columns: readonly RemoteColumn[]): Ground | null {
  if (field === 'statut') {
    const known = column.options.filter((option) => recogniseRemoteStatut(option) !== null);
    if (known.length < 2) return null;
    return { confidence: 0.8, reason: `Ses options sont des statuts connus : ${known.join(', ')}.` };
  }
  if (field === 'client' && column.kind === 'text' && column.id === columns[0]?.id) {
    return { confidence: 0.4, reason: 'C’est la première colonne de la table, et elle contient du texte.' };
  }
  const only = field === 'montant_brut' ? 'number' : field === 'date_echeance' ? 'date' : null;
  if (only === null || column.kind !== only || !column.writable) return null;
  const alike = columns.filter(({ kind, writable }) => kind === only && writable);
  if (alike.length > 1) return null;
  const what = only === 'number' ? 'nombres' : 'dates';
  return { confidence: 0.45, reason: `C’est la seule colonne de ${what} que l’on puisse modifier.` };
}

function folded(text: string): string {
  return normaliseForSearch(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
