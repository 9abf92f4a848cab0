import { ContractError, quote } from '@passerelle/contracts';
import { nextTurn, readCron, type TurnRule } from './next-turn.ts';

/** Refuses a rule by which no turn would ever take place. Throws `ContractError` `bad_input`. */
export function checkSchedule(rule: TurnRule): void {
  const { cron, quietHours } = rule;
  if (cron === null) return;
  const now = new Date(rule.updatedAt);
  if (firstTime(cron, now) === null) {
    throw refusal('cron', `${quote(cron)} ne tombe aucun jour. Corrigez le jour ou le mois.`);
  }
  // On clocks that never change: a day of the year on which they do must not pass for an opening.
  if (quietHours && nextTurn({ ...rule, timeZone: 'UTC' }, now) === null) {
    throw refusal(
      'quiet_hours',
      `de ${quietHours.from} à ${quietHours.to}, elles couvrent toutes les heures de cron ${quote(cron)}. Changez les unes ou l’autre.`,
    );
  }
}

function firstTime(cron: string, now: Date): Date | null {
  try {
    return readCron(cron, 'UTC').nextRun(now);
  } catch (cause) {
    throw refusal(
      'cron',
      `${quote(cron)} n’est pas une expression cron. Donnez cinq champs : minute, heure, jour du mois, mois, jour de la semaine ; par exemple « 0 7 * * 1-5 », à 7 h du lundi au vendredi.`,
      cause,
    );
  }
}

function refusal(field: 'cron' | 'quiet_hours', problem: string, cause?: unknown): ContractError {
  const detail = `Champ ${field} : ${problem}`;
  return new ContractError('bad_input', detail, { faults: [{ pointer: `/${field}`, detail }], cause });
}
