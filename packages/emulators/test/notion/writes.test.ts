import { describe, expect, it } from 'vitest';
import { at, CLIENTS, DATABASE, list, message, SOURCE } from './deals-workspace.ts';
import { PERSON, startWriting, text } from './written-deal.ts';

describe('writing a page', () => {
  it('stores every type and answers it as it is read', async () => {
    const { create, clients } = await startWriting();
    const client = clients.addRow({ Name: 'Acme' });
    const answer = await create({
      Name: { title: text('Neuf') },
      Status: { status: { name: 'Won' } },
      Amount: { number: 12.5 },
      Sector: { select: { name: 'BTP' } },
      Tags: { multi_select: [{ name: 'chaud' }, { name: 'nouveau' }] },
      'Due Date': { date: { start: '2026-05-01', end: '2026-05-03' } },
      Signed: { checkbox: true },
      Site: { url: 'https://exemple.fr' },
      Mail: { email: 'a@exemple.fr' },
      Phone: { phone_number: '+33 1 02' },
      Notes: {
        rich_text: [{ text: { content: 'gras' }, annotations: { bold: true } }, ...text(' et maigre')],
      },
      Owner: { people: [{ id: PERSON }] },
      Papers: { files: [{ name: 'devis', external: { url: 'https://exemple.fr/devis.pdf' } }] },
      Client: { relation: [{ id: client.replaceAll('-', '') }] },
    });
    expect(answer.status, message(answer)).toBe(200);
    expect(answer.body).toMatchObject({
      object: 'page',
      parent: { type: 'data_source_id', data_source_id: SOURCE, database_id: DATABASE },
      in_trash: false,
      is_archived: false,
      is_locked: false,
      archived: false,
      properties: {
        Name: { id: 'title', type: 'title', title: [{ type: 'text', plain_text: 'Neuf', href: null }] },
        Status: { type: 'status', status: { name: 'Won', color: 'green' } },
        Amount: { type: 'number', number: 12.5 },
        Sector: { type: 'select', select: { name: 'BTP' } },
        Tags: { type: 'multi_select', multi_select: [{ name: 'chaud' }, { name: 'nouveau' }] },
        'Due Date': { date: { start: '2026-05-01', end: '2026-05-03', time_zone: null } },
        Signed: { checkbox: true },
        Site: { url: 'https://exemple.fr' },
        Mail: { email: 'a@exemple.fr' },
        Phone: { phone_number: '+33 1 02' },
        Notes: { rich_text: [{ annotations: { bold: true } }, { plain_text: ' et maigre' }] },
        Owner: { people: [{ object: 'user', id: PERSON, type: 'person', name: 'Camille' }] },
        Papers: { files: [{ name: 'devis', type: 'external' }] },
        Client: { relation: [{ id: client }], has_more: false },
        Score: { type: 'formula', formula: { type: 'string', string: null } },
        Number: { unique_id: { prefix: 'AFF', number: 2 } },
        Author: { created_by: { type: 'bot', name: 'Passerelle' } },
      },
    });
  });

  it('clears what it is told to clear and leaves the rest alone', async () => {
    const { update, deals, id } = await startWriting();
    deals.patchRow(id, {
      Sector: 'BTP',
      Tags: ['chaud'],
      'Due Date': '2026-05-01',
      Site: 'https://x.fr',
      Status: 'Won',
    });
    const answer = await update({
      Sector: { select: null },
      Tags: { multi_select: [] },
      'Due Date': { date: null },
      Site: { url: null },
      Notes: { rich_text: [] },
      Status: { status: null },
    });
    expect(answer.body).toMatchObject({
      properties: {
        Sector: { select: null },
        Tags: { multi_select: [] },
        'Due Date': { date: null },
        Site: { url: null },
        Notes: { rich_text: [] },
        Status: { status: { name: 'Prospect' } },
        Amount: { number: 1 },
        Name: { title: [{ plain_text: 'Alpha' }] },
      },
    });
  });

  it('finds columns by name and by id, and takes back what was read', async () => {
    const { update, send, deals, id } = await startWriting();
    const amount = deals.properties.find((property) => property.name === 'Amount')?.id ?? '';
    expect(await update({ [amount]: { number: 3 } })).toMatchObject({
      status: 200,
      body: { properties: { Amount: { number: 3 } } },
    });
    const read = await send('GET', `/pages/${id}`);
    const { Name, Notes, Client } = Object(at(read.body, 'properties'));
    expect((await update({ Name, Notes, Client })).status).toBe(200);
  });

  it('gives times an offset, and the offset of the time zone where one is named', async () => {
    const { update } = await startWriting();
    const start = async (date: object) =>
      at((await update({ 'Due Date': { date } })).body, 'properties', 'Due Date', 'date', 'start');
    expect(await start({ start: '2026-05-01T10:20:30Z' })).toBe('2026-05-01T10:20:00.000+00:00');
    expect(await start({ start: '2026-07-01T10:20:00', time_zone: 'Europe/Paris' })).toBe(
      '2026-07-01T10:20:00.000+02:00',
    );
    expect(await start({ start: '2026-01-01T10:20:00', time_zone: 'Europe/Paris' })).toBe(
      '2026-01-01T10:20:00.000+01:00',
    );
  });

  it('makes select options that do not exist, and says the colour of those that do', async () => {
    const { update, send } = await startWriting();
    expect((await update({ Sector: { select: { name: 'Énergie', color: 'red' } } })).body).toMatchObject({
      properties: { Sector: { select: { name: 'Énergie', color: 'red' } } },
    });
    const schema = await send('GET', `/data_sources/${SOURCE}`);
    const names = list(schema.body, 'properties', 'Sector', 'select', 'options').map((option) =>
      at(option, 'name'),
    );
    expect(names).toEqual(['BTP', 'Santé', 'Énergie']);
    expect(message(await update({ Sector: { select: { name: 'Énergie', color: 'blue' } } }))).toContain(
      "Select option color doesn't match existing",
    );
  });

  it('replaces lists as a whole', async () => {
    const { update } = await startWriting();
    await update({ Tags: { multi_select: [{ name: 'chaud' }, { name: 'froid' }] } });
    const answer = await update({ Tags: { multi_select: [{ name: 'froid' }] } });
    expect(list(answer.body, 'properties', 'Tags', 'multi_select')).toHaveLength(1);
  });

  it('accepts a database as the parent when it has one data source', async () => {
    const { send } = await startWriting();
    const body = { parent: { database_id: DATABASE }, properties: { Name: { title: text('B') } } };
    expect((await send('POST', '/pages', { body })).body).toMatchObject({
      parent: { data_source_id: SOURCE },
    });
  });

  it('makes pages below pages, which have a title only', async () => {
    const { send, id } = await startWriting();
    const parent = { page_id: id };
    const made = await send('POST', '/pages', {
      body: { parent, properties: { title: { title: text('Sous-page') } } },
    });
    expect(made.body).toMatchObject({ parent: { type: 'page_id', page_id: id } });
    expect(
      (await send('POST', '/pages', { body: { parent, properties: { Amount: { number: 1 } } } })).status,
    ).toBe(400);
  });

  it('moves a row to another table, its id kept', async () => {
    const { send, id, deals } = await startWriting();
    const moved = await send('POST', `/pages/${id}/move`, { body: { parent: { data_source_id: CLIENTS } } });
    expect(moved.body).toMatchObject({
      id,
      parent: { data_source_id: CLIENTS },
      properties: { Name: { title: [{ plain_text: 'Alpha' }] } },
    });
    expect(deals.count).toBe(0);
  });
});
