import type { ListShape, ShownDeal } from '../analytics/listed-deal.ts';
import { joined, type Statement, statement, verbatim } from '../statement.ts';
import { DEAL_MEMBERS } from './deal-json.ts';

/** Whole cents, halves up; a column of adopted data may hold no number at all. */
const CENTS = 'coalesce(cast(round(d.montant_brut * 100 + 1e-6) as integer), 0)';

/** What `formatEuros` of the rules writes: `1 500,50 €`, `1 500 €`. A test holds the two against each other. */
const AMOUNT_SHOWN = `replace(format('%,d', ${CENTS} / 100), ',', ' ') || iif(${CENTS} % 100, format(',%02d', ${CENTS} % 100), '') || ' €'`;

const { id, client, statut, montant_brut, secteur, date_echeance, assignee } = DEAL_MEMBERS;
const MEMBERS: Readonly<Record<Exclude<keyof ShownDeal, 'days'>, string>> = {
  ...{ id, client, statut, montant_brut, secteur, date_echeance, assignee },
  deadline: date_echeance,
  amount_shown: AMOUNT_SHOWN,
};

/** A deal `d` in a list, as the JSON it is answered in, written by SQLite. */
export function listedDealJson(shape: ListShape, days: Statement): Statement {
  const members = Object.entries(shape).map(([name, shown]) => {
    const value = shown === 'days' ? days : verbatim(MEMBERS[shown]);
    return statement`${verbatim(`'${name}'`)}, ${value}`;
  });
  return statement`json_object(${joined(members, ', ')})`;
}
