import { Button, PasswordInput, Stack } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import { giveKey, useKeyState } from '../api/api-key.ts';
import { queryClient } from '../api/query-client.ts';
import { useTranslate } from '../language/use-translate.ts';
import classes from './key-gate.module.css';

/** Lets the page through, or asks for the server's key when it wants one. */
export function KeyGate({ children }: { children: ReactNode }) {
  const { t } = useTranslate();
  const { need } = useKeyState();
  const [typed, setTyped] = useState('');
  if (need === 'none') return children;
  const give = (event: FormEvent) => {
    event.preventDefault();
    giveKey(typed.trim());
    void queryClient.resetQueries();
  };
  return (
    <main id="content" className={classes.gate}>
      <form onSubmit={give}>
        <Stack gap="md">
          <h1 className={classes.title}>{t('frame.key.title')}</h1>
          <p className={classes.text}>{t('frame.key.text')}</p>
          <PasswordInput
            label={t('frame.key.label')}
            error={need === 'refused' ? t('frame.key.refused') : undefined}
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
            autoComplete="off"
            required
            withAsterisk={false}
          />
          <Button type="submit" disabled={!/^[\x21-\x7e]+$/.test(typed.trim())}>
            {t('frame.key.action')}
          </Button>
        </Stack>
      </form>
    </main>
  );
}
