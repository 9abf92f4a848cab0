import { TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { useState } from 'react';
import { Icon } from '../display/icon.tsx';
import { useTranslate } from '../language/use-translate.ts';

const PAUSE_MS = 250;

/** Looks for words in clients and notes, once the typing pauses. */
export function SearchFilter({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const { t } = useTranslate();
  const [typed, setTyped] = useState(value);
  const [known, setKnown] = useState(value);
  const tell = useDebouncedCallback(onChange, PAUSE_MS);
  // The address changed by other means, such as going back: the field follows.
  if (value !== known) {
    setKnown(value);
    if (value !== typed.trim()) setTyped(value);
  }
  return (
    <TextInput
      type="search"
      w={{ base: '100%', xs: 240 }}
      leftSection={<Icon name="search" size={16} />}
      aria-label={t('filters.search')}
      placeholder={t('filters.search')}
      maxLength={200}
      value={typed}
      onChange={({ currentTarget }) => {
        setTyped(currentTarget.value);
        tell(currentTarget.value.trim());
      }}
    />
  );
}
