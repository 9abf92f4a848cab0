import type { UploadCsvOutput } from '@passerelle/contracts';
import { keyHeaders, keyWanted } from './api-key.ts';
import { errorOf } from './fetch-file.ts';
import { SpokenError } from './use-error-sentence.ts';

/** Sends a CSV file. `fetch` tells nothing of what was sent so far, so this is the older way. */
export function uploadCsv(file: File, onSent: (fraction: number) => void): Promise<UploadCsvOutput['data']> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', '/api/upload/csv');
    for (const [name, value] of Object.entries(keyHeaders())) request.setRequestHeader(name, value);
    request.responseType = 'json';
    request.upload.addEventListener('progress', ({ loaded, total }) =>
      onSent(total > 0 ? loaded / total : 0),
    );
    request.addEventListener('error', () => reject(new Error('The file did not arrive.')));
    request.addEventListener('load', () => {
      if (request.status === 401) keyWanted();
      if (request.status === 200) resolve((request.response as UploadCsvOutput).data);
      else reject(new SpokenError(errorOf(request.response)));
    });
    const form = new FormData();
    form.append('file', file);
    request.send(form);
  });
}
