import { probeType, renderTypeTable, type TypeProbe } from '@passerelle/connector/type-table';
import { startAirtableTypes } from './start-airtable-types.ts';

/** Where the page is kept. */
export const AIRTABLE_TYPES_PAGE = new URL('../../../../docs/types-airtable.md', import.meta.url);

/** Tries every field type; answers what was found. */
export async function probeAirtableTypes(): Promise<TypeProbe[]> {
  await using types = await startAirtableTypes();
  const probes: TypeProbe[] = [];
  for (const typeCase of types.cases) probes.push(await probeType(types, typeCase));
  return probes;
}

const NOTES = [
  "Une option inconnue n'est ajoutée à une colonne à choix que si l'utilisateur l'a permis pour cette colonne ; l'orthographe d'une option existante l'emporte (« gagné » écrit « Gagné »).",
  'Le texte enrichi est échangé en Markdown, tel quel ; Airtable peut le normaliser à sa façon.',
  "Une note de 0 n'existe pas chez Airtable : une cellule vide se vide par une valeur vide.",
  "Le type interne `manualSort` n'est pas montré. Un type qu'Airtable ajouterait est montré, lu comme illisible avec la raison, et jamais écrit.",
];

/** The page for `docs/`. */
export function renderAirtableTypes(probes: readonly TypeProbe[]): string {
  return renderTypeTable(probes, { vendor: 'Airtable', notes: NOTES });
}
