/** Header of a body in JSON. */
export const JSON_TYPE = { 'content-type': 'application/json' };

/** The sandbox as each provider's form wants it; the names of the bases are the emulators' own. */
const SANDBOX = {
  airtable: { api_token: 'sandbox', base_id: 'appPasserelle0001', table_name: 'Deals' },
} as const;

/** Sends a request to the API and insists that it succeeds. */
export async function callApi(origin: string, path: string, init: RequestInit = {}): Promise<unknown> {
  const answer = await fetch(`${origin}/api${path}`, init);
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
  return answer.json();
}

/** Connects the sandbox and reads its deals, so that every page has something to show. */
export async function fillFromSandbox(origin: string): Promise<void> {
  for (const [provider, config] of Object.entries(SANDBOX)) {
    const body = JSON.stringify(config);
    await callApi(origin, `/connectors/config/${provider}`, { method: 'PUT', headers: JSON_TYPE, body });
    await callApi(origin, `/sync/${provider}/import`, { method: 'POST' });
  }
}
