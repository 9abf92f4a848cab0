import { describe, expect, it } from 'vitest';
import { readSettings, SettingsError } from '../src/env.ts';

function refusalOf(env: Record<string, string>): string {
  try {
    readSettings(env);
  } catch (error) {
    if (error instanceof SettingsError) return error.message;
  }
  return 'accepted';
}

describe('settings', () => {
  it('have defaults for one person on one machine', () => {
    expect(readSettings({ PORT: '', LOG_LEVEL: ' ' })).toEqual({
      port: 3000,
      host: '127.0.0.1',
      databaseUrl: 'sqlite:data/passerelle.db',
      apiUrls: { airtable: 'https://api.airtable.com/v0', notion: 'https://api.notion.com/v1' },
      encryptionKey: undefined,
      sandbox: true,
      apiKey: null,
      logLevel: 'info',
      retention: { days: 90, records: 2_000_000 },
    });
  });

  it('have no sandbox in production unless it is asked for', () => {
    expect(readSettings({ NODE_ENV: 'production' }).sandbox).toBe(false);
    expect(readSettings({ NODE_ENV: 'production', PASSERELLE_SANDBOX: 'on' }).sandbox).toBe(true);
    expect(readSettings({ PASSERELLE_SANDBOX: 'off' }).sandbox).toBe(false);
  });

  it.each([
    [{ PORT: 'abc' }, /^- PORT : « abc » n'est pas un port/m],
    [{ PORT: '70000' }, /^- PORT : « 70000 »/m],
    [{ DATABASE_URL: 'mysql://u:motdepasse@h/b' }, /^- DATABASE_URL : .*sqlite:<chemin>/m],
    [{ AIRTABLE_API_URL: 'https://api.airtable.com' }, /^- AIRTABLE_API_URL : .*finit par \/v0/m],
    [{ NOTION_API_URL: 'ftp://x/v1' }, /^- NOTION_API_URL : .*\/v1/m],
    [{ PASSERELLE_ENCRYPTION_KEY: 'trop court' }, /^- PASSERELLE_ENCRYPTION_KEY : n'est pas du base64/m],
    [{ PASSERELLE_ENCRYPTION_KEY: 'c2VjcmV0' }, /^- PASSERELLE_ENCRYPTION_KEY : ne fait pas 32 octets/m],
    [{ PASSERELLE_SANDBOX: 'oui' }, /^- PASSERELLE_SANDBOX : « oui »/m],
    [{ PASSERELLE_API_KEY: 'ma cle' }, /^- PASSERELLE_API_KEY : contient/m],
    [{ PASSERELLE_KEEP_DAYS: '0' }, /PASSERELLE_KEEP_DAYS : « 0 ».*de 1 à/],
    [{ PASSERELLE_KEEP_RECORDS: 'tout' }, /PASSERELLE_KEEP_RECORDS : « tout ».*de 1 à/],
    [{ LOG_LEVEL: 'bavard' }, /^- LOG_LEVEL : « bavard »/m],
    [{ HOST: '0.0.0.0' }, /^- HOST : ouvre Passerelle au réseau.*PASSERELLE_API_KEY/m],
    [{ HOST: '192.168.1.4' }, /^- HOST/m],
  ])('refuse %o', (env, sentence) => {
    expect(refusalOf(env)).toMatch(sentence);
    expect(refusalOf(env)).not.toMatch(/motdepasse|trop court|c2VjcmV0|ma cle/);
  });

  it('are all checked before anyone is told', () => {
    expect(refusalOf({ PORT: 'x', LOG_LEVEL: 'y', PASSERELLE_SANDBOX: 'z' }).split('\n')).toHaveLength(4);
  });

  it('open another address only with a key', () => {
    expect(readSettings({ HOST: '0.0.0.0', PASSERELLE_API_KEY: 'une-cle' }).apiKey).toBe('une-cle');
    for (const HOST of ['localhost', '::1', '127.0.0.2']) expect(readSettings({ HOST }).host).toBe(HOST);
  });
});
