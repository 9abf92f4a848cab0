import { readFile } from 'node:fs/promises';
import { ERROR_CODES } from '@passerelle/contracts';
import { appRouter } from '@passerelle/contracts/router';
import { describe, expect, it } from 'vitest';
import { ERROR_STATUS } from '../../src/error-status.ts';
import { listProcedures } from '../../src/http/procedures.ts';
import { openApiDocument } from '../../src/openapi/document.ts';
import { OPENAPI_FILE, openApiText } from '../../src/openapi/file.ts';
import { LOCAL } from '../support/local.ts';
import { localApp } from '../support/local-app.ts';

describe('the OpenAPI document', () => {
  it('is checked in as the contract generates it (else: npm run generate)', async () => {
    expect(await readFile(OPENAPI_FILE, 'utf8')).toBe(openApiText());
  });

  it('is served, with a page to browse it that needs nothing from elsewhere', async () => {
    const app = await localApp();
    const served = await app.inject({ url: '/api/openapi.json', headers: LOCAL });
    expect(served.json()).toEqual(JSON.parse(openApiText()));
    const page = await app.inject({ url: '/api/docs', headers: LOCAL });
    expect(page.headers['content-type']).toContain('text/html');
    const sources = [...page.body.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, source = '']) => source);
    expect(sources.length).toBeGreaterThan(3);
    for (const source of sources) {
      expect(source).toMatch(/^\/api\/docs\//);
      expect((await app.inject({ url: source, headers: LOCAL })).statusCode).toBe(200);
    }
  });

  it('promises the error bodies that are answered, and no name a generator stumbles over', () => {
    const { components } = openApiDocument();
    const names = Object.keys(components?.schemas ?? {});
    expect(names).toContain('SyncError');
    expect(names).toContain('CrmError');
    for (const name of names) expect(name).toMatch(/^[A-Z][A-Za-z]+$/);
  });

  it('lists for each path only statuses that an error can have', () => {
    const statuses = new Set(ERROR_CODES.map((code) => ERROR_STATUS[code].status));
    for (const { meta } of listProcedures(appRouter)) {
      for (const status of Object.keys(meta.refusals)) expect(statuses).toContain(Number(status));
    }
  });
});
