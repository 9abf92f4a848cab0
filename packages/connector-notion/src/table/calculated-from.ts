import * as z from 'zod';
import type { PropertyConfig } from './wire.ts';

const Rollup = z.object({ rollup: z.object({ relation_property_id: z.string() }) });
const Formula = z.object({ formula: z.object({ expression: z.string() }) });

/**
 * Ids of the relations that a computed column is calculated from, through other columns too. Notion follows 25 links
 * of each, so that past these its result is not short but wrong.
 */
export function calculatedFrom(property: PropertyConfig, table: readonly PropertyConfig[]): string[] {
  const relations = new Set<string>();
  const met = new Set([property]);
  // A set that grows while it is walked: each column is met once, however formulas name one another.
  for (const { type, id, ...content } of met) {
    const rollup = Rollup.safeParse(content);
    const formula = Formula.safeParse(content);
    if (type === 'relation' && id !== property.id) relations.add(id);
    if (rollup.success) relations.add(rollup.data.rollup.relation_property_id);
    if (!formula.success) continue;
    const { expression } = formula.data.formula;
    for (const other of table) if (mentions(expression, other)) met.add(other);
  }
  return [...relations];
}

/** By name or by id, as Notion has written both; to find one too many costs a little, one too few a wrong figure. */
function mentions(expression: string, { id, name }: PropertyConfig): boolean {
  return expression.includes(`"${name.replaceAll('"', '\\"')}"`) || expression.includes(id);
}
