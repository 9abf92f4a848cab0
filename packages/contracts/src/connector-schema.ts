import * as z from 'zod';
import { FieldMapping } from './field-mapping.ts';
import { Provider } from './providers.ts';
import { lineOfText } from './text.ts';
import { DEAL_FIELDS, STATUTS } from './vocabulary.ts';

/** Where to look instead of at the saved table, with the saved token. */
const elsewhere = {
  base_id: lineOfText(2000).optional().meta({
    description: 'Base à regarder à la place de celle enregistrée : identifiant ou adresse (URL) copiée.',
  }),
  table_name: lineOfText(255)
    .optional()
    .meta({ description: 'Table à regarder à la place de celle enregistrée.' }),
};

/** One table of a base. */
export const RemoteTableName = z.strictObject({ id: z.string(), name: z.string() });

/** One column of the remote table. */
export const RemoteColumn = z
  .strictObject({
    id: z.string(),
    name: z.string(),
    type: z.string().meta({ description: 'Le type, dans les mots du service.' }),
    kind: z.enum(['text', 'number', 'date', 'choice', 'choices', 'people', 'checkbox', 'links', 'other']),
    writable: z.boolean(),
    read_only_reason: z
      .string()
      .nullable()
      .meta({ description: 'Pourquoi la colonne ne peut pas être modifiée ; `null` quand elle le peut.' }),
    options: z.array(z.string()).meta({ description: 'Options d’une colonne à choix, dans leur ordre.' }),
  })
  .meta({ id: 'RemoteColumn' });

/** A column proposed for a field. */
export const MappingSuggestion = z
  .strictObject({
    field: z.enum(DEAL_FIELDS),
    column_id: z.string(),
    column_name: z.string(),
    confidence: z.number().min(0).max(1),
    reason: z.string(),
  })
  .meta({ id: 'MappingSuggestion' });

/** Why a field and the column it is mapped to cannot work together. */
export const MappingConflict = z
  .strictObject({
    field: z.enum(DEAL_FIELDS),
    mapped_to: z
      .string()
      .nullable()
      .meta({ description: 'Ce que dit la correspondance ; `null` sans colonne.' }),
    affects: z.enum(['import', 'export', 'both']),
    message: z.string().meta({ description: 'Ce qui ne va pas, et le remède.' }),
  })
  .meta({ id: 'MappingConflict' });
export type MappingConflict = z.infer<typeof MappingConflict>;

/** The column a field is read from today. */
export const MappedColumn = z
  .strictObject({ field: z.enum(DEAL_FIELDS), column_id: z.string(), column_name: z.string() })
  .meta({ id: 'MappedColumn' });

/** A remote status, and what it means. */
export const RemoteStatus = z
  .strictObject({
    value: z.string(),
    statut: z
      .enum(STATUTS)
      .nullable()
      .meta({ description: 'Statut du CRM ; `null` : rien ne le traduit, l’import lit prospect.' }),
  })
  .meta({ id: 'RemoteStatus' });

/** A field and a column that do not go together. */
export const MappingMisfit = z
  .strictObject({
    field: z.enum(DEAL_FIELDS),
    column_id: z.string(),
    affects: z.enum(['import', 'export', 'both']).meta({
      description: '`export` seul : la colonne se lit, et peut être choisie.',
    }),
    message: z.string(),
  })
  .meta({ id: 'MappingMisfit' });

export const GetSchemaInput = z.strictObject({ provider: Provider, ...elsewhere });
export type GetSchemaInput = z.infer<typeof GetSchemaInput>;

const exampleTables = [{ id: 'tblDeals000000001', name: 'Deals' }];

export const SchemaOutput = z
  .strictObject({
    success: z.literal(true),
    data: z.strictObject({
      table_id: z.string().nullable().meta({ description: '`null` tant que la table est à choisir.' }),
      table_name: z.string().nullable(),
      tables: z.array(RemoteTableName).meta({ description: 'Toutes les tables de la base, pour choisir.' }),
      message: z.string().nullable().meta({ description: 'Ce qu’il faut choisir ; `null` sinon.' }),
      columns: z.array(RemoteColumn),
      suggested_mapping: FieldMapping,
      suggestions: z.array(MappingSuggestion),
      mapped: z.array(MappedColumn).meta({
        description: 'La colonne que la correspondance enregistrée donne à chaque champ, renommée ou non.',
      }),
      statuses: z
        .array(RemoteStatus)
        .meta({ description: 'Options de la colonne reliée à statut ; vide quand elle n’en a pas.' }),
      misfits: z
        .array(MappingMisfit)
        .meta({ description: 'Chaque champ et chaque colonne qui ne vont pas ensemble, et pourquoi.' }),
      conflicts: z
        .array(MappingConflict)
        .meta({ description: 'Ce qui ne peut pas aller dans la correspondance enregistrée.' }),
    }),
  })
  .meta({
    id: 'ConnectorSchema',
    examples: [
      {
        success: true,
        data: {
          table_id: 'tblDeals000000001',
          table_name: 'Deals',
          tables: exampleTables,
          message: null,
          columns: [
            {
              id: 'fldName0000000001',
              name: 'Nom du client',
              type: 'singleLineText',
              kind: 'text',
              writable: true,
              read_only_reason: null,
              options: [],
            },
          ],
          suggested_mapping: { client: 'Nom du client' },
          suggestions: [
            {
              field: 'client',
              column_id: 'fldName0000000001',
              column_name: 'Nom du client',
              confidence: 0.92,
              reason: '« Nom du client » est un nom usuel pour client.',
            },
          ],
          mapped: [{ field: 'client', column_id: 'fldName0000000001', column_name: 'Nom du client' }],
          statuses: [],
          misfits: [],
          conflicts: [],
        },
      },
    ],
  });
export type SchemaOutput = z.infer<typeof SchemaOutput>;

const columns = Object.fromEntries(
  DEAL_FIELDS.map((field) => [
    field,
    lineOfText(255)
      .optional()
      .meta({ description: `Colonne à essayer pour ${field}, par nom ou identifiant.` }),
  ]),
) as Record<(typeof DEAL_FIELDS)[number], z.ZodOptional<z.ZodString>>;

export const GetSamplesInput = z
  .strictObject({ provider: Provider, ...elsewhere, ...columns })
  .meta({ description: 'Une colonne donnée remplace toute la correspondance enregistrée.' });
export type GetSamplesInput = z.infer<typeof GetSamplesInput>;

/** What a cell holds. */
const CellValue = z.union([
  z.string(),
  z.number(),
  z.boolean(),
  z.array(z.string()),
  z.null(),
  z.strictObject({ unreadable: z.string() }),
]);

/** One remote record, as it is and as the CRM would read it. */
export const SampleRecord = z
  .strictObject({
    external_id: z.string(),
    cells: z.array(
      z.strictObject({
        field: z.enum(DEAL_FIELDS),
        column_id: z.string(),
        column_name: z.string(),
        value: CellValue.meta({ description: 'La cellule, telle que le service la donne.' }),
      }),
    ),
    deal: z
      .partialRecord(z.enum(DEAL_FIELDS), z.union([z.string(), z.number(), z.null()]))
      .meta({ description: 'Les champs lus ; ceux qui ne le peuvent pas manquent.' }),
    reasons: z
      .array(z.string())
      .meta({ description: 'Pourquoi l’import le refuserait ; vide quand il le prendrait.' }),
    unknown_status: z.string().nullable().meta({ description: 'Le statut distant que rien ne traduit.' }),
  })
  .meta({ id: 'SampleRecord' });

export const SamplesOutput = z
  .strictObject({
    success: z.literal(true),
    data: z.strictObject({
      table_name: z.string(),
      records: z.array(SampleRecord),
      conflicts: z.array(MappingConflict),
    }),
  })
  .meta({
    id: 'ConnectorSamples',
    examples: [
      {
        success: true,
        data: {
          table_name: 'Deals',
          records: [
            {
              external_id: 'rec00000000000001',
              cells: [
                {
                  field: 'client',
                  column_id: 'fldName0000000001',
                  column_name: 'Name',
                  value: 'Atelier Morel',
                },
              ],
              deal: { client: 'Atelier Morel' },
              reasons: [
                'Champ montant_brut : aucune colonne ne lui est reliée. Complétez la correspondance des champs.',
              ],
              unknown_status: null,
            },
          ],
          conflicts: [],
        },
      },
    ],
  });
export type SamplesOutput = z.infer<typeof SamplesOutput>;
