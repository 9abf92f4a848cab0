import type { UseInfiniteQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useFormat } from '../language/use-format.ts';
import { Answer } from './answer.tsx';
import { ChoiceButtons } from './choice-buttons.tsx';
import { MoreButton } from './more-button.tsx';
import { Panel } from './panel.tsx';
import classes from './record.module.css';

/** Records by kind, a page at a time: each kind a button with its count. */
export function RecordsPanel<Kind extends string, Row>(props: RecordsPanelProps<Kind, Row>) {
  const { title, label, kinds, chosen, choose, query, lead, children } = props;
  const format = useFormat();
  return (
    <Panel
      title={title}
      action={
        <ChoiceButtons
          label={label}
          size="compact-sm"
          choices={kinds.map(({ kind, word, count }) => ({
            value: kind,
            word: `${word} (${format.number(count)})`,
          }))}
          chosen={chosen}
          choose={choose}
        />
      }
    >
      {lead}
      <Answer query={query} height={240}>
        {({ pages }) => <ul className={classes.list}>{pages.flatMap(({ data }) => data).map(children)}</ul>}
      </Answer>
      <MoreButton query={query} />
    </Panel>
  );
}

interface RecordsPanelProps<Kind, Row> {
  readonly title: string;
  /** What the buttons choose, for those who listen. */
  readonly label: string;
  readonly kinds: readonly { readonly kind: Kind; readonly word: string; readonly count: number }[];
  readonly chosen: Kind;
  readonly choose: (kind: Kind) => void;
  readonly query: UseInfiniteQueryResult<
    { readonly pages: readonly { readonly data: readonly Row[] }[] },
    unknown
  >;
  /** Before the list. */
  readonly lead?: ReactNode;
  /** One record, as an item of the list with its key. */
  readonly children: (row: Row) => ReactNode;
}
