import { Button } from '@mantine/core';
import type { RunExchange } from '@passerelle/contracts';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { trpc } from '../api/trpc.ts';
import { Answer } from '../display/answer.tsx';
import { MoreButton } from '../display/more-button.tsx';
import { Panel } from '../display/panel.tsx';
import records from '../display/record.module.css';
import { StateBadge } from '../display/state-badge.tsx';
import { useFormat } from '../language/use-format.ts';
import { useTranslate } from '../language/use-translate.ts';
import classes from './run-exchanges.module.css';

const PAGE = 20;

/** What a run sent to the service and what came back: all of it, or what mentions the record in the address. */
export function RunExchanges({ runId }: { runId: number }) {
  const { t } = useTranslate();
  const navigate = useNavigate();
  const { mention } = useSearch({ strict: false });
  const query = useInfiniteQuery(
    trpc.runs.exchanges.infiniteQueryOptions(
      { id: runId, limit: PAGE, ...(mention ? { mention } : {}) },
      { getNextPageParam: ({ data }) => (data.length === PAGE ? data.at(-1)?.position : undefined) },
    ),
  );
  return (
    <Panel
      title={t('history.exchanges')}
      note={mention ? t('history.exchangesOf', { record: mention }) : t('history.exchanges.note')}
      action={
        mention && (
          <Button
            variant="default"
            size="compact-sm"
            onClick={() =>
              void navigate({
                to: '/historique/$runId',
                params: { runId: String(runId) },
                resetScroll: false,
              })
            }
          >
            {t('history.exchanges.all')}
          </Button>
        )
      }
    >
      <Answer query={query} height={160}>
        {({ pages }) => {
          const exchanges = pages.flatMap(({ data }) => data);
          if (exchanges.length === 0) return <p className={classes.none}>{t('history.exchanges.none')}</p>;
          return (
            <ol className={records.list}>
              {exchanges.map((exchange) => (
                <Exchange key={exchange.position} exchange={exchange} />
              ))}
            </ol>
          );
        }}
      </Answer>
      <MoreButton query={query} />
    </Panel>
  );
}

function Exchange({ exchange }: { exchange: RunExchange }) {
  const { t } = useTranslate();
  const format = useFormat();
  const { method, url, status, duration_ms, at, request, answer } = exchange;
  return (
    <li className={records.record}>
      <details>
        <summary className={classes.summary}>
          <StateBadge state={stateOf(status)}>
            {status === null ? t('history.exchange.unanswered') : String(status)}
          </StateBadge>
          <span className={classes.method}>{method}</span>
          <span className={classes.url}>{url}</span>
          <time dateTime={at} title={format.exactTime(at)} className={classes.time}>
            {format.seconds(duration_ms / 1000)}
          </time>
        </summary>
        <Body title={t('history.exchange.sent')} text={request} otherwise={t('history.exchange.noBody')} />
        <Body title={t('history.exchange.received')} text={answer} otherwise={t('history.exchange.rows')} />
      </details>
    </li>
  );
}

function Body({ title, text, otherwise }: { title: string; text: string | null; otherwise: string }) {
  return (
    <>
      <h3 className={classes.title}>{title}</h3>
      {text === null ? (
        <p className={classes.none}>{otherwise}</p>
      ) : (
        <pre className={classes.body}>{indented(text)}</pre>
      )}
    </>
  );
}

function stateOf(status: number | null) {
  if (status === null || status >= 400) return 'failed';
  return 'success';
}

/** JSON as people read it; what was cut, or is none, as it is. */
function indented(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}
