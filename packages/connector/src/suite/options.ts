import { describe, expect, test } from 'vitest';
import { type ConnectorHarness, OPTIONS } from './harness.ts';
import { expectFailure, Session } from './session.ts';

/** Tests of choices that a column does not have: refused by name, or added where that is allowed. */
export function optionTests(harness: ConnectorHarness): void {
  async function start() {
    const vendor = await harness.start();
    const session = await Session.open(harness, vendor);
    const options = async () => {
      const { columns } = await session.connector.schema();
      return columns.find(({ id }) => id === session.ids.choice)?.options;
    };
    return { vendor, session, options, [Symbol.asyncDispose]: () => vendor[Symbol.asyncDispose]() };
  }

  describe('options of a choice', () => {
    test('one that the column does not have is refused with those it has, and not added', async () => {
      await using run = await start();
      for (const written of [
        run.session.create([{ text: 'Acme', choice: 'Peut-être' }]),
        run.session.createAdding({ text: 'Acme', choice: 'Peut-être' }, ['notes']),
      ]) {
        const error = await expectFailure(written, run.vendor.settings, 'value_refused');
        for (const told of [...OPTIONS, 'Peut-être', run.vendor.columns.choice, 'create_options']) {
          expect(error.message).toContain(told);
        }
      }
      expect(await run.vendor.countRows()).toBe(0);
      expect(await run.options()).toEqual(OPTIONS);
    });

    test('the same unknown one in many rows is looked up once', async () => {
      await using run = await start();
      const refuse = () =>
        expectFailure(run.session.create([{ choice: 'Peut-être' }]), run.vendor.settings, 'value_refused');
      await refuse();
      const before = run.vendor.requests().length;
      await refuse();
      expect(run.vendor.requests().length).toBe(before);
    });

    test('it is added in the columns where that is allowed, once, and read back', async () => {
      await using run = await start();
      for (const text of ['Acme', 'Beta']) {
        const [created] = await run.session.createAdding({ text, choice: 'Suspendu' }, ['choice']);
        expect(run.session.cell(created, 'choice')).toBe('Suspendu');
      }
      expect(await run.options()).toEqual([...OPTIONS, 'Suspendu']);
    });

    test('another spelling of an option is that option, and adds none', async () => {
      await using run = await start();
      const [created] = await run.session.createAdding({ choice: ' ferme' }, ['choice']);
      expect(run.session.cell(created, 'choice')).toBe('Fermé');
      expect(await run.options()).toEqual(OPTIONS);
    });

    test('two spellings of a new one, sent at once, add one option, spelt as the first', async () => {
      await using run = await start();
      const spellings = ['Suspendu', 'suspendu', ' SUSPENDU'];
      const written = await Promise.all(
        spellings.map((choice) => run.session.createAdding({ choice }, ['choice'])),
      );
      expect(written.map(([record]) => run.session.cell(record, 'choice'))).toEqual(
        spellings.map(() => 'Suspendu'),
      );
      expect(await run.options()).toEqual([...OPTIONS, 'Suspendu']);
    });

    test('one that somebody added since the schema was read is found', async () => {
      await using run = await start();
      await run.vendor.addRows([{ choice: 'Suspendu' }]);
      const [created] = await run.session.create([{ choice: 'Suspendu' }]);
      expect(run.session.cell(created, 'choice')).toBe('Suspendu');
    });

    test('values of other columns are held to their types while options are added', async () => {
      await using run = await start();
      for (const cells of [{ number: 'beaucoup' }, { date: 'demain' }, { readOnly: 'x' }]) {
        const sent = run.session.createAdding({ ...cells, choice: 'Suspendu' }, ['choice']);
        await expectFailure(sent, run.vendor.settings, 'value_refused');
      }
      expect(await run.vendor.countRows()).toBe(0);
      expect(await run.options()).toEqual(OPTIONS);
    });
  });
}
