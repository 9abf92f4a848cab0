import type { AirtableField } from './field.ts';

/** What turning a sent value into a stored cell may need of the rest of the base. */
export interface CellContext {
  /** Id of the option of that name; adds it where typecast and the token allow, else throws. */
  choice(field: AirtableField, name: string): string;
  /** Id of the collaborator meant, or null when nobody of the base is. */
  collaborator(value: unknown): string | null;
  /** Id of the linked record of that id (or, with typecast, of that name, made when there is none), else throws. */
  link(field: AirtableField, value: string): string;
  newAttachmentId(): string;
}

/** A cell that holds nothing: stored as undefined, left out of answers. */
export function isEmptyCell(value: unknown): boolean {
  return (
    value === undefined ||
    value === null ||
    value === '' ||
    value === false ||
    (Array.isArray(value) && value.length === 0)
  );
}
