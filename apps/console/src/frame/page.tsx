import { type ReactNode, useEffect } from 'react';
import { ConnectionChips } from './connection-chips.tsx';
import classes from './page.module.css';

/** A page: its title, its one main action, the state of the connections, then what it is about. */
export function Page({
  title,
  action,
  children,
}: {
  title: string;
  action?: ReactNode;
  children: ReactNode;
}) {
  useEffect(() => {
    document.title = `${title} · Passerelle`;
  }, [title]);
  return (
    <>
      <header className={classes.bar}>
        <h1 className={classes.title} tabIndex={-1}>
          {title}
        </h1>
        <ConnectionChips />
        <div className={classes.action}>{action}</div>
      </header>
      <main id="content" tabIndex={-1} className={classes.content}>
        {children}
      </main>
    </>
  );
}
