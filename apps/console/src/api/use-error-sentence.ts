import { useTranslate } from '../language/use-translate.ts';
import { isRefusal } from './query-client.ts';

/** Says an error in the API's own words; in ours when the API did not answer. */
export function useErrorSentence(): (error: unknown) => string {
  const { t } = useTranslate();
  return (error) =>
    isRefusal(error) || error instanceof SpokenError ? error.message : t('frame.unreachable');
}

/** A refusal that came by another way than tRPC, its sentence fit for a person. */
export class SpokenError extends Error {
  override readonly name = 'SpokenError';
}
