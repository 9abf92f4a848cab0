export {
  type CarriedLoss,
  countCarried,
  countDeletions,
  countLinks,
  holdLosses,
  keepDeletions,
  lostDeals,
  lostRows,
  returnDeletions,
} from './carried-losses.ts';
export {
  type ConflictRow,
  type ListedConflict,
  listConflictRows,
  replaceConflicts,
  settleConflicts,
} from './conflicts.ts';
export { keepDeletedDeals } from './deal-deletions.ts';
export type { DealFilter } from './deal-filter.ts';
export {
  type ChangeOrigin,
  type Changer,
  changesOfRun,
  type DealChangeRow,
  dealChangesBefore,
  dealOrigin,
  lastDealId,
  saveDealChanges,
  saveDealOrigins,
  saveOriginsAfter,
} from './deal-history.ts';
export { archiveDeals, deleteAllDeals, deleteDeal, findDeal, insertDeal, updateDeal } from './deal-rows.ts';
export { type DealWindow, dealWindow } from './deal-window.ts';
export {
  type DealRow,
  type DealWithLink,
  dealsAfter,
  insertDeals,
  lockDeals,
  type NewDeal,
  putBackDeals,
  reserveDealIds,
  saveDeals,
  unlinkedDealsByClient,
} from './deals.ts';
export {
  type DeletionFilter,
  type DeletionRow,
  deletionsToDecide,
  listDeletions,
  rowsLinked,
  setDeletions,
  unlinkRows,
} from './deletions.ts';
export { type DepartedDeal, departedDeals, relinkDeals } from './departed-deals.ts';
export {
  countDone,
  type DealDeed,
  type DoneRecord,
  type DoneRun,
  doneRecords,
  settledPositions,
  valuesLeftByRun,
} from './done-records.ts';
export { forgetAgreedField, type LinkRow, linksByExternalId, type StoredLink, saveLinks } from './links.ts';
export {
  countLosses,
  type Loss,
  type LossesOf,
  type LostSide,
  lossesAfter,
  lossesAmong,
  noteLosses,
  unmirrorLosses,
} from './losses.ts';
export {
  forgetMirrorRow,
  forgetMirrors,
  keepMirror,
  type MirrorFacts,
  mirrorOf,
  refreshMirror,
  stageMirror,
  unlinkedMirrorRows,
} from './mirrors.ts';
export {
  type FieldChanges,
  lastPosition,
  type OutcomePayload,
  type OutcomeRow,
  type Refusal,
  type RemoteDeed,
  saveOutcomes,
  settledDeals,
} from './outcomes.ts';
export {
  announceWrites,
  settleWrites,
  type UnansweredWrite,
  unansweredWrites,
} from './pending-writes.ts';
export {
  countPlanKinds,
  type PlanKind,
  type PlannedChange,
  type PlannedConflict,
  type PlanRow,
  planRowsAfter,
  planRowsOf,
  savePlanRows,
} from './plans.ts';
export { DEFAULT_POLICIES, type Policies, policiesOf, savePolicies } from './policies.ts';
export {
  correctionsOf,
  noteSolved,
  type RefusalCause,
  type RefusedRecord,
  refusalCauses,
  refusedRecords,
  saveCorrection,
  type WantedRecords,
} from './refused-records.ts';
export { scopeOf } from './remote-tables.ts';
export {
  forgetSettledDeletions,
  forgetSome,
  type Leftover,
  leftovers,
  type RetentionRules,
  retireOld,
} from './retention.ts';
export { reviewDeletions } from './review-deletions.ts';
export { listExchanges, saveExchanges } from './run-exchanges.ts';
export {
  type ActiveRun,
  activeRuns,
  holdsRun,
  interruptedRuns,
  type RunHold,
  renewHold,
  requestCancel,
  takeRun,
} from './run-holds.ts';
export { findRunRecord, listRunRecords, type RunRecordRow } from './run-records.ts';
export { findRun, listRuns, type RunRow } from './runs.ts';
export {
  claimTurn,
  dueSchedules,
  keepFailures,
  removeSchedule,
  type Schedule,
  type SchedulePlan,
  saveSchedule,
  scheduleOf,
  type TurnClaim,
} from './schedules.ts';
export {
  clearStaging,
  clearStagingStep,
  countDealsBeside,
  countStaged,
  type StagedRow,
  type StagedRowWithLink,
  stagedAfter,
  stagedByExternalId,
  stageRows,
  stagingLeftBehind,
  unlinkedStagedByClient,
} from './staging.ts';
export { listDeals, streamDeals } from './stream-deals.ts';
export { streamDealsJson } from './stream-deals-json.ts';
export { listSyncLogs } from './sync-logs.ts';
export { type BuriedRow, buriedAmong, forgetTombstones } from './tombstones.ts';
export {
  agreeOnUndone,
  forgetUndone,
  linkedElsewhere,
  releaseDeals,
  relinkRestored,
  relinkRows,
  withheldAmong,
  withholdDeals,
} from './undone-links.ts';
export { noteUndone } from './undone-runs.ts';
export { addVendorCalls, type CallCount, vendorCallsOf } from './vendor-calls.ts';
export type { TableName, TableScope, Work } from './work.ts';
