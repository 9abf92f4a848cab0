import type { ReactNode } from 'react';
import { Icon } from '../display/icon.tsx';
import { Panel } from '../display/panel.tsx';
import { useTranslate } from '../language/use-translate.ts';
import classes from './step.module.css';

/** One step of setting up: its number until it is done, then a tick; what it waits for while it cannot begin. */
export function Step({ number, title, isDone, waitsFor, children }: StepProps) {
  const { t } = useTranslate();
  return (
    <Panel
      mark={
        <span className={classes.mark} data-done={isDone}>
          {isDone ? <Icon name="check" size={16} /> : <span aria-hidden="true">{number}</span>}
        </span>
      }
      title={
        <>
          {title}
          {isDone && <span className="visually-hidden"> {t('connectors.done')}</span>}
        </>
      }
    >
      <div className={classes.body}>
        {waitsFor === undefined ? children : <p className={classes.waits}>{waitsFor}</p>}
      </div>
    </Panel>
  );
}

interface StepProps {
  readonly number: number;
  readonly title: string;
  readonly isDone: boolean;
  /** What must be done before; the step's content is not shown until then. */
  readonly waitsFor?: string | undefined;
  readonly children: ReactNode;
}
