import { Button, Group, Stack } from '@mantine/core';
import type { ConnectionCheck, TestConnectorOutput } from '@passerelle/contracts';
import { Failure } from '../display/failure.tsx';
import { Icon } from '../display/icon.tsx';
import { Loading } from '../display/loading.tsx';
import { useTranslate } from '../language/use-translate.ts';
import { Step } from './step.tsx';
import classes from './test-step.module.css';

/** Tries the connection: a line per check, with its remedy where one failed. */
export function TestStep({ isReady, test, run }: TestStepProps) {
  const { t } = useTranslate();
  return (
    <Step
      number={3}
      title={t('connectors.test')}
      isDone={test.data?.success === true}
      waitsFor={isReady ? undefined : t('connectors.test.waits')}
    >
      <Stack gap="sm">
        <div role="status">
          {test.isPending ? (
            <Loading height={120} />
          ) : (
            test.data && (
              <ul className={classes.checks}>
                {test.data.checks.map((check) => (
                  <CheckLine key={check.name} check={check} />
                ))}
              </ul>
            )
          )}
        </div>
        {test.isError && <Failure error={test.error} />}
        <Group gap="sm">
          <Button variant={test.data ? 'default' : 'filled'} loading={test.isPending} onClick={run}>
            {t(test.data ? 'connectors.test.again' : 'connectors.test.run')}
          </Button>
          {test.data?.success && <span>{test.data.message}</span>}
        </Group>
      </Stack>
    </Step>
  );
}

function CheckLine({ check: { name, ok, message } }: { check: ConnectionCheck }) {
  const { t } = useTranslate();
  return (
    <li className={classes.check} data-ok={ok}>
      <Icon name={ok ? 'check' : 'failed'} size={18} />
      <span className={classes.name}>
        {t(`connectors.check.${name}`)}
        <span className="visually-hidden">
          {' '}
          : {t(ok ? 'connectors.check.ok' : 'connectors.check.refused')}
        </span>
      </span>
      <span className={classes.message}>{message}</span>
    </li>
  );
}

interface TestStepProps {
  /** Whether there is enough to test. */
  readonly isReady: boolean;
  readonly test: {
    readonly data: TestConnectorOutput | undefined;
    readonly error: unknown;
    readonly isPending: boolean;
    readonly isError: boolean;
  };
  readonly run: () => void;
}
