import type { ReactNode } from 'react';
import { useId } from 'react';
import classes from './panel.module.css';

/** A titled block of a page. */
export function Panel({ title, mark, note, action, children }: PanelProps) {
  const id = useId();
  return (
    <section className={classes.panel} aria-labelledby={id}>
      <header className={classes.head}>
        {mark}
        <h2 id={id} className={classes.title}>
          {title}
        </h2>
        {note && <p className={classes.note}>{note}</p>}
        {action && <div className={classes.action}>{action}</div>}
      </header>
      {children}
    </section>
  );
}

interface PanelProps {
  readonly title: ReactNode;
  /** Before the title. */
  readonly mark?: ReactNode;
  /** A figure or a sentence beside the title. */
  readonly note?: ReactNode;
  readonly action?: ReactNode;
  readonly children: ReactNode;
}
