import * as z from 'zod';

/** Rows a page may hold at most. */
const MAX_PAGE = 1000;

/** Size of a page. */
export const limit = z.int().min(1).max(MAX_PAGE);

/** Where a page goes on. The last row's own id: a client that counts on it needs nothing but the rows it has. */
export const cursor = z
  .int()
  .min(1)
  .meta({ description: 'Identifiant (`id`) du dernier élément reçu ; la page commence après lui.' });
