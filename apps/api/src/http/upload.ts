import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import multipart, { type SavedMultipartFile } from '@fastify/multipart';
import { ContractError, MAX_UPLOAD_MEGABYTES, type Services, UploadId } from '@passerelle/contracts';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import * as z from 'zod';
import './fastify-config.ts';
import { parseInput } from './parse-input.ts';

const FIELD = 'file';
const ID_HEADER = 'Upload-Id';
const NAMED = z.strictObject({ [ID_HEADER]: UploadId });

/**
 * Mounts the upload of files. One is kept on disk until it is there whole: a slow client must not hold a transaction
 * open, and one that goes away leaves nothing written.
 */
export async function upload(app: FastifyInstance, { services }: { services: Services }): Promise<void> {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', (_request, body, done) => {
    body.resume();
    done(null, undefined);
  });
  await app.register(multipart, {
    limits: { fileSize: MAX_UPLOAD_MEGABYTES * 1024 * 1024, files: 1, fields: 20 },
  });
  app.post('/upload/csv', { config: { envelope: 'crm' } }, async (request) => {
    const receive = async () => {
      const { filename, filepath } = await receiveFile(request);
      if (!/\.csv$/i.test(filename)) {
        throw refusal('le nom du fichier ne finit pas par .csv. Enregistrez-le en CSV, puis renvoyez-le.');
      }
      return { content: createReadStream(filepath), bytes: (await stat(filepath)).size };
    };
    return services.upload.csv({ id: idOf(request), receive }, { requestId: request.id });
  });
}

function idOf({ headers }: FastifyRequest): string | null {
  const given = headers[ID_HEADER.toLowerCase()];
  return given === undefined ? null : parseInput(NAMED, { [ID_HEADER]: given })[ID_HEADER];
}

async function receiveFile(request: FastifyRequest): Promise<SavedMultipartFile> {
  const { files } = request.isMultipart() ? await save(request) : { files: [] };
  const file = files.find(({ fieldname }) => fieldname === FIELD);
  if (file === undefined) {
    throw refusal('aucun fichier. Envoyez un fichier .csv dans ce champ, en multipart/form-data.');
  }
  return file;
}

async function save(request: FastifyRequest) {
  try {
    return await request.saveRequestFiles();
  } catch (error) {
    throw explained(error);
  }
}

/** Faults of the disk stay ours; what else goes wrong in a form is how it was sent. */
function explained(error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'FST_REQ_FILE_TOO_LARGE') {
    return new ContractError(
      'payload_too_large',
      `Le fichier dépasse ${MAX_UPLOAD_MEGABYTES} Mo. Découpez-le, puis envoyez les parties l’une après l’autre.`,
    );
  }
  if (code === 'FST_FILES_LIMIT') return refusal('plusieurs fichiers sont donnés. Envoyez-en un seul.');
  if (code !== '' && !code.startsWith('FST_')) return error;
  return new ContractError(
    'malformed_request',
    'Le formulaire n’est pas arrivé en entier, ou est mal formé. Renvoyez le fichier.',
    { cause: error },
  );
}

function refusal(problem: string): ContractError {
  const detail = `Champ ${FIELD} : ${problem}`;
  return new ContractError('bad_input', detail, { faults: [{ pointer: `/${FIELD}`, detail }] });
}
