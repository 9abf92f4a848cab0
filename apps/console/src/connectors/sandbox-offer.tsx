import { Button, Group } from '@mantine/core';
import type { Provider } from '@passerelle/contracts';
import { useQuery } from '@tanstack/react-query';
import { trpc } from '../api/trpc.ts';
import { Failure } from '../display/failure.tsx';
import { Icon } from '../display/icon.tsx';
import { useTranslate } from '../language/use-translate.ts';
import { providerTitle } from './provider-title.ts';
import classes from './sandbox-offer.module.css';
import { useSaveConnector } from './use-save-connector.ts';

/** For whoever has no account: a table of examples, one press away. */
export function SandboxOffer({ provider, onSaved }: { provider: Provider; onSaved: () => void }) {
  const { t } = useTranslate();
  const { data } = useQuery(trpc.connectors.sandbox.queryOptions());
  const save = useSaveConnector();
  const table = data?.data.find((one) => one.provider === provider);
  if (table === undefined) return null;
  return (
    <section className={classes.offer} aria-label={t('connectors.sandbox')}>
      <Group gap="md" justify="space-between">
        <div className={classes.words}>
          <p className={classes.lead}>
            <Icon name="sandbox" size={16} />
            {t('connectors.sandbox.lead', { vendor: providerTitle(provider) })}
          </p>
          <p className={classes.text}>{t('connectors.sandbox.text')}</p>
        </div>
        <Button
          variant="default"
          loading={save.isPending}
          onClick={() =>
            save.mutate({ ...table, field_mapping: null, is_active: true }, { onSuccess: onSaved })
          }
        >
          {t('connectors.sandbox.action')}
        </Button>
      </Group>
      {save.isError && <Failure error={save.error} />}
    </section>
  );
}
