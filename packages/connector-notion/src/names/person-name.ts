import * as z from 'zod';
import type { NotionClient } from '../client/notion-client.ts';
import { orNullWhenHidden } from './or-null-when-hidden.ts';

const UserAnswer = z.object({ name: z.string().nullish() });

/** The name of a person or bot; `null` when the integration may not know. */
export function personName(
  client: NotionClient,
  id: string,
  signal: AbortSignal | undefined,
): Promise<string | null> {
  const call = { method: 'GET', path: `/users/${id}`, write: false, subject: 'person', signal } as const;
  return orNullWhenHidden(client.call(call, UserAnswer).then(({ name }) => name || null));
}
