import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext, useEffect, useMemo, useRef, useState } from 'react';
import { trpc } from '../api/trpc.ts';
import { Failure } from '../display/failure.tsx';
import { useTranslate } from '../language/use-translate.ts';
import classes from './removals.module.css';
import { useDealsChanged } from './use-deals-changed.ts';

/** How long a deletion can be taken back. It is sent only then: a deal brought back keeps its links and its dates. */
const GRACE_MS = 6_000;

interface Leaving {
  readonly id: number;
  readonly client: string;
}

const Context = createContext<{ leaving: ReadonlySet<number>; remove: (deal: Leaving) => void }>({
  leaving: new Set(),
  remove: () => {},
});

/** Deals about to be deleted, and how to delete one. */
export function useRemovals() {
  return useContext(Context);
}

/** Holds deletions back while they can be undone, and says so. One at a time: the next sends the one before. */
export function Removals({ children }: { children: ReactNode }) {
  const { t } = useTranslate();
  const [leaving, setLeaving] = useState<Leaving | null>(null);
  const changed = useDealsChanged();
  const { mutate, error, reset } = useMutation(trpc.deals.delete.mutationOptions({ onSettled: changed }));
  const waiting = useRef<Leaving | null>(null);
  waiting.current = leaving;
  useEffect(() => {
    if (leaving === null) return;
    const timer = setTimeout(() => {
      mutate({ id: leaving.id });
      setLeaving(null);
    }, GRACE_MS);
    return () => clearTimeout(timer);
  }, [leaving, mutate]);
  // Leaving the page is no reason to keep a deal that was deleted.
  useEffect(
    () => () => {
      if (waiting.current) mutate({ id: waiting.current.id });
    },
    [mutate],
  );
  const value = useMemo(
    () => ({
      leaving: new Set(leaving ? [leaving.id] : []),
      remove: (deal: Leaving) => {
        if (waiting.current) mutate({ id: waiting.current.id });
        reset();
        setLeaving(deal);
      },
    }),
    [leaving, mutate, reset],
  );
  return (
    <Context value={value}>
      {error && <Failure error={error} />}
      {children}
      <div role="status" className={classes.place}>
        {leaving && (
          <p className={classes.toast}>
            {t('deals.deleted', { client: leaving.client })}
            <Button size="xs" variant="white" onClick={() => setLeaving(null)}>
              {t('deals.undo')}
            </Button>
          </p>
        )}
      </div>
    </Context>
  );
}
