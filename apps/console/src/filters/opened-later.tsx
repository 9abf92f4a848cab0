import { Button } from '@mantine/core';
import { type ReactNode, Suspense, useState } from 'react';
import { Icon } from '../display/icon.tsx';

/** The button of a filter. What it opens is fetched when someone first asks for it, not with the page. */
export function OpenedLater({ label, isSet, children }: OpenedLaterProps) {
  const [isAsked, setAsked] = useState(false);
  const button = (
    <Button
      variant={isSet ? 'light' : 'default'}
      aria-haspopup="dialog"
      rightSection={<Icon name="down" size={14} />}
      onClick={() => setAsked(true)}
    >
      {label}
    </Button>
  );
  return isAsked ? <Suspense fallback={button}>{children}</Suspense> : button;
}

interface OpenedLaterProps {
  readonly label: string;
  /** Whether the filter narrows anything. */
  readonly isSet: boolean;
  /** The button again, with what it opens, open. */
  readonly children: ReactNode;
}
