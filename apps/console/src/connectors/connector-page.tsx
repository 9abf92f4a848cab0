import { PROVIDERS } from '@passerelle/contracts/provider-names';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { trpc } from '../api/trpc.ts';
import { Answer } from '../display/answer.tsx';
import { LinkButton } from '../display/link-button.tsx';
import { NotFound } from '../frame/not-found.tsx';
import { Page } from '../frame/page.tsx';
import { useTranslate } from '../language/use-translate.ts';
import { ConnectorSteps } from './connector-steps.tsx';
import { providerTitle } from './provider-title.ts';

/** Sets up the connection of one provider. */
export function ConnectorPage() {
  const { t } = useTranslate();
  const params = useParams({ from: '/connecteurs/$provider' });
  const provider = PROVIDERS.find((one) => one === params.provider);
  const connectors = useQuery(trpc.connectors.list.queryOptions());
  if (provider === undefined) return <NotFound />;
  const config = connectors.data?.data.find((one) => one.provider === provider);
  return (
    <Page
      title={t('connectors.title', { vendor: providerTitle(provider) })}
      action={
        config?.base_id != null && (
          <LinkButton to="/synchroniser" search={{ provider }}>
            {t('connectors.preview')}
          </LinkButton>
        )
      }
    >
      <Answer query={connectors} height={640}>
        {() => <ConnectorSteps key={provider} provider={provider} config={config} />}
      </Answer>
    </Page>
  );
}
