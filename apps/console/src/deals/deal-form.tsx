import { Button, Group, NativeSelect, Stack, Textarea, TextInput } from '@mantine/core';
import type { CreateDealInput, Deal } from '@passerelle/contracts';
import { STATUTS } from '@passerelle/contracts/vocabulary';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useId, useState } from 'react';
import { faultOf } from '../api/fault-of.ts';
import { trpc } from '../api/trpc.ts';
import { Failure } from '../display/failure.tsx';
import { useTranslate } from '../language/use-translate.ts';

/** The fields of a deal as a person types them; the API reads them, and says by field what it cannot read. */
export function DealForm({ deal, save, saving, error, saveLabel, aside }: DealFormProps) {
  const { t } = useTranslate();
  const id = useId();
  const options = useQuery(trpc.analytics.filterOptions.queryOptions()).data?.data;
  const [values, setValues] = useState(() => typedOf(deal));
  const field = (name: keyof Typed) => ({
    label: t(`deals.column.${name}`),
    value: values[name],
    error: faultOf(error, name),
    onChange: ({ currentTarget: { value } }: { currentTarget: { value: string } }) =>
      setValues((before) => ({ ...before, [name]: value })),
  });
  const isOfFields = Object.keys(values).some((name) => faultOf(error, name) !== undefined);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const { secteur, date_echeance, assignee, notes, ...required } = values;
    save({
      ...required,
      secteur: secteur.trim() || null,
      date_echeance: date_echeance || null,
      assignee: assignee.trim() || null,
      notes: notes.trim() || null,
    });
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="sm">
        <TextInput {...field('client')} required data-autofocus />
        <Group grow gap="sm" align="flex-start">
          <NativeSelect {...field('statut')} data={withStored(values.statut)} />
          <TextInput {...field('montant_brut')} required inputMode="decimal" rightSection="€" />
        </Group>
        <Group grow gap="sm" align="flex-start">
          <TextInput {...field('secteur')} list={`${id}-secteurs`} />
          <TextInput {...field('date_echeance')} type="date" />
        </Group>
        <TextInput {...field('assignee')} list={`${id}-assignees`} />
        <Textarea {...field('notes')} autosize minRows={4} maxRows={12} />
        <Suggestions id={`${id}-secteurs`} values={options?.secteurs} />
        <Suggestions id={`${id}-assignees`} values={options?.assignees} />
        {error !== null && !isOfFields && <Failure error={error} />}
        <Group justify="space-between" mt="xs">
          <div>{aside}</div>
          <Button type="submit" loading={saving}>
            {saveLabel}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function Suggestions({ id, values = [] }: { id: string; values?: readonly string[] | undefined }) {
  return (
    <datalist id={id}>
      {values.map((value) => (
        <option key={value} value={value} />
      ))}
    </datalist>
  );
}

/** A deal of an older database may hold a status of its own: it stays until someone chooses another. */
function withStored(statut: string): string[] {
  return [...new Set<string>([...STATUTS, statut])];
}

type Typed = Record<
  'client' | 'statut' | 'montant_brut' | 'secteur' | 'date_echeance' | 'assignee' | 'notes',
  string
>;

function typedOf(deal: Deal | null): Typed {
  return {
    client: deal?.client ?? '',
    statut: deal?.statut ?? STATUTS[0],
    montant_brut: deal ? String(deal.montant_brut) : '',
    secteur: deal?.secteur ?? '',
    date_echeance: deal?.date_echeance?.slice(0, 10) ?? '',
    assignee: deal?.assignee ?? '',
    notes: deal?.notes ?? '',
  };
}

interface DealFormProps {
  /** `null` for a new one. */
  readonly deal: Deal | null;
  readonly save: (values: CreateDealInput) => void;
  readonly saving: boolean;
  readonly error: unknown;
  readonly saveLabel: string;
  readonly aside?: ReactNode;
}
