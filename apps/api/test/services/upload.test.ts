import { connect } from 'node:net';
import { TEST_DIALECTS } from '@passerelle/database/testing';
import { describe, expect, it } from 'vitest';
import { NOON } from '../support/six-deals.ts';
import { openWorld, type World } from '../support/world.ts';

const GOOD = `Status;Task Name;Montant Deal;Tags;Due Date;Assignees;Task Content
NEGOCIATION;Atelier Morel;8 500,50 €;Industrie;31/12/2026;Claire;"deux
lignes"
perdu;Verrerie Aubin;0;;;;
gagné;Scierie Colin;1200;;;;
`;

async function upload(
  world: World,
  content: string | Uint8Array<ArrayBuffer>,
  name = 'deals.csv',
  field = 'file',
) {
  const body = new FormData();
  body.set(field, new Blob([content]), name);
  const response = await fetch(`${world.origin}/api/upload/csv`, { method: 'POST', body });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}

async function dealsOf(world: World): Promise<unknown> {
  return (await world.call('GET', '/api/deals')).body.data;
}

describe.each(TEST_DIALECTS)('the upload of a CSV file (%s)', (dialect) => {
  it('adds the good rows and names the others', async () => {
    const world = await openWorld(dialect, {}, () => NOON);
    expect(await upload(world, GOOD, 'Deals.CSV')).toEqual({
      status: 200,
      body: {
        success: true,
        data: {
          nb_imported: 2,
          nb_errors: 1,
          errors: [
            expect.stringMatching(/^Ligne 4 - statut: « perdu » n'est pas un statut connu/),
            expect.stringMatching(/^Ligne 4 - montant_brut: « 0 » n'est pas supérieur à 0/),
          ],
        },
        error: null,
      },
    });
    expect((await upload(world, `\ufeff${GOOD.replace('Atelier', 'Élan')}`)).body.data).toMatchObject({
      nb_imported: 2,
    });
    expect(await dealsOf(world)).toMatchObject([
      {
        client: 'Atelier Morel',
        statut: 'négociation',
        montant_brut: 8500.5,
        valeur_ponderee: 5950.35,
        date_echeance: '2026-12-31',
        notes: 'deux\nlignes',
        created_at: NOON.toISOString(),
      },
      { client: 'Scierie Colin', secteur: null },
      { client: 'Élan Morel' },
      { client: 'Scierie Colin' },
    ]);
  });

  it('refuses what is no such file, and writes nothing', async () => {
    const world = await openWorld(dialect);
    const rows = Array.from({ length: 1500 }, (_, index) => `gagné;Client ${index};10;;;;`).join('\n');
    const header = 'Status;Task Name;Montant Deal;Tags;Due Date;Assignees;Task Content\n';
    const cases: readonly [
      file: [content: string | Uint8Array<ArrayBuffer>, name?: string, field?: string],
      sentence: RegExp,
    ][] = [
      [['', 'deals.csv'], /vide/],
      [[header], /que la ligne de titres/],
      [['Tags;Notes\na;b\n'], /Colonnes manquantes : « Task Name »/],
      [[`${header}perdu;X;0;;;;\n`], /^Aucune ligne valide.*Ligne 2 - statut/],
      [[GOOD, 'deals.xlsx'], /ne finit pas par .csv/],
      [[GOOD, 'deals.csv', 'fichier'], /Champ file : aucun fichier/],
      [[new Uint8Array([0x50, 0x4b, 3, 4, 0, 0])], /classeur \(XLSX ou ODS\), pas un CSV/],
      [[`${header}${rows}\ngagné;"jamais fermé;10;;;;\n`], /guillemet/],
      [[`${header}${rows}\ngagné;nul\0;10;;;;\n`], /octet NUL à la ligne 1502/],
    ];
    for (const [file, sentence] of cases) {
      expect(await upload(world, ...file), String(sentence)).toEqual({
        status: 400,
        body: { success: false, data: null, error: expect.stringMatching(sentence) },
      });
    }
    expect((await world.call('POST', '/api/upload/csv')).body.error).toMatch(/aucun fichier/);
    expect((await world.call('POST', '/api/upload/csv', { file: 'x' })).status).toBe(400);
    expect(await cutInTheMiddle(world.origin)).toBe('');
    expect(await dealsOf(world)).toEqual([]);
  });
});

/** Sends half of a form and hangs up; answers what came back. */
function cutInTheMiddle(origin: string): Promise<string> {
  const { port, host } = new URL(origin);
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), '127.0.0.1', () => {
      const part = `--x\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\n\r\n${GOOD}`;
      socket.write(
        `POST /api/upload/csv HTTP/1.1\r\nHost: ${host}\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: 99999\r\n\r\n${part}`,
      );
      setImmediate(() => socket.destroy());
    });
    let received = '';
    socket.on('data', (bytes) => (received += String(bytes)));
    socket.on('close', () => resolve(received));
    socket.on('error', reject);
  });
}
