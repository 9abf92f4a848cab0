import { Button } from '@mantine/core';
import type { Provider } from '@passerelle/contracts';
import { useMutation } from '@tanstack/react-query';
import { trpc } from '../api/trpc.ts';
import { Failure } from '../display/failure.tsx';
import { Icon } from '../display/icon.tsx';
import { Panel } from '../display/panel.tsx';
import { StateBadge } from '../display/state-badge.tsx';
import { useTranslate } from '../language/use-translate.ts';
import classes from './connectors.module.css';

/** Tries the connection: one line per check, each with what was seen and what to do. */
export function TestStep({ provider }: { provider: Provider }) {
  const { t } = useTranslate();
  const test = useMutation(trpc.connectors.test.mutationOptions());
  return (
    <Panel
      title={t('connectors.test')}
      note={
        test.data && (
          <StateBadge state={test.data.success ? 'success' : 'failed'}>
            {t(test.data.success ? 'connectors.test.good' : 'connectors.test.bad')}
          </StateBadge>
        )
      }
      action={
        <Button variant="default" loading={test.isPending} onClick={() => test.mutate({ provider })}>
          {t('connectors.test.run')}
        </Button>
      }
    >
      {test.isError && <Failure error={test.error} retry={() => test.mutate({ provider })} />}
      {test.isIdle && <p className={classes.hint}>{t('connectors.test.hint')}</p>}
      {test.data && (
        <ul className={classes.checks} aria-live="polite">
          {test.data.checks.map(({ name, ok, message }) => (
            <li key={name} data-ok={ok}>
              <Icon name={ok ? 'check' : 'failed'} size={16} />
              <span>
                <span className="visually-hidden">
                  {t(ok ? 'connectors.test.passed' : 'connectors.test.failed')}
                </span>
                <strong>{t(`connectors.check.${name}`)}</strong> {message}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
