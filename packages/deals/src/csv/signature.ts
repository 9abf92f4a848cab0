import { DealCsvError } from './errors.ts';

const SAVE_AS_CSV =
  'Dans le tableur, enregistrez la feuille au format « CSV UTF-8 », puis envoyez ce fichier.';

/** First bytes of files that people rename or send by mistake. */
const SPREADSHEETS: readonly (readonly [string, string])[] = [
  ['504b0304', 'un classeur (XLSX ou ODS)'],
  ['504b0506', 'une archive ZIP'],
  ['d0cf11e0', 'un ancien classeur Excel (XLS)'],
];
const BINARIES: readonly (readonly [string, string])[] = [
  ['25504446', 'un PDF'],
  ['1f8b', 'une archive GZIP'],
  ['fffe', 'un texte en UTF-16'],
  ['feff', 'un texte en UTF-16'],
];

/** Refuses by its first bytes a file that is no CSV, whatever its name says. */
export function refuseOtherFormats(head: Buffer): void {
  const start = head.toString('hex', 0, 4);
  for (const [magic, kind] of SPREADSHEETS) {
    if (start.startsWith(magic)) {
      throw new DealCsvError('spreadsheet', `Ce fichier est ${kind}, pas un CSV. ${SAVE_AS_CSV}`);
    }
  }
  for (const [magic, kind] of BINARIES) {
    if (start.startsWith(magic)) {
      throw new DealCsvError(
        'not_text',
        `Ce fichier est ${kind}, pas un CSV en UTF-8 ou Latin-1. ${SAVE_AS_CSV}`,
      );
    }
  }
}
