export type { NotionLimits, NotionLimitsSetting } from './connection-limits.ts';
export { STRICT_NOTION_LIMITS } from './connection-limits.ts';
export * from './emulator.ts';
export type { RateLimitReason } from './gate.ts';
export { COMMITTED_ID, type FaultScope, notionFaults, REQUEST_ID } from './notion-faults.ts';
export type { SourceProperty as NotionProperty } from './schema/property.ts';
export type { OptionSeed, PropertySeed, SchemaSeed } from './schema/property-seed.ts';
export type { NotionBehaviour } from './services.ts';
export type { DataSourceHandle, PlainRow } from './state/data-source-handle.ts';
export type { NotionState } from './state/notion-state.ts';
export type { NotionCapability } from './state/records.ts';
export type {
  DatabaseSeed,
  DataSourceSeed,
  PersonSeed,
  RowSeed,
  TokenGrant as NotionTokenGrant,
} from './state/seeds.ts';
export type { PlainValue } from './values/plain-value.ts';
export { NOTION_VERSIONS, type NotionVersion } from './versions.ts';
export type { Subscription, SubscriptionSeed, WebhookVersion } from './webhooks/subscription.ts';
export { type Delivery, type DeliveryTrouble, WEBHOOK_ATTEMPTS, type Webhooks } from './webhooks/webhooks.ts';
