import { SOURCE, startDeals } from './deals-workspace.ts';

/** A member of the workspace. */
export const PERSON = 'aaaaaaaa-0000-4000-8000-000000000001';

/** Rich text without formatting, as it is written. */
export const text = (content: string) => [{ text: { content } }];

/** An emulator with one deal, and ways to write deals by the API. */
export async function startWriting() {
  const started = await startDeals({ people: [{ id: PERSON, name: 'Camille', email: 'c@example.com' }] });
  const { send, deals } = started;
  const id = deals.addRow({ Name: 'Alpha', Amount: 1, Notes: 'avant' });
  const create = (properties: object) =>
    send('POST', '/pages', { body: { parent: { data_source_id: SOURCE }, properties } });
  const update = (properties: object) => send('PATCH', `/pages/${id}`, { body: { properties } });
  return { ...started, id, create, update };
}
