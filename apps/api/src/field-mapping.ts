import { FieldMapping } from '@passerelle/contracts';

/** A stored mapping as it can be used. */
export interface StoredMapping {
  /** `null`: the default one, nothing being stored. */
  readonly mapping: FieldMapping | null;
  /** French sentence when what is stored cannot be used: the default must not take its place unseen. */
  readonly problem: string | null;
}

/** Reads the stored mapping. A database made by another program may hold any text. */
export function readFieldMapping(stored: string | null): StoredMapping {
  if (stored === null || stored.trim() === '') return { mapping: null, problem: null };
  const value = parseJson(stored);
  if (value === null) return { mapping: null, problem: null };
  const result = FieldMapping.safeParse(value);
  return result.success ? { mapping: result.data, problem: null } : { mapping: null, problem: UNUSABLE };
}

const UNUSABLE =
  'La correspondance des champs enregistrée est inutilisable : champ inconnu, colonne donnée deux fois, ou texte abîmé. Enregistrez field_mapping de nouveau (null : la correspondance par défaut).';

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
