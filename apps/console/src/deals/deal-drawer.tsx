import { Button, Drawer, Group, Modal, Text } from '@mantine/core';
import type { Deal } from '@passerelle/contracts';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { trpc } from '../api/trpc.ts';
import { Answer } from '../display/answer.tsx';
import { useReturnFocus } from '../display/use-return-focus.ts';
import { useTranslate } from '../language/use-translate.ts';
import { DealForm } from './deal-form.tsx';
import { DealHistory } from './deal-history.tsx';
import { useRemovals } from './removals.tsx';
import { useDealsChanged } from './use-deals-changed.ts';

/** One deal beside the list: to read, change or delete; or a new one. */
export function DealDrawer({ id, close }: { id: string; close: () => void }) {
  const { t } = useTranslate();
  const isNew = id === 'new';
  useReturnFocus();
  return (
    <Drawer
      opened
      onClose={close}
      position="right"
      size="md"
      title={isNew ? t('deals.new') : t('deals.edit')}
      closeButtonProps={{ 'aria-label': t('frame.close') }}
    >
      {isNew ? <NewDeal close={close} /> : <StoredDeal id={Number(id)} close={close} />}
    </Drawer>
  );
}

function NewDeal({ close }: { close: () => void }) {
  const { t } = useTranslate();
  const changed = useDealsChanged();
  const create = useMutation(
    trpc.deals.create.mutationOptions({
      onSuccess: async () => {
        await changed();
        close();
      },
    }),
  );
  return (
    <DealForm
      deal={null}
      save={(values) => create.mutate(values)}
      saving={create.isPending}
      error={create.error}
      saveLabel={t('deals.create')}
    />
  );
}

function StoredDeal({ id, close }: { id: number; close: () => void }) {
  const { t } = useTranslate();
  const query = useQuery(trpc.deals.get.queryOptions({ id }));
  const changed = useDealsChanged();
  const update = useMutation(
    trpc.deals.update.mutationOptions({
      onSuccess: async () => {
        await changed();
        close();
      },
    }),
  );
  return (
    <Answer query={query} height={480}>
      {({ data }) => (
        <>
          <DealForm
            deal={data}
            save={(values) => update.mutate({ ...values, id })}
            saving={update.isPending}
            error={update.error}
            saveLabel={t('deals.save')}
            aside={<DeleteDeal deal={data} close={close} />}
          />
          <DealHistory id={id} />
        </>
      )}
    </Answer>
  );
}

function DeleteDeal({ deal, close }: { deal: Deal; close: () => void }) {
  const { t } = useTranslate();
  const { remove } = useRemovals();
  const [isAsked, setAsked] = useState(false);
  return (
    <>
      <Button variant="subtle" color="red" onClick={() => setAsked(true)}>
        {t('deals.delete')}
      </Button>
      <Modal
        opened={isAsked}
        onClose={() => setAsked(false)}
        title={t('deals.delete.title', { client: deal.client })}
        closeButtonProps={{ 'aria-label': t('frame.close') }}
        centered
      >
        <Text size="sm" mb="md">
          {t('deals.delete.text')}
        </Text>
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={() => setAsked(false)}>
            {t('frame.cancel')}
          </Button>
          <Button
            color="red"
            onClick={() => {
              remove(deal);
              close();
            }}
          >
            {t('deals.delete.confirm')}
          </Button>
        </Group>
      </Modal>
    </>
  );
}
