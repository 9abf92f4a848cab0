import { PROBABILITES, STATUTS, type Statut } from '@passerelle/contracts';
import { normaliseForSearch } from './normalise-for-search.ts';

const PROVIDER_SYNONYMS: readonly (readonly [string, Statut])[] = [
  ['lead', 'prospect'],
  ['new', 'prospect'],
  ['lost', 'prospect'],
  ['qualified', 'qualifié'],
  ['negotiation', 'négociation'],
  ['won', 'gagné'],
  ['closed won', 'gagné'],
  ['closed-won', 'gagné'],
  ['in progress', 'gagné - en cours'],
];

/** Longer text is no statut, and is not worth folding. */
const LONGEST_STATUT = 100;

// Maps, not objects: `constructor` is a word a person may type.
// Texts as the CRM writes them are found without folding, which a long file would pay for at each row.
const OWN = new Map(
  STATUTS.flatMap((statut) => [[comparable(statut), statut] as const, [statut, statut] as const]),
);
const REMOTE = new Map([
  ...PROVIDER_SYNONYMS.map(([word, statut]) => [comparable(word), statut] as const),
  ...OWN,
]);

function comparable(text: string): string {
  return normaliseForSearch(text).trim().replace(/\s+/g, ' ').replace(/ ?- ?/g, '-');
}

/** The statut a person means by a text; case, accents and blanks do not matter. `null` when it is none. */
export function recogniseStatut(text: string): Statut | null {
  return lookUp(OWN, text);
}

/** As `recogniseStatut`, and the English words that providers' templates use. */
export function recogniseRemoteStatut(text: string): Statut | null {
  return lookUp(REMOTE, text);
}

/** Reads remote statuses by a person's own translations first, then as `recogniseRemoteStatut`. */
export function remoteStatutReader(
  translations: Readonly<Record<string, string>>,
): (text: string) => Statut | null {
  const own = new Map(
    Object.entries(translations).flatMap(([text, statut]) => {
      const known = recogniseStatut(statut);
      return known === null ? [] : [[comparable(text), known] as const];
    }),
  );
  if (own.size === 0) return recogniseRemoteStatut;
  return (text) => own.get(comparable(text)) ?? recogniseRemoteStatut(text);
}

function lookUp(words: ReadonlyMap<string, Statut>, text: string): Statut | null {
  return text.length > LONGEST_STATUT ? null : (words.get(text) ?? words.get(comparable(text)) ?? null);
}

/** Chance of winning, from 0 to 1, that a statut stands for. */
export function probabiliteOf(statut: Statut): number {
  return PROBABILITES[statut];
}
