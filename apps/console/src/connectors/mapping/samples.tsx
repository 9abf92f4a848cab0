import { ScrollArea } from '@mantine/core';
import type { SamplesOutput } from '@passerelle/contracts';
import { DEAL_FIELDS } from '@passerelle/contracts/vocabulary';
import type { UseQueryResult } from '@tanstack/react-query';
import { Answer } from '../../display/answer.tsx';
import { Icon } from '../../display/icon.tsx';
import { useTranslate } from '../../language/use-translate.ts';
import { SampleCell } from './sample-cell.tsx';
import classes from './samples.module.css';

/** Three live records through the mapping: what each would give, errors in the cell. */
export function Samples({ query }: { query: UseQueryResult<SamplesOutput, unknown> }) {
  const { t } = useTranslate();
  return (
    <section aria-label={t('connectors.samples')} aria-busy={query.isFetching}>
      <h3 className={classes.title}>{t('connectors.samples')}</h3>
      <Answer query={query} height={320}>
        {({ data: { records, table_name } }) =>
          records.length === 0 ? (
            <p className={classes.none}>{t('connectors.samples.none', { table: table_name })}</p>
          ) : (
            <ScrollArea
              type="auto"
              offsetScrollbars="x"
              className={classes.frame}
              data-old={query.isPlaceholderData}
              viewportProps={{ tabIndex: 0, role: 'group', 'aria-label': t('connectors.samples') }}
            >
              <table className={classes.table}>
                <tbody>
                  {DEAL_FIELDS.map((field) => (
                    <tr key={field}>
                      <th scope="row">{t(`deals.column.${field}`)}</th>
                      {records.map((record) => (
                        <td key={record.external_id}>
                          <SampleCell field={field} record={record} />
                        </td>
                      ))}
                    </tr>
                  ))}
                  <tr>
                    <th scope="row">{t('connectors.samples.verdict')}</th>
                    {records.map(({ external_id, reasons }) => (
                      <td key={external_id} className={classes.verdict} data-ok={reasons.length === 0}>
                        <Icon name={reasons.length === 0 ? 'check' : 'failed'} size={14} />
                        <span>
                          {reasons.length === 0 ? t('connectors.samples.taken') : reasons.join(' ')}
                        </span>
                      </td>
                    ))}
                  </tr>
                </tbody>
              </table>
            </ScrollArea>
          )
        }
      </Answer>
    </section>
  );
}
