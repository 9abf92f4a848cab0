import { expectBoolean, type JsonObject } from '../body-checks.ts';
import { invalid, type NotionApiError } from '../notion-api-error.ts';
import type { VersionTraits } from '../versions.ts';

/** The names under which a body may say that something goes to the trash. */
export function trashKeys(traits: VersionTraits): string[] {
  return traits.hasArchived ? ['in_trash', 'archived'] : ['in_trash'];
}

/** What a body says about the trash; `undefined` when it says nothing. */
export function readTrashFlag(body: JsonObject, traits: VersionTraits): boolean | undefined {
  for (const key of trashKeys(traits))
    if (body[key] !== undefined) return expectBoolean(body[key], `body.${key}`);
  return undefined;
}

/** What is in the trash must be taken out before anything else can be done to it. */
export function archivedError(): NotionApiError {
  return invalid("Can't edit block that is archived. You must unarchive the block before editing.");
}
