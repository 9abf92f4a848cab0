import { Button, Group } from '@mantine/core';
import { Empty } from '../display/empty.tsx';
import { Icon } from '../display/icon.tsx';
import { LinkButton } from '../display/link-button.tsx';
import { Panel } from '../display/panel.tsx';
import { useTranslate } from '../language/use-translate.ts';

/** The dashboard of a CRM without deals: where the first ones come from. */
export function FirstSteps({ openImport }: { openImport: () => void }) {
  const { t } = useTranslate();
  return (
    <Panel title={t('dashboard.first.title')}>
      <Empty
        title={t('dashboard.first.lead')}
        action={
          <Group justify="center" gap="xs">
            <LinkButton to="/connecteurs" leftSection={<Icon name="connectors" size={16} />}>
              {t('dashboard.first.connect')}
            </LinkButton>
            <Button variant="default" leftSection={<Icon name="upload" size={16} />} onClick={openImport}>
              {t('dashboard.import')}
            </Button>
          </Group>
        }
      >
        {t('dashboard.first.text')}
      </Empty>
    </Panel>
  );
}
