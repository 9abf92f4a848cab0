import { NativeSelect } from '@mantine/core';
import type { Provider } from '@passerelle/contracts';
import { STATUTS, type Statut } from '@passerelle/contracts/vocabulary';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { trpc } from '../api/trpc.ts';
import { Answer } from '../display/answer.tsx';
import { Failure } from '../display/failure.tsx';
import { useTranslate } from '../language/use-translate.ts';
import type { Column } from './compatible.ts';
import classes from './connectors.module.css';

/** What each status of the remote column means here; those that nobody paired are counted. */
export function StatusPairs({ provider, column }: { provider: Provider; column: Column }) {
  const { t } = useTranslate();
  const queries = useQueryClient();
  const query = useQuery(trpc.connectors.policies.queryOptions({ provider }));
  const save = useMutation(
    trpc.connectors.savePolicies.mutationOptions({
      onSuccess: () => queries.invalidateQueries({ queryKey: trpc.connectors.pathKey() }),
    }),
  );
  if (column.options.length === 0) return null;
  return (
    <Answer query={query} height={120}>
      {({ data: { status_values } }) => {
        const paired = column.options.filter((option) => status_values[option] !== undefined);
        return (
          <details>
            <summary className={classes.subtitle}>
              {t('connectors.statuses', { paired: paired.length, count: column.options.length })}
            </summary>
            <p className={classes.hint}>{t('connectors.statuses.hint')}</p>
            <div className={classes.mapping}>
              {column.options.map((option) => (
                <div key={option} className={classes.pair}>
                  <span className={classes.field}>{option}</span>
                  <span aria-hidden="true" />
                  <NativeSelect
                    aria-label={t('connectors.statuses.of', { value: option })}
                    value={status_values[option] ?? ''}
                    disabled={save.isPending}
                    data={[{ value: '', label: t('connectors.statuses.auto') }, ...STATUTS]}
                    onChange={({ currentTarget: { value } }) => {
                      const { [option]: _before, ...others } = status_values;
                      const next = value === '' ? others : { ...others, [option]: value as Statut };
                      save.mutate({ provider, status_values: next });
                    }}
                  />
                </div>
              ))}
            </div>
            {save.isError && <Failure error={save.error} />}
          </details>
        );
      }}
    </Answer>
  );
}
