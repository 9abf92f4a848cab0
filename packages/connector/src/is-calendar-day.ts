const DAY = /^\d{4}-\d\d-\d\d$/;

/** Whether `YYYY-MM-DD` is a day that exists: `Date` rolls the 31st of February over, so it must come back as it was. */
export function isCalendarDay(text: string): boolean {
  const at = DAY.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
}
