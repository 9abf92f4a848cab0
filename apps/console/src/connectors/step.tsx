import type { ReactNode } from 'react';
import { useId } from 'react';
import { Icon } from '../display/icon.tsx';
import { useTranslate } from '../language/use-translate.ts';
import classes from './step.module.css';

/** One step of setting up: its number until it is done, then a tick; what it waits for while it cannot begin. */
export function Step({ number, title, isDone, waitsFor, note, children }: StepProps) {
  const { t } = useTranslate();
  const id = useId();
  return (
    <section className={classes.step} aria-labelledby={id} data-done={isDone}>
      <header className={classes.head}>
        <span className={classes.mark}>
          {isDone ? <Icon name="check" size={16} /> : <span aria-hidden="true">{number}</span>}
        </span>
        <h2 id={id} className={classes.title}>
          {title}
          {isDone && <span className="visually-hidden"> {t('connectors.done')}</span>}
        </h2>
        {note && <span className={classes.note}>{note}</span>}
      </header>
      <div className={classes.body}>
        {waitsFor === undefined ? children : <p className={classes.waits}>{waitsFor}</p>}
      </div>
    </section>
  );
}

interface StepProps {
  readonly number: number;
  readonly title: string;
  readonly isDone: boolean;
  /** What must be done before; the step's content is not shown until then. */
  readonly waitsFor?: string | undefined;
  readonly note?: ReactNode;
  readonly children: ReactNode;
}
