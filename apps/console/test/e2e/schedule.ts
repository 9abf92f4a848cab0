import { expect, it } from 'vitest';
import { callApi, fillFromSandbox } from '../support/fill.ts';
import { startServer } from '../support/server.ts';
import { openPage } from '../support/world.ts';

/** When a connection synchronises by itself. */
export function testsOfSchedules(): void {
  it('saves an interval with its quiet hours, says what is wrong of an expression, and stops at a word', async () => {
    await using fresh = await startServer();
    await fillFromSandbox(fresh.origin);
    const page = await openPage('/connecteurs/airtable', fresh);
    const step = page.getByRole('region', { name: /^Synchronisation automatique/ });
    await step.getByRole('radio', { name: 'À intervalle régulier' }).check();
    await step.getByLabel('Toutes les').fill('2');
    await step.getByLabel('Sens').selectOption('Les deux sens');
    await step.getByLabel('Fuseau horaire').selectOption('Europe/Paris');
    await step.getByRole('checkbox', { name: 'Ne rien lancer pendant certaines heures' }).check();
    await step.getByRole('button', { name: 'Enregistrer le planning' }).click();
    await step.getByText(/^Prochain tour : \d/).waitFor();
    expect(await scheduleOf(fresh.origin)).toMatchObject({
      every_minutes: 120,
      cron: null,
      direction: 'sync',
      time_zone: 'Europe/Paris',
      quiet_hours: { from: '22:00', to: '06:00' },
      enabled: true,
    });

    await step.getByRole('radio', { name: /expression cron/ }).check();
    await step.getByLabel('Expression cron', { exact: true }).fill('tous les lundis');
    await step.getByRole('button', { name: 'Enregistrer le planning' }).click();
    await step.getByText(/tous les lundis/).waitFor();
    await step.getByLabel('Expression cron', { exact: true }).fill('0 7 * * 1-5');
    await step.getByRole('button', { name: 'Enregistrer le planning' }).click();
    await step.getByText('actif', { exact: true }).waitFor();
    expect(await scheduleOf(fresh.origin)).toMatchObject({ every_minutes: null, cron: '0 7 * * 1-5' });

    await step.getByRole('radio', { name: 'Jamais sans moi' }).check();
    await step.getByRole('button', { name: 'Supprimer le planning' }).click();
    await step.getByText(/^Prochain tour/).waitFor({ state: 'detached' });
    expect(await scheduleOf(fresh.origin)).toBeNull();
    await page.context().close();
  }, 90_000);
}

async function scheduleOf(origin: string): Promise<unknown> {
  return ((await callApi(origin, '/connectors/airtable/schedule')) as { data: unknown }).data;
}
