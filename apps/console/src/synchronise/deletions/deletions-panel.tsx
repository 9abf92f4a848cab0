import type { Provider } from '@passerelle/contracts';
import { useQuery } from '@tanstack/react-query';
import { trpc } from '../../api/trpc.ts';
import { Failure } from '../../display/failure.tsx';
import { DeletionsOfSide } from './deletions-of-side.tsx';

/** As many as one answer holds: beyond, the count says so and a decision still reaches them all. */
const MOST = 1000;

/** Records that one side lost and that wait for a person, by the side that lost them. */
export function DeletionsPanel({ provider }: { provider: Provider }) {
  const query = useQuery(trpc.deletions.list.queryOptions({ provider, limit: MOST }));
  if (query.isError) return <Failure error={query.error} retry={() => void query.refetch()} />;
  const deletions = query.data?.data ?? [];
  return (['remote', 'local'] as const).map((side) => (
    <DeletionsOfSide
      key={side}
      provider={provider}
      side={side}
      deletions={deletions.filter((one) => one.side === side)}
    />
  ));
}
