/**
 * Everything a call can be refused for, as clients tell it apart.
 *
 * - `bad_input`: a value is missing, unknown, malformed or out of bounds; `faults` names each
 * - `malformed_body`: the body is not JSON; `malformed_request`: nor is the request HTTP as we read it
 * - `connector_not_configured`, `connector_incomplete`, `connector_inactive`: to be set right in the configuration
 * - `sandbox_off`: the configuration points at the sandbox, which is not running
 * - `unauthorized`, `forbidden`: access
 * - `not_found`: no such path or thing
 * - `run_active`: one run at a time per connection
 * - `run_over`: a run that has ended cannot be cancelled; `run_not_resumable`: nor can this one be taken up again
 * - `run_not_undoable`: it is under way, was taken back already, changed nothing, or its details are gone
 * - `deletion_decided`: what became of a deletion is settled, or its record came back or changed since it was listed
 * - `details_removed`: what a run did with each record is kept for a time only
 * - `record_not_refused`: a record that is not refused, or no longer, is neither corrected nor tried again
 * - `plan_outdated`: either side moved since the plan was made; `plan_over`: it was applied, or has expired
 * - `payload_too_large`, `unsupported_media_type`: the body cannot be taken
 * - `run_failed`: a run that could not go on, such as a vendor out of reach: foreseen, with its own sentence
 * - `vendor_failed`: the provider could not be looked at: it is out of reach, or refuses
 * - `internal`: a fault of ours, told by a request id only
 * - `not_ready`: the server is starting or stopping
 */
export const ERROR_CODES = [
  'bad_input',
  'malformed_body',
  'malformed_request',
  'connector_not_configured',
  'connector_incomplete',
  'connector_inactive',
  'sandbox_off',
  'unauthorized',
  'forbidden',
  'not_found',
  'run_active',
  'run_over',
  'deletion_decided',
  'details_removed',
  'plan_outdated',
  'plan_over',
  'run_not_resumable',
  'run_not_undoable',
  'record_not_refused',
  'payload_too_large',
  'unsupported_media_type',
  'run_failed',
  'vendor_failed',
  'internal',
  'not_ready',
] as const;
export type ErrorCode = (typeof ERROR_CODES)[number];

/** One bad field. */
export interface FieldFault {
  /** JSON pointer (RFC 6901) into the input, such as `/field_mapping/client`; empty for the whole input. */
  readonly pointer: string;
  /** French sentence that names the field, the value and the remedy. */
  readonly detail: string;
}

/** The one error services throw to refuse a call. `message` is a French sentence fit for a person. */
export class ContractError extends Error {
  override readonly name = 'ContractError';
  readonly code: ErrorCode;
  readonly faults: readonly FieldFault[];

  constructor(
    code: ErrorCode,
    message: string,
    details: { faults?: readonly FieldFault[]; cause?: unknown } = {},
  ) {
    super(message, { cause: details.cause });
    this.code = code;
    this.faults = details.faults ?? [];
  }
}
