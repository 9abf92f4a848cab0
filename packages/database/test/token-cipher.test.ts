import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadEncryptionKey, TokenCipher } from '../src/index.ts';

const key = randomBytes(32);

test('a token comes back from its encrypted form, which differs each time and never shows it', () => {
  const cipher = new TokenCipher(key);
  const [first, second] = [
    cipher.encrypt('patSecret123', 'airtable'),
    cipher.encrypt('patSecret123', 'airtable'),
  ];
  expect(first).not.toBe(second);
  expect(Buffer.from(first.slice(7), 'base64').toString('latin1')).not.toContain('patSecret123');
  expect(TokenCipher.isEncrypted(first)).toBe(true);
  expect(TokenCipher.isEncrypted('patSecret123')).toBe(false);
  expect(cipher.decrypt(first, 'airtable')).toBe('patSecret123');
});

test('a token encrypted for one provider, with another key, or altered, is not readable', () => {
  const stored = new TokenCipher(key).encrypt('secret', 'airtable');
  const altered = `${stored.slice(0, -6)}AAAA${stored.slice(-2)}`;
  for (const attempt of [
    () => new TokenCipher(key).decrypt(stored, 'notion'),
    () => new TokenCipher(randomBytes(32)).decrypt(stored, 'airtable'),
    () => new TokenCipher(key).decrypt(altered, 'airtable'),
  ]) {
    expect(attempt).toThrowError(expect.objectContaining({ code: 'token_unreadable' }));
  }
});

test('a key file is made once, readable by its owner only, and used again', () => {
  const directory = mkdtempSync(join(tmpdir(), 'passerelle-key-'));
  const first = loadEncryptionKey({ directory });
  const second = loadEncryptionKey({ directory });
  expect(first.createdFile).toBe(join(directory, 'passerelle.key'));
  expect(second).toEqual({ key: first.key, createdFile: null });
  expect(statSync(join(directory, 'passerelle.key')).mode & 0o777).toBe(0o600);
  expect(readFileSync(join(directory, 'passerelle.key'), 'utf8').trim()).toBe(first.key.toString('base64'));
  rmSync(directory, { recursive: true });
});

test('a configured key of the wrong size is refused with the setting’s name', () => {
  expect(() => loadEncryptionKey({ configured: 'dHJvcCBjb3VydA==', directory: '.' })).toThrowError(
    /PASSERELLE_ENCRYPTION_KEY.*32 octets/,
  );
});
