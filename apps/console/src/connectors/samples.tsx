import type { FieldMapping, Provider } from '@passerelle/contracts';
import { DEAL_FIELDS, type DealField } from '@passerelle/contracts/vocabulary';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { trpc } from '../api/trpc.ts';
import { Answer } from '../display/answer.tsx';
import { useFormat } from '../language/use-format.ts';
import { useTranslate } from '../language/use-translate.ts';
import classes from './connectors.module.css';

/** Three live records through the mapping as it stands, saved or not: the deal each would give, or why none. */
export function Samples({ provider, mapping }: { provider: Provider; mapping: FieldMapping }) {
  const { t } = useTranslate();
  const format = useFormat();
  const shown = (field: DealField, value: string | number | null | undefined) => {
    if (field === 'montant_brut' && typeof value === 'number') return format.euros(value);
    if (field === 'date_echeance' && typeof value === 'string') return format.day(value);
    return short(value);
  };
  const query = useQuery({
    ...trpc.connectors.samples.queryOptions({ provider, ...mapping }),
    placeholderData: keepPreviousData,
    enabled: Object.keys(mapping).length > 0,
  });
  return (
    <div className={classes.samples}>
      <h3 className={classes.subtitle}>{t('connectors.samples')}</h3>
      <Answer query={query} height={140}>
        {({ data: { records } }) =>
          records.length === 0 ? (
            <p className={classes.hint}>{t('connectors.samples.none')}</p>
          ) : (
            <table>
              <caption className="visually-hidden">{t('connectors.samples')}</caption>
              <tbody>
                {DEAL_FIELDS.map((field) => (
                  <tr key={field}>
                    <th scope="row">{t(`deals.column.${field}`)}</th>
                    {records.map((record) => (
                      <td key={record.external_id}>
                        {shown(field, record.deal[field])}
                        {field === 'statut' && record.unknown_status !== null && (
                          <span className={classes.bad}>
                            {t('connectors.samples.status', { value: record.unknown_status })}
                          </span>
                        )}
                        {record.reasons
                          .filter((reason) => reason.includes(field))
                          .map((reason) => (
                            <span key={reason} className={classes.bad}>
                              {reason}
                            </span>
                          ))}
                      </td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          )
        }
      </Answer>
    </div>
  );
}

function short(value: string | number | null | undefined): string {
  const text = value === null || value === undefined ? '' : String(value);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
