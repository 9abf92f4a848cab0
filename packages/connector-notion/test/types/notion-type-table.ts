import { probeType, renderTypeTable, type TypeProbe } from '@passerelle/connector/type-table';
import { startNotionTypes } from './start-notion-types.ts';

/** Where the page is kept. */
export const NOTION_TYPES_PAGE = new URL('../../../../docs/types-notion.md', import.meta.url);

/** Tries every property type; answers what was found. */
export async function probeNotionTypes(): Promise<TypeProbe[]> {
  await using types = await startNotionTypes();
  const probes: TypeProbe[] = [];
  for (const typeCase of types.cases) probes.push(await probeType(types, typeCase));
  return probes;
}

const NOTES = [
  "Une option inconnue n'est ajoutée à une colonne de sélection que si l'utilisateur l'a permis pour cette colonne, et jamais à une colonne de statut ; l'orthographe d'une option existante l'emporte (« gagné » écrit « Gagné »).",
  'Un statut vidé reprend chez Notion son option par défaut.',
  'Un texte de plus de 2 000 caractères part en morceaux et revient entier. Un texte modifié dans le CRM remplace celui de Notion par du texte simple : mise en forme, liens et mentions disparaissent ; un texte inchangé ne part pas.',
  "Personnes, relations et agrégations de plus de 25 entrées sont lues en entier ; ce que Notion ne donne pas en entier est signalé, jamais raccourci. Une relation vers une base qui n'est pas partagée avec l'intégration, que Notion montre vide, est signalée elle aussi.",
  '`location` et `last_visited_time`, dont Notion ne documente pas la valeur, sont lus au mieux et jamais écrits. Un type que Notion ajouterait est montré, lu comme illisible avec la raison, et jamais écrit.',
];

/** The page for `docs/`. */
export function renderNotionTypes(probes: readonly TypeProbe[]): string {
  return renderTypeTable(probes, { vendor: 'Notion', notes: NOTES });
}
