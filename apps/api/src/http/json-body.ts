import { isUtf8 } from 'node:buffer';
import { ContractError, UNSUPPORTED_MEDIA_TYPE_MESSAGE } from '@passerelle/contracts';
import type { FastifyInstance } from 'fastify';

const NOT_UTF8_MESSAGE =
  'Le corps de la requête n’est pas en UTF-8. Envoyez le JSON encodé en UTF-8, sans changer ses caractères.';

/**
 * Reads bodies as JSON and nothing else. A body of no bytes is no body, whatever its type says: a bare
 * `curl -X POST`, with or without headers, is fine where none is needed.
 */
export function readJsonBodies(app: FastifyInstance): void {
  // Names such as `__proto__` are the schemas' to refuse, by name, as they do over tRPC: bodies are only ever spread,
  // which makes a field of them like any other.
  const parse = app.getDefaultJsonParser('ignore', 'ignore');
  app.removeAllContentTypeParsers();
  app.addContentTypeParser<Buffer>('application/json', { parseAs: 'buffer' }, (request, body, done) => {
    if (body.length === 0) done(null, undefined);
    else if (isUtf8(body)) parse(request, body.toString('utf8'), done);
    else done(new ContractError('bad_input', NOT_UTF8_MESSAGE), undefined);
  });
  app.addContentTypeParser<Buffer>('*', { parseAs: 'buffer' }, (_request, body, done) => {
    if (body.length === 0) done(null, undefined);
    else done(new ContractError('unsupported_media_type', UNSUPPORTED_MEDIA_TYPE_MESSAGE), undefined);
  });
}
