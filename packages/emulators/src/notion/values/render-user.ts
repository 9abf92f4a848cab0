import type { Access } from '../state/access.ts';
import type { Integration, Person } from '../state/records.ts';
import type { Workspace } from '../state/workspace.ts';

/** A person or a bot; only the id where the integration may not read users, or knows no such user. */
export function renderUser(
  { workspace, access }: { workspace: Workspace; access: Access },
  id: string,
): Record<string, unknown> {
  const partial = { object: 'user', id };
  if (!access.can('user_info')) return partial;
  const person = workspace.people.get(id);
  if (person !== undefined) return renderPerson(person, access.can('user_email'));
  for (const integration of workspace.integrations.values())
    if (integration.botId === id) return renderBot(workspace, integration);
  return partial;
}

/** A member of the workspace. */
export function renderPerson(person: Person, withEmail: boolean): Record<string, unknown> {
  return {
    object: 'user',
    id: person.id,
    type: 'person',
    name: person.name,
    avatar_url: null,
    person: withEmail && person.email !== null ? { email: person.email } : {},
  };
}

/** The user an integration acts as. */
export function renderBot(workspace: Workspace, integration: Integration): Record<string, unknown> {
  return {
    object: 'user',
    id: integration.botId,
    type: 'bot',
    name: integration.name,
    avatar_url: null,
    bot: {
      owner: { type: 'workspace', workspace: true },
      workspace_id: workspace.id,
      workspace_name: workspace.name,
      workspace_limits: { max_file_upload_size_in_bytes: 5_242_880 },
    },
  };
}
