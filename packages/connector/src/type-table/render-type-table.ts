import type { ProbeOutcome, TypeProbe } from './probe-type.ts';

/** How many outcomes are neither what was asked for nor a refusal that a person is told of. */
export function countLosses(probes: readonly TypeProbe[]): number {
  return probes.flatMap(outcomesOf).filter(({ verdict }) => verdict === 'lost').length;
}

/** The page of documentation, in French, that shows what was found. */
export function renderTypeTable(
  probes: readonly TypeProbe[],
  about: { vendor: string; notes: readonly string[] },
): string {
  const types = new Set(probes.map(({ type }) => type)).size;
  return `# Types de colonnes ${about.vendor}

Chaque ligne est le résultat d'essais réels : le connecteur a lu, écrit, vidé et rendu une valeur de ce type, par HTTP, à
l'émulateur ${about.vendor}. Page générée par \`npm run generate\` ; ne pas la modifier à la main.

**${types} types, ${probes.length * 4} essais, ${countLosses(probes)} perte silencieuse.** Une valeur est rendue telle quelle, ou refusée avec sa raison et
la cellule reste intacte.

| Type | Lecture | Écriture | Vidage | Aller-retour |
| --- | --- | --- | --- | --- |
${probes.map(toRow).join('\n')}

${about.notes.map((note) => `- ${note}`).join('\n')}
`;
}

function toRow(probe: TypeProbe): string {
  const name = `\`${probe.type}\`${probe.about === undefined ? '' : ` (${probe.about})`}`;
  const cells = outcomesOf(probe).map(({ verdict, text }) =>
    verdict === 'refused' ? `non : ${text}` : text,
  );
  return `| ${[name, ...cells].join(' | ')} |`;
}

function outcomesOf({ read, write, clear, roundTrip }: TypeProbe): ProbeOutcome[] {
  return [read, write, clear, roundTrip];
}
