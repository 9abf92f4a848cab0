import { useTranslate } from '../../language/use-translate.ts';
import classes from './column-kind.module.css';
import type { RemoteTable } from './use-mapping-draft.ts';

/** What a column holds. */
export type Kind = RemoteTable['columns'][number]['kind'];

const SIGNS: Readonly<Record<Kind, string>> = {
  text: 'Aa',
  number: '12',
  date: '31',
  choice: '◉',
  choices: '☑',
  people: '@',
  checkbox: '✓',
  links: '↗',
  other: '…',
};

/** The sign of a kind of column, with its name for whoever points at it or listens. */
export function ColumnKind({ kind }: { kind: Kind }) {
  const { t } = useTranslate();
  const name = t(`connectors.kind.${kind}`);
  return (
    <span className={classes.kind} title={name}>
      <span aria-hidden="true">{SIGNS[kind]}</span>
      <span className="visually-hidden">{name}</span>
    </span>
  );
}
