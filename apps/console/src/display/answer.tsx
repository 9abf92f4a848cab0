import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Failure } from './failure.tsx';
import { Loading } from './loading.tsx';

/** Shows what a query answered; until then its outline, and its own words when it failed. */
export function Answer<Data>({ query, height, children }: AnswerProps<Data>) {
  if (query.data !== undefined) {
    return (
      <>
        {query.isRefetchError && <Failure error={query.error} retry={() => void query.refetch()} />}
        {children(query.data)}
      </>
    );
  }
  if (query.isError) return <Failure error={query.error} retry={() => void query.refetch()} />;
  return <Loading height={height} />;
}

interface AnswerProps<Data> {
  readonly query: UseQueryResult<Data, unknown>;
  /** Of the outline, in pixels: about that of the content, so that nothing jumps. */
  readonly height: number;
  readonly children: (data: Data) => ReactNode;
}
