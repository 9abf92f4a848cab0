import type { Call, Endpoint } from '../endpoint.ts';
import { notFound } from '../notion-api-error.ts';
import { readPaging } from '../query/paging.ts';
import { renderBot, renderPerson, renderUser } from '../values/render-user.ts';
import { renderList } from './list.ts';
import { pathId } from './path-id.ts';

/** `/users`: members and bots of the workspace. */
export const userEndpoints: readonly Endpoint[] = [
  {
    method: 'GET',
    path: '/users/me',
    handle: ({ access, workspace }) => renderBot(workspace, access.integration),
  },
  { method: 'GET', path: '/users', query: ['start_cursor', 'page_size'], handle: listUsers },
  {
    method: 'GET',
    path: '/users/:id',
    handle(call) {
      const { access } = call;
      access.require('user_info');
      const user = renderUser(call, pathId(call, 'user_id'));
      if (user.type !== undefined) return user;
      throw notFound('user', String(user.id), access.integration.name);
    },
  },
];

function listUsers(call: Call): Record<string, unknown> {
  const { access, services, workspace } = call;
  access.require('user_info');
  const { size, cursor } = readPaging(call.query, 'query');
  const key = JSON.stringify([access.integration.token, 'users']);
  const page = services.items.page({
    cursor,
    key,
    size,
    start: () => ({
      key,
      items: [
        ...[...workspace.people.values()].map((person) => renderPerson(person, access.can('user_email'))),
        ...[...workspace.integrations.values()].map((integration) => renderBot(workspace, integration)),
      ],
      isCapped: false,
    }),
  });
  return renderList({ type: 'user', page, render: (user) => [user] });
}
