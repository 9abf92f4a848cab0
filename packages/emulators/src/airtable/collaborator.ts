import type { AirtableUser } from './base.ts';

/** Id of the user meant by `{id}`, `{email}` or an id, and with typecast by an e-mail or a name; null when it is none of them. */
export function findCollaborator(
  users: readonly AirtableUser[],
  value: unknown,
  options: { typecast: boolean },
): string | null {
  if (typeof value === 'string') {
    const named = (user: AirtableUser) => options.typecast && (user.email === value || user.name === value);
    return users.find((user) => user.id === value || named(user))?.id ?? null;
  }
  if (typeof value !== 'object' || value === null) return null;
  const id = 'id' in value ? value.id : undefined;
  const email = 'email' in value ? value.email : undefined;
  return users.find((user) => (id === undefined ? user.email === email : user.id === id))?.id ?? null;
}
