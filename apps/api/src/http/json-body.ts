import { ContractError, UNSUPPORTED_MEDIA_TYPE_MESSAGE } from '@passerelle/contracts';
import type { FastifyInstance } from 'fastify';

/**
 * Reads bodies as JSON and nothing else. A body of no bytes is no body, whatever its type says: a bare
 * `curl -X POST`, with or without headers, is fine where none is needed.
 */
export function readJsonBodies(app: FastifyInstance): void {
  const parse = app.getDefaultJsonParser('error', 'error');
  app.removeAllContentTypeParsers();
  app.addContentTypeParser<string>('application/json', { parseAs: 'string' }, (request, body, done) => {
    if (body.length === 0) done(null, undefined);
    else parse(request, body, done);
  });
  app.addContentTypeParser<Buffer>('*', { parseAs: 'buffer' }, (_request, body, done) => {
    if (body.length === 0) done(null, undefined);
    else done(new ContractError('unsupported_media_type', UNSUPPORTED_MEDIA_TYPE_MESSAGE), undefined);
  });
}
