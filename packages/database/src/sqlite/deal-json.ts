/** A text column; an adopted one may hold bytes, which are no JSON. */
const text = (name: string) => `d.${name} || ''`;

/** A whole number without decimals, as JSON is written elsewhere. */
const number = (name: string) =>
  `iif(d.${name} = cast(d.${name} as integer), cast(d.${name} as integer), d.${name})`;

/** A timestamp as it is answered; nearly all are stored so. */
const instant = (name: string) =>
  `iif(d.${name} glob '????-??-??T??:??:??*Z', d.${name}, iso_utc(d.${name}))`;

/** Each column of a deal `d` as the value of a member in JSON. */
export const DEAL_MEMBERS = {
  id: 'd.id',
  client: text('client'),
  statut: text('statut'),
  montant_brut: number('montant_brut'),
  probabilite: number('probabilite'),
  valeur_ponderee: number('valeur_ponderee'),
  secteur: text('secteur'),
  date_echeance: text('date_echeance'),
  assignee: text('assignee'),
  notes: text('notes'),
  created_at: instant('created_at'),
  updated_at: instant('updated_at'),
};

/** A deal `d` as the JSON it is answered in, written by SQLite. */
export const DEAL_JSON = `json_object(${Object.entries(DEAL_MEMBERS)
  .map(([name, value]) => `'${name}', ${value}`)
  .join(', ')})`;
