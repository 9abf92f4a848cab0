/** Kinds of companies, as they begin a client's name. */
export const KINDS: readonly string[] = [
  'Atelier',
  'Boulangerie',
  'Cabinet',
  'Clinique',
  'Domaine',
  'Établissements',
  'Fonderie',
  'Garage',
  'Imprimerie',
  'Laboratoire',
  'Librairie',
  'Menuiserie',
  'Pépinières',
  'Société',
  'Transports',
  'Verrerie',
];

/** Family names, as they end a client's name. */
export const NAMES: readonly string[] = [
  'Aubépine',
  'Bérard',
  'Brégançon',
  'Chastaing',
  'Côté',
  'Dœuff',
  'Dubois',
  'Faure',
  'Garnier',
  'Hébert',
  'Joly',
  'Lefèvre',
  'Lemaître',
  'Morel',
  'Noël',
  'Œuvrard',
  'Perrin',
  'Renaud',
  'Thévenin',
  'Vallée',
];

/** Towns, for clients of the same name. */
export const TOWNS: readonly string[] = [
  'Angoulême',
  'Besançon',
  'Bordeaux',
  'Chambéry',
  'Dijon',
  'Lille',
  'Lyon',
  'Nîmes',
  'Orléans',
  'Paris',
  'Rennes',
  'Saint-Étienne',
  'Sète',
  'Toulouse',
];

/** Sectors; every tenth deal has none. */
export const SECTORS: readonly string[] = [
  'Agroalimentaire',
  'BTP',
  'Commerce',
  'Éducation',
  'Énergie',
  'Industrie',
  'Numérique',
  'Santé',
  'Tourisme',
  'Transport',
];

/** Who follows the deals; every tenth deal has nobody. */
export const ASSIGNEES: readonly string[] = [
  'Claire Dubois',
  'Éric Martin',
  'Hugo Petit',
  'Inès Roche',
  'Léa Fontaine',
  'Nadia Benali',
  'Paul Girard',
  'Zoé Lambert',
];

/** What is noted about a deal, one to three at a time; two deals in five have no notes. */
export const REMARKS: readonly string[] = [
  'Budget validé par la direction générale.',
  'Démonstration prévue à l’automne.',
  'Échéance repoussée à la demande du client.',
  'En attente du devis signé.',
  'Compare notre offre avec celle d’un concurrent.',
  'Rappeler après les congés.',
  'Relance envoyée par courriel.',
  'Rendez-vous pris avec la responsable des achats.',
  'Remise de 5 % accordée sur la première année.',
  'Souhaite être livré avant Noël.',
];
