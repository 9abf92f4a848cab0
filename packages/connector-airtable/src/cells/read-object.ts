import type { CellValue } from '@passerelle/connector';
import * as z from 'zod';
import * as bad from './unreadable.ts';

const AiText = z
  .object({ state: z.string(), value: z.string().nullish() })
  .transform(({ state, value }): CellValue => {
    if (state === 'empty') return null;
    return state === 'generated' ? value || null : bad.AI_NOT_DONE;
  });

const Attachment = z
  .object({ filename: z.string() })
  .transform(({ filename }): CellValue => filename || null);

const Barcode = z.object({ text: z.string() }).transform(({ text }): CellValue => text || null);

const Button = z.object({ label: z.string() }).transform((): CellValue => null);

const Collaborator = z
  .object({ id: z.string(), name: z.string().nullish(), email: z.string().nullish() })
  .transform(({ id, name, email }): CellValue => name || email || id);

/** The most telling shape first: attachments have an id too. */
const ObjectValue = z.union([AiText, Attachment, Barcode, Button, Collaborator]);

/** What a value that is an object says; an error of a formula never passes for an empty cell. */
export function readObject(raw: object): CellValue {
  if ('error' in raw) return bad.FORMULA_FAILED;
  if ('specialValue' in raw) return bad.NOT_A_NUMBER;
  const parsed = ObjectValue.safeParse(raw);
  return parsed.success ? parsed.data : bad.UNDOCUMENTED;
}
