import { keyHeaders, keyWanted } from './api-key.ts';
import { SpokenError } from './use-error-sentence.ts';

/** Fetches a file with the key, and hands it to the browser to save. */
export async function fetchFile(address: string, name: string): Promise<void> {
  const answer = await fetch(address, { headers: keyHeaders() });
  if (answer.status === 401) keyWanted();
  if (!answer.ok) throw new SpokenError(errorOf(await answer.json()));
  const url = URL.createObjectURL(await answer.blob());
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}

/** The sentence of an error's envelope. */
export function errorOf(body: unknown): string {
  return typeof body === 'object' && body !== null && 'error' in body ? String(body.error) : String(body);
}
