import { VendorError } from '../core/index.ts';

/** An error in the object form of Airtable; the message is left out where Airtable leaves it out. */
export function airtableError(status: number, type: string, message?: string): VendorError {
  return new VendorError(status, { error: message === undefined ? { type } : { type, message } });
}

/** The bare form, which Airtable answers for unknown routes, malformed ids and records that are gone. */
export const notFound = (): VendorError => new VendorError(404, { error: 'NOT_FOUND' });

/** The other form a record that is gone may be told in; which one is not published. */
export const recordNotFound = (): VendorError => airtableError(404, 'MODEL_ID_NOT_FOUND', 'Record not found');

/** Same answer for what does not exist and what the token may not see, so that nothing can be probed. */
export const noAccess = (): VendorError =>
  airtableError(
    403,
    'INVALID_PERMISSIONS_OR_MODEL_NOT_FOUND',
    'Invalid permissions, or the requested model was not found. Check that both your user and your token have the required permissions, and that the model names and/or ids are correct.',
  );

export const forbidden = (what: string): VendorError =>
  airtableError(403, 'INVALID_PERMISSIONS', `You are not permitted to ${what}`);

export const invalidRequest = (
  message = 'Invalid request: parameter validation failed. Check your request data.',
): VendorError => airtableError(422, 'INVALID_REQUEST_UNKNOWN', message);

export const invalidRecords = (message: string): VendorError =>
  airtableError(422, 'INVALID_RECORDS', message);

export const missingFields = (): VendorError =>
  airtableError(422, 'INVALID_REQUEST_MISSING_FIELDS', 'Could not find field "fields" in the request body');

export const unparsedBody = (status: 400 | 422): VendorError =>
  airtableError(status, 'INVALID_REQUEST_BODY', 'Could not parse request body');

export const unknownField = (name: string): VendorError =>
  airtableError(422, 'UNKNOWN_FIELD_NAME', `Unknown field name: "${name}"`);

export const badValue = (fieldName: string): VendorError =>
  airtableError(422, 'INVALID_VALUE_FOR_COLUMN', `Field "${fieldName}" cannot accept the provided value`);

export const computedField = (fieldName: string): VendorError =>
  airtableError(
    422,
    'INVALID_VALUE_FOR_COLUMN',
    `Field "${fieldName}" cannot accept a value because the field is computed`,
  );

/** The doubled quotes are Airtable's own. */
export const unknownOption = (name: string): VendorError =>
  airtableError(
    422,
    'INVALID_MULTIPLE_CHOICE_OPTIONS',
    `Insufficient permissions to create new select option ""${name}""`,
  );

export const rowMissing = (recordId: string): VendorError =>
  airtableError(422, 'ROW_DOES_NOT_EXIST', `Record ID ${recordId} does not exist in this table`);

export const invalidFormula = (reason: string): VendorError =>
  airtableError(422, 'INVALID_FILTER_BY_FORMULA', `The formula for filtering records is invalid: ${reason}`);

export const updatedTwice = (): VendorError =>
  invalidRecords('You cannot update the same record multiple times in a single request.');
