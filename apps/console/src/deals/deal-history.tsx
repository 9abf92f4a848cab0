import { Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { trpc } from '../api/trpc.ts';
import { Answer } from '../display/answer.tsx';
import { MoreButton } from '../display/more-button.tsx';
import classes from '../display/record.module.css';
import { FieldChanges } from '../history/field-changes.tsx';
import { useFormat } from '../language/use-format.ts';
import { useTranslate } from '../language/use-translate.ts';

const PAGE = 20;

/** What became of a deal, field by field, each change with where it came from. */
export function DealHistory({ id }: { id: number }) {
  const { t } = useTranslate();
  const format = useFormat();
  const query = useInfiniteQuery(
    trpc.deals.history.infiniteQueryOptions(
      { id, limit: PAGE },
      { getNextPageParam: ({ data }) => (data.length === PAGE ? (data.at(-1)?.id ?? undefined) : undefined) },
    ),
  );
  return (
    <section aria-label={t('deals.history')}>
      <Text component="h3" size="sm" fw={600} mt="lg" mb={4}>
        {t('deals.history')}
      </Text>
      <Answer query={query} height={120}>
        {({ pages }) => (
          <ul className={classes.list}>
            {pages
              .flatMap(({ data }) => data)
              .map(({ id: change, kind, origin, run_id, at, changes }) => (
                <li key={change ?? 'created'} className={classes.record}>
                  <div className={classes.head}>
                    <span className={classes.name}>{t(`deals.history.${kind}`)}</span>
                    {origin && run_id === null && <span>{t(`deals.origin.${origin}`)}</span>}
                    {origin && run_id !== null && (
                      <Link
                        to="/historique/$runId"
                        params={{ runId: String(run_id) }}
                        className={classes.link}
                      >
                        {t(`deals.origin.${origin}`)}
                      </Link>
                    )}
                    <time dateTime={at} title={format.exactTime(at)}>
                      {format.time(at)}
                    </time>
                  </div>
                  <FieldChanges changes={changes} />
                </li>
              ))}
          </ul>
        )}
      </Answer>
      <MoreButton query={query} />
    </section>
  );
}
