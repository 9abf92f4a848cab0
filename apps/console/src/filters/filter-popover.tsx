import { Button, Popover } from '@mantine/core';
import { type ReactNode, useRef } from 'react';
import { Icon } from '../display/icon.tsx';

/** The button of a filter and what it opens, which gives the focus back to it as it closes. */
export function FilterPopover({ label, title, isSet, padding, children }: FilterPopoverProps) {
  const button = useRef<HTMLButtonElement>(null);
  return (
    <Popover
      defaultOpened
      position="bottom-start"
      shadow="sm"
      trapFocus
      withinPortal
      onClose={() => button.current?.focus()}
    >
      <Popover.Target>
        <Button
          ref={button}
          variant={isSet ? 'light' : 'default'}
          size="sm"
          rightSection={<Icon name="down" size={14} />}
        >
          {title}
        </Button>
      </Popover.Target>
      <Popover.Dropdown p={padding} aria-label={label}>
        {children}
      </Popover.Dropdown>
    </Popover>
  );
}

interface FilterPopoverProps {
  readonly label: string;
  /** What the button says. */
  readonly title: string;
  /** Whether it narrows what is shown. */
  readonly isSet: boolean;
  readonly padding: 'xs' | 'sm';
  readonly children: ReactNode;
}
