export type { Amounts } from './amounts.ts';
export { COLD_AFTER_DAYS, type ColdOptions } from './cold.ts';
export { coldFigures, streamColdDeals } from './cold-deals.ts';
export {
  type DeadlineFigures,
  deadlineFigures,
  streamOverdue,
  streamUpcoming,
  UPCOMING_DAYS,
} from './deadlines.ts';
export type { Duration } from './durations.ts';
export { type FilterOptions, filterOptions } from './filter-options.ts';
export { UNASSIGNED } from './groups.ts';
export { type KeyFigures, keyFigures } from './key-figures.ts';
export type { ListAnswer } from './listed-deal.ts';
export { type AssigneeFigures, assigneeFigures } from './performance.ts';
export { type SectorFigures, sectorFigures } from './sectors.ts';
export { type VelocityFigures, velocityFigures } from './velocity.ts';
