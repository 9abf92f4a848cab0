import { Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './empty.module.css';

/** An empty place that teaches: one sentence, one action. */
export function Empty({
  title,
  children,
  action,
}: {
  title: string;
  children?: ReactNode;
  action?: ReactNode;
}) {
  return (
    <Stack className={classes.empty} gap="xs" align="center">
      <p className={classes.title}>{title}</p>
      {children && <p className={classes.text}>{children}</p>}
      {action}
    </Stack>
  );
}
