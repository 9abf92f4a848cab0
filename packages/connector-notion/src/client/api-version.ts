/**
 * Sent with every call. The first version with data sources, and the last whose page answers carry both
 * `archived` and `in_trash`: we read either, so a newer version needs no other change here.
 * Source: developers.notion.com/reference/versioning.
 */
export const API_VERSION = '2025-09-03';
