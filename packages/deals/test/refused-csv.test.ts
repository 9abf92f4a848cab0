import { deflateRawSync, gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { DealCsvError } from '../src/index.ts';
import { readAll } from './read-all.ts';

const HEADER = 'client;statut;montant_brut\n';
const GOOD = 'Acme;prospect;100\n';

/** The error of a file that must be refused, whole and in pieces alike. */
async function refusal(file: string | Uint8Array): Promise<DealCsvError> {
  const whole: unknown = await readAll(file).catch((error: unknown) => error);
  const inPieces: unknown = await readAll(file, { chunkSize: 1_021 }).catch((error: unknown) => error);
  expect(inPieces).toEqual(whole);
  if (!(whole instanceof DealCsvError)) throw new Error(`read as ${JSON.stringify(whole)}`);
  return whole;
}

describe('a file is refused as a whole, with a code and a French remedy', () => {
  const zip = Buffer.concat([Buffer.from('PK\x03\x04\x14\0\0\0'), deflateRawSync(Buffer.alloc(100_000))]);

  test.each<[string, string | Uint8Array, string, RegExp]>([
    ['an XLSX renamed to CSV', zip, 'spreadsheet', /classeur \(XLSX ou ODS\).*enregistrez.*CSV UTF-8/],
    ['an old XLS', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'spreadsheet', /XLS.*CSV UTF-8/],
    ['a PDF', '%PDF-1.7\n', 'not_text', /PDF/],
    ['a GZIP', gzipSync(HEADER + GOOD), 'not_text', /GZIP/],
    ['UTF-16', Buffer.from(`\ufeff${HEADER}${GOOD}`, 'utf16le'), 'not_text', /UTF-16.*CSV UTF-8/],
    ['a NUL byte', `${HEADER}${GOOD}${GOOD}Ac\0me;prospect;1\n`, 'not_text', /octet NUL à la ligne 4/],
    ['nothing', '', 'empty', /vide/],
    ['a byte order mark alone', '\ufeff', 'empty', /vide/],
    ['blank lines', '\r\n \n\n', 'empty', /vide/],
    ['a header only', HEADER, 'no_rows', /que la ligne de titres. Ajoutez/],
    ['a header and empty rows', `${HEADER};;\n\n`, 'no_rows', /que la ligne de titres/],
    [
      'columns missing',
      'nom;statut\nAcme;prospect\n',
      'missing_columns',
      /« Task Name » \(ou « client »\), « Montant Deal » \(ou « montant_brut »\).*qui contient : « nom », « statut »/,
    ],
    ['a binary without signature', Buffer.from([1, 2, 3, 200, 10, 5]), 'missing_columns', /Task Name/],
    [
      'a column twice',
      'client;Task Name;statut;montant_brut\nA;B;prospect;1\n',
      'duplicate_columns',
      /« client » et « Task Name »/,
    ],
    [
      '10,000 columns',
      `${Array.from({ length: 10_000 }, (_, index) => `c${index}`).join(',')}\n`,
      'too_many_columns',
      /au moins 10000 colonnes, la limite est de 500/,
    ],
    ['a header of 1 MB', 'client'.repeat(170_000), 'row_too_long', /ligne 1 dépasse/],
    [
      'a line of 10 MB',
      `${HEADER}${GOOD}A;prospect;${'9'.repeat(10_000_000)}\n`,
      'row_too_long',
      /ligne 3 dépasse/,
    ],
    ['10 million values', `${HEADER}${GOOD}A${';'.repeat(10_000_000)}\n`, 'row_too_long', /ligne 3 dépasse/],
    [
      'a quote open for 2 MB',
      `${HEADER}${GOOD}"A;prospect;1\n${GOOD.repeat(120_000)}`,
      'row_too_long',
      /ligne 3 dépasse.*guillemets/,
    ],
    [
      'a quote never closed',
      `${HEADER}${GOOD}"A;prospect;1\n${GOOD}`,
      'quote_not_closed',
      /ligne 3 ouvre un guillemet/,
    ],
    ['a quote never closed in the header', `"client;statut\n${GOOD}`, 'quote_not_closed', /première ligne/],
    [
      'UTF-8 with a damaged letter',
      Buffer.concat([
        Buffer.from(`${HEADER}Éléonore;gagné;1\n`),
        Buffer.from('Ren\xe9e;prospect;1\n', 'latin1'),
      ]),
      'encoding',
      /ligne 3 .*ni en UTF-8 ni en Latin-1/,
    ],
    [
      'UTF-8 cut inside its last letter',
      Buffer.from(`${HEADER}É;prospect;1;é`).subarray(0, -1),
      'encoding',
      /ligne 2 .*ni en UTF-8/,
    ],
    ['an old Mac encoding', Buffer.from(`${HEADER}Cr\x8fme;prospect;1\n`, 'latin1'), 'encoding', /ligne 2 /],
  ])('%s', async (_, file, code, message) => {
    const error = await refusal(file);
    expect(error).toMatchObject({ name: 'DealCsvError', code, message: expect.stringMatching(message) });
    expect(error.message.length).toBeLessThan(600);
  });
});

test('a file of a million empty lines is read at once', async () => {
  const started = performance.now();
  const rows = await readAll(`${HEADER}${'\n'.repeat(1_000_000)}${GOOD}`);
  expect(rows).toMatchObject([{ ok: true, line: 1_000_002 }]);
  expect(performance.now() - started).toBeLessThan(5_000);
});
