import type { CellValue } from '@passerelle/connector';
import type { NameLookup } from '../names/name-lookup.ts';
import { readFormula, rollupReader } from './computed.ts';
import { contentOf, type PropertyValue } from './property-value.ts';
import { READERS } from './readers.ts';
import { unknownType } from './unreadable.ts';

/** What a property holds, in the words every provider shares. Never throws: a bad value is an unreadable cell. */
export function readCell(property: PropertyValue, names: NameLookup): CellValue {
  const content = contentOf(property);
  if (property.type === 'formula') return readFormula(content, names);
  if (property.type === 'rollup') return rollupReader((entry) => readCell(entry, names))(content, names);
  const read = READERS[property.type];
  return read ? read(content, names) : unknownType(property.type);
}
