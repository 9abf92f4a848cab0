import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { type ErrorCode, MALFORMED_REQUEST_MESSAGE, type SyncErrorBody } from '@passerelle/contracts';
import { ERROR_STATUS } from '../error-status.ts';

const HEAD_TOO_LONG_MESSAGE =
  'L’adresse et les en-têtes de la demande sont trop longs. Raccourcissez les filtres, ou envoyez un corps.';

/** Answers what never became a request, such as an address of a megabyte: in the envelope, then hangs up. */
export function replyToUnparsed(error: Error & { code?: string }, socket: Socket): void {
  // The client went away in the middle: nobody is there to be told.
  if (error.code === 'ECONNRESET' || socket.destroyed || !socket.writable) return;
  const isTooLong = error.code === 'HPE_HEADER_OVERFLOW';
  const code: ErrorCode = isTooLong ? 'payload_too_large' : 'malformed_request';
  const { status } = ERROR_STATUS[code];
  const body: SyncErrorBody = {
    success: false,
    error: isTooLong ? HEAD_TOO_LONG_MESSAGE : MALFORMED_REQUEST_MESSAGE,
  };
  const text = JSON.stringify(body);
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    'Content-Type: application/json; charset=utf-8',
    `Content-Length: ${Buffer.byteLength(text)}`,
    'Connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${text}`);
}
