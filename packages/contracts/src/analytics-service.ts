import type {
  AnalyticsInput,
  ColdDealsOutput,
  DeadlinesOutput,
  FilterOptionsInput,
  FilterOptionsOutput,
  KpisOutput,
  PerformanceOutput,
  SectorsOutput,
  VelocityOutput,
} from './analytics.ts';
import type { Call } from './call.ts';
import type { Streamed } from './streamed.ts';

/** What the API must do for `/kpis`, `/analytics` and `/filters`. Every method may throw a `ContractError`. */
export interface AnalyticsService {
  kpis(input: AnalyticsInput, call: Call): Promise<KpisOutput>;
  sectors(input: AnalyticsInput, call: Call): Promise<SectorsOutput>;
  deadlines(input: AnalyticsInput, call: Call): Promise<DeadlinesOutput>;
  performance(input: AnalyticsInput, call: Call): Promise<PerformanceOutput>;
  velocity(input: AnalyticsInput, call: Call): Promise<VelocityOutput>;
  coldDeals(input: AnalyticsInput, call: Call): Promise<ColdDealsOutput>;
  /** What `deadlines` answers, as it is read. Refuses at once what that refuses. */
  streamDeadlines(input: AnalyticsInput): Promise<Streamed<DeadlinesOutput>>;
  /** What `coldDeals` answers, as it is read. Refuses at once what that refuses. */
  streamColdDeals(input: AnalyticsInput): Promise<Streamed<ColdDealsOutput>>;
  filterOptions(input: FilterOptionsInput, call: Call): Promise<FilterOptionsOutput>;
}
