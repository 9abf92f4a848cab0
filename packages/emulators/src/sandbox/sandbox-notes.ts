import type { Random } from '../core/index.ts';

/** The sellers of the sandbox. */
export const SANDBOX_SELLERS: readonly string[] = [
  'Camille Rousseau',
  'Élodie Marchand',
  'Julien Lefèvre',
  'Nadia Benali',
  'Thomas Girard',
  'Inès Fontaine',
  'Maxime Perrin',
];

const OPENINGS = [
  'Rencontrés au salon de Lyon',
  'Recommandés par un client',
  'Appel entrant après la campagne de printemps',
  'Relance du devis de l’an dernier',
  'Renouvellement du contrat annuel',
  'Réponse à leur appel d’offres',
  'Deuxième site à équiper',
];
const FACTS = [
  'décision attendue en comité de direction',
  'budget validé par la direction financière',
  'concurrent déjà en place',
  'démonstration faite, retour positif',
  'le service achats demande une remise de 5 %',
  'déploiement en deux lots',
  'attente du cahier des charges définitif',
];
const NEXT_STEPS = [
  'Rappeler en début de semaine.',
  'Envoyer la proposition révisée.',
  'Prévoir une visite sur site.',
  'Faire signer l’accord de confidentialité.',
  'Fixer la date de démarrage.',
];

/** One to three lines a seller might leave on a deal. */
export function sandboxNote(random: Random): string {
  const first = `${random.pick(OPENINGS)} ; ${random.pick(FACTS)}.`;
  return random.next() < 0.5 ? first : `${first}\n${random.pick(NEXT_STEPS)}`;
}
