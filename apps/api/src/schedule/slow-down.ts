/** Failures in a row up to which turns keep their pace: a vendor's bad half hour passes. */
const PATIENT_FAILURES = 2;

const FIRST_DELAY_MINUTES = 15;
const LONGEST_DELAY_MINUTES = 24 * 60;

/** How long no turn takes place after so many failures in a row: nobody is helped by asking a dead vendor each minute. */
export function slowDownMs(failures: number): number {
  if (failures <= PATIENT_FAILURES) return 0;
  const minutes = FIRST_DELAY_MINUTES * 2 ** (failures - PATIENT_FAILURES - 1);
  return Math.min(LONGEST_DELAY_MINUTES, minutes) * 60_000;
}

/** What a person is told of turns kept apart; `null` when they keep their pace. */
export function slowedNotice(failures: number): string | null {
  if (failures <= PATIENT_FAILURES) return null;
  return `Les ${failures} derniers tours ont échoué : les suivants sont espacés, de 24 h au plus, jusqu’à ce qu’un tour réussisse. Corrigez la cause, puis enregistrez le planning pour reprendre son rythme.`;
}
