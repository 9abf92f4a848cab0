import * as z from 'zod';
import { lineOfText } from './text.ts';
import { DEAL_FIELDS, DEFAULT_FIELD_MAPPING, type DealField } from './vocabulary.ts';

const column = lineOfText(255).exactOptional();
const columns = Object.fromEntries(DEAL_FIELDS.map((field) => [field, column])) as Record<
  DealField,
  typeof column
>;

/** CRM field → remote column, by name or id. Two fields never share a column: an export could not fill both. */
export const FieldMapping = z
  .strictObject(columns)
  .refine((mapping) => new Set(Object.values(mapping)).size === Object.values(mapping).length, {
    error: 'deux champs visent la même colonne. Donnez à chaque champ la sienne.',
  })
  .meta({
    id: 'FieldMapping',
    description:
      'Champ du CRM → colonne distante, par nom ou identifiant. Sans correspondance, celle par défaut (en exemple).',
    examples: [{ ...DEFAULT_FIELD_MAPPING }],
  });
export type FieldMapping = z.infer<typeof FieldMapping>;
