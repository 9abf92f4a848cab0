import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslate } from '../language/use-translate.ts';
import classes from './figure-table.module.css';

/** One column of a table of figures. */
interface FigureColumn<Row> {
  readonly title: string;
  readonly value: (row: Row) => ReactNode;
  /** Numbers are set to the right. */
  readonly numeric?: boolean;
  /** Left out on a narrow screen. */
  readonly secondary?: boolean;
}

/** A plot and its table in one: each row's bar stands under its label, to one zero-based scale. */
export function FigureTable<Row>({ caption, rows, columns, rowKey, bar, shown = 6 }: FigureTableProps<Row>) {
  const { t } = useTranslate();
  const [isWhole, setWhole] = useState(false);
  const visible = isWhole ? rows : rows.slice(0, shown);
  const largest = bar ? Math.max(...rows.map(bar), 0) : 0;
  return (
    <>
      <table className={classes.table} data-bars={bar !== undefined}>
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            {columns.map(({ title, numeric, secondary }) => (
              <th key={title} scope="col" data-numeric={numeric} data-secondary={secondary}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {visible.map((row) => (
            <tr key={rowKey(row)}>
              {columns.map(({ title, value, numeric, secondary }, index) => (
                <td key={title} data-numeric={numeric} data-secondary={secondary}>
                  {value(row)}
                  {bar && index === 0 && (
                    <span className={classes.track} aria-hidden="true">
                      <span
                        className={classes.bar}
                        style={{ width: `${largest > 0 ? (bar(row) / largest) * 100 : 0}%` }}
                      />
                    </span>
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length > shown && (
        <Button variant="subtle" size="compact-sm" mt="xs" ml={-8} onClick={() => setWhole(!isWhole)}>
          {isWhole ? t('display.less') : t('display.all', { count: rows.length })}
        </Button>
      )}
    </>
  );
}

interface FigureTableProps<Row> {
  /** What the table is about, for those who listen. */
  readonly caption: string;
  readonly rows: readonly Row[];
  readonly columns: readonly FigureColumn<Row>[];
  readonly rowKey: (row: Row) => string | number;
  /** What the bars measure; none when absent. */
  readonly bar?: (row: Row) => number;
  /** Rows shown before the reader asks for all. */
  readonly shown?: number;
}
