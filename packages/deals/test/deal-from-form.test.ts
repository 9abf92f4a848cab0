import { describe, expect, test } from 'vitest';
import { dealChangesFromForm, dealFromForm } from '../src/index.ts';

const DEAL = { client: 'Acme', statut: 'prospect', montant_brut: 100 };

describe('a form', () => {
  test('gives a deal whose absent fields are empty', () => {
    expect(dealFromForm({ ...DEAL, notes: undefined, secteur: ' ', assignee: '' })).toEqual({
      ok: true,
      values: { ...DEAL, secteur: null, date_echeance: null, assignee: null, notes: null },
    });
  });

  test('may send back what the CRM computes, which changes nothing', () => {
    const answered = { ...DEAL, id: 4, probabilite: 1, valeur_ponderee: 9, created_at: 'x', updated_at: 'y' };
    expect(dealFromForm(answered)).toMatchObject({ ok: true, values: DEAL });
    expect(Object.keys(dealChangesFromForm(answered)).sort()).toEqual(['ok', 'values']);
    expect(dealChangesFromForm(answered)).toEqual({ ok: true, values: DEAL });
  });

  test('without the required fields is told each of them', () => {
    expect(dealFromForm({})).toMatchObject({
      ok: false,
      problems: [
        { field: 'client', message: 'Champ client : le nom du client manque. Indiquez-le.' },
        { field: 'statut' },
        { field: 'montant_brut' },
      ],
    });
  });

  test('that names a field no deal has is told so', () => {
    expect(dealFromForm({ ...DEAL, montant: 5 })).toMatchObject({
      ok: false,
      problems: [{ field: 'montant', message: expect.stringMatching(/^Champ montant : .* montant_brut/) }],
    });
  });

  test('cannot reach a field through a prototype', () => {
    expect(dealFromForm(Object.create(DEAL))).toMatchObject({ ok: false });
    expect(dealFromForm(JSON.parse('{"__proto__": {"client": "Acme"}}'))).toMatchObject({ ok: false });
  });

  test('of changes reads the given fields only; null empties one that may be empty', () => {
    expect(dealChangesFromForm({ notes: null, montant_brut: '8 500,50 €' })).toEqual({
      ok: true,
      values: { notes: null, montant_brut: 8500.5 },
    });
    expect(dealChangesFromForm({ client: null })).toMatchObject({
      ok: false,
      problems: [{ field: 'client' }],
    });
    expect(dealChangesFromForm({})).toEqual({ ok: true, values: {} });
  });
});

describe('a text', () => {
  test.each([
    ['client', 500],
    ['secteur', 255],
    ['assignee', 255],
    ['notes', 100_000],
  ])('of %s holds %d characters and no more', (field, limit) => {
    expect(dealFromForm({ ...DEAL, [field]: 'x'.repeat(limit) })).toMatchObject({ ok: true });
    for (const length of [limit + 1, 1_000_000]) {
      expect(dealFromForm({ ...DEAL, [field]: 'x'.repeat(length) })).toMatchObject({
        ok: false,
        problems: [
          {
            message: `Champ ${field} : le texte compte ${length} caractères, la limite est de ${limit}. Raccourcissez-le.`,
          },
        ],
      });
    }
  });

  test.each([
    ['NUL', 'a\0b', /caractère NUL \(U\+0000\). Retirez-le/],
    ['half a surrogate pair', 'a\ud800b', /Unicode incomplet/],
    ['a number', 42, /« 42 » n'est pas un texte/],
    ['a list', ['a'], /une liste n'est pas un texte/],
    ['an object', { a: 1 }, /un objet n'est pas un texte/],
  ])('that holds %s is refused', (_, notes, message) => {
    expect(dealFromForm({ ...DEAL, notes })).toMatchObject({
      ok: false,
      problems: [{ field: 'notes', message: expect.stringMatching(message) }],
    });
  });

  test('is kept composed, trimmed, without controls, and on one line unless it is a note', () => {
    const typed = '\ufeff Cafe\u0301\r\n de\u2028la\tGare\u0007\u001b \u00a0';
    expect(dealFromForm({ ...DEAL, client: typed, notes: typed })).toMatchObject({
      ok: true,
      values: { client: 'Café de la Gare', notes: 'Café\n de\nla\tGare' },
    });
  });

  test('of which nothing can be seen is no text', () => {
    expect(dealFromForm({ ...DEAL, client: '\u200b\u2060 ' })).toMatchObject({
      ok: false,
      problems: [{ field: 'client' }],
    });
    expect(dealFromForm({ ...DEAL, secteur: '\u200b\u0007' })).toMatchObject({
      ok: true,
      values: { secteur: null },
    });
  });
});
