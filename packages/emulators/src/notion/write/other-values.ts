import {
  complaint,
  expectArray,
  expectObject,
  expectString,
  expectWord,
  failedCheck,
  failedUnion,
  isJsonObject,
} from '../body-checks.ts';
import type { FileValue } from '../values/cell.ts';
import { readDateValue } from './date-values.ts';
import type { ValueReader } from './write-context.ts';

const FILE_URL_LENGTH = 2000;
const FILE_NAME_LENGTH = 100;

/** `number`. */
export const readNumber: ValueReader = (value, path) => {
  if (value === null) return () => undefined;
  if (typeof value !== 'number') throw failedCheck(path, 'a number or `null`', value);
  return () => value;
};

/** `checkbox`. */
export const readCheckbox: ValueReader = (value, path) => {
  if (typeof value !== 'boolean') throw failedCheck(path, 'a boolean', value);
  return () => (value ? true : undefined);
};

/** `files`: the list replaces what was there. */
export const readFiles: ValueReader = (value, path) => {
  const files = expectArray(value, path).map((file, index) => readFile(file, `${path}[${index}]`));
  return () => (files.length === 0 ? undefined : { files });
};

function readFile(value: unknown, path: string): FileValue {
  const file = expectObject(value, path);
  const name =
    file.name === undefined ? undefined : expectString(file.name, `${path}.name`, FILE_NAME_LENGTH);
  if (isJsonObject(file.external)) {
    const url = expectString(file.external.url, `${path}.external.url`, FILE_URL_LENGTH);
    return { name: name ?? url, url, isHosted: false };
  }
  const hosted = file.file ?? file.file_upload;
  if (isJsonObject(hosted)) {
    const reference = expectString(
      hosted.url ?? hosted.id,
      `${path}.${file.file === undefined ? 'file_upload.id' : 'file.url'}`,
    );
    return { name: name ?? reference, url: reference, isHosted: true };
  }
  throw failedUnion(
    'body',
    ['external', 'file', 'file_upload'].map((kind) => complaint(`${path}.${kind}`, 'defined', undefined)),
  );
}

/** `place`. */
export const readPlace: ValueReader = (value, path) => {
  if (value === null) return () => undefined;
  const place = expectObject(value, path);
  for (const side of ['lat', 'lon'])
    if (typeof place[side] !== 'number') throw failedCheck(`${path}.${side}`, 'a number', place[side]);
  return () => ({ raw: place });
};

/** `verification`. */
export const readVerification: ValueReader = (value, path) => {
  const verification = expectObject(value, path);
  const state = expectWord(verification.state, `${path}.state`, ['verified', 'unverified']);
  const date =
    verification.date === undefined || verification.date === null
      ? null
      : readDateValue(verification.date, `${path}.date`);
  return ({ access }) => ({
    raw: {
      state,
      verified_by: state === 'verified' ? { object: 'user', id: access.integration.botId } : null,
      date,
    },
  });
};
