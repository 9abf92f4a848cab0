import { createRandom } from '../core/index.ts';

/** Sectors of the sandbox, each with the forms its invented companies are named by; `*` stands for the proper name. */
const FORMS: Readonly<Record<string, readonly string[]>> = {
  Industrie: ['Ateliers *', 'Fonderies *', 'Mécanique *', '* Emballages', 'Tôlerie *', '* Composites'],
  Santé: ['Clinique *', 'Laboratoires *', 'Pharmacie *', '* Médical', 'Centre dentaire *', '* Biotech'],
  Distribution: ['Comptoir *', 'Halles *', '* Distribution', 'Établissements *', 'Maison *', '* Négoce'],
  Logiciel: ['* Logiciels', '* Numérique', 'Studio *', '* Systèmes', '* Data', 'Éditions *'],
  Énergie: ['* Énergies', '* Solaire', 'Chaleur *', '* Hydro', 'Réseaux *', '* Bois-Énergie'],
  Conseil: ['Cabinet *', '* Conseil', '* & Associés', 'Agence *', '* Stratégie', '* Ingénierie'],
  Transport: ['Transports *', '* Logistique', 'Messageries *', '* Fret', 'Autocars *', '* Mobilité'],
  Agroalimentaire: ['Biscuiterie *', 'Laiterie *', 'Moulins *', '* Saveurs', 'Conserverie *', 'Domaine *'],
};

const PROPER_NAMES = (
  'Valmorin Kerduval Brissac-Leroy Montreval Castelnave Aubépin Roquemer Lanvallay Villefargue Bellecombe ' +
  'Saint-Orvin Tréhorel Malvézin Courtenval Pontivert Florimont Gravelines Hautecroix Lormeau Vautrin ' +
  'Delmarche Estérolles Fontanière Garrigat Houdelaine Issolane Jouvelin Kermazec Lestrade Marnaval ' +
  'Noirval Orvanne Peyrelade Quercelin Rivolane Sauvetours Taillebois Ustarbal Verdelot Wimerolle ' +
  'Ysengrin Zéphirin Arvaux Beaurevel Chantemerle Doucelin Échallon Feuillade Grandlaurier Harquelin'
).split(' ');

const TOWNS = [
  'Lyon',
  'Nantes',
  'Lille',
  'Bordeaux',
  'Rennes',
  'Grenoble',
  'Dijon',
  'Metz',
  'Nîmes',
  'Brest',
];

/** The sectors of sandbox deals. */
export const SANDBOX_SECTORS: readonly string[] = Object.keys(FORMS);

/** An invented company. */
export interface Company {
  readonly name: string;
  readonly sector: string;
}

/** The companies of a seed, in an order that never changes: the same position is always the same one, and no two share a name. */
export function companiesOf(seed: number): (position: number) => Company {
  const pool = Object.entries(FORMS).flatMap(([sector, forms]) =>
    forms.flatMap((form) => PROPER_NAMES.map((name) => ({ sector, name: form.replace('*', name) }))),
  );
  const random = createRandom(seed);
  for (let last = pool.length - 1; last > 0; last -= 1) {
    const other = random.integer(0, last);
    [pool[last], pool[other]] = [pool[other] as Company, pool[last] as Company];
  }
  return (position) => {
    const company = pool[position % pool.length] as Company;
    const round = Math.floor(position / pool.length);
    return round === 0 ? company : { ...company, name: `${company.name} ${branch(round)}` };
  };
}

/** Past the pool, companies have branches: Lyon, Nantes, … then Lyon 2, Nantes 2, … */
function branch(round: number): string {
  const town = TOWNS[(round - 1) % TOWNS.length] as string;
  const turn = Math.floor((round - 1) / TOWNS.length) + 1;
  return turn === 1 ? town : `${town} ${turn}`;
}
