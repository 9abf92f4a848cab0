import type { CellValue } from '@passerelle/connector';
import type { DealRow, UnansweredWrite } from '@passerelle/database';
import type { ExportItem } from './export-item.ts';
import { fieldValuesOf } from './field-values.ts';

/** What of an item is written down before it is sent: enough to know its row again, and to tell what was done to it. */
export function announcementOf(item: ExportItem) {
  const { deal, externalId, fields, mapped, local, remote, stood, base, conflicts } = item;
  return { dealId: deal.id, externalId, sent: { fields, mapped, local, remote, stood, base, conflicts } };
}

/** The item as it was sent, whatever its deal has become since. */
export function itemOf(write: UnansweredWrite, deal: DealRow, mapped: ExportItem['mapped']): ExportItem {
  const older = {
    fields: mapped,
    mapped,
    local: fieldValuesOf(deal, mapped),
    remote: {},
    stood: {},
    base: null,
    conflicts: [],
  };
  const sent = (write.sent ?? older) as Omit<ExportItem, 'deal' | 'externalId' | 'cells' | 'stood'> &
    Partial<Pick<ExportItem, 'stood'>>;
  const cells: Record<string, CellValue> = {};
  // A write announced by an older version tells nothing of the cells that stood there.
  return { ...sent, stood: sent.stood ?? {}, deal, externalId: write.externalId, cells };
}
