import { isRefusal } from './query-client.ts';

/** What the API says is wrong with one field of what was sent; `undefined` when it says nothing of it. */
export function faultOf(error: unknown, field: string): string | undefined {
  const faults = isRefusal(error) ? (error.data?.faults ?? []) : [];
  return faults.find(({ pointer }) => pointer === `/${field}` || pointer.startsWith(`/${field}/`))?.detail;
}
