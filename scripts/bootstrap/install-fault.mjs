/**
 * What to do about each way an installation is known to fail, tried in this order on what pnpm and npm printed. `PNPM`
 * stands for the pinned one.
 */
const REMEDIES = [
  {
    signs: /spawn npx ENOENT/,
    remedy: 'npx est introuvable. Installez npm (il accompagne Node), puis relancez la commande.',
  },
  {
    signs: /ENOSPC|No space left/i,
    remedy: 'le disque est plein. Libérez 2 Go, puis relancez la commande.',
  },
  {
    signs: /FROZEN_LOCKFILE|OUTDATED_LOCKFILE|lockfile is not up to date/i,
    remedy:
      'pnpm-lock.yaml ne correspond plus aux package.json. Lancez « npx PNPM install » et gardez le fichier obtenu, puis relancez la commande.',
  },
  {
    signs: /CERT_|certificate|SELF_SIGNED|UNABLE_TO_VERIFY/i,
    remedy:
      'le certificat du registre npm est refusé. Derrière un proxy d’entreprise, donnez son certificat par NODE_EXTRA_CA_CERTS, puis relancez la commande.',
  },
  {
    signs:
      /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|META_FETCH_FAIL|error sending request/,
    remedy:
      'le registre npm ne répond pas. Vérifiez la connexion et le proxy (« npm ping »), puis relancez la commande : ce qui est déjà reçu est gardé.',
  },
  {
    signs: /EACCES|EPERM|EROFS|Permission denied|Read-only file system/i,
    remedy:
      'écriture refusée dans ce dossier ou dans les caches de npm et pnpm. Vérifiez à qui ils appartiennent (un essai en root en laisse à root), puis relancez la commande.',
  },
  {
    signs: /EINTEGRITY|TARBALL_INTEGRITY/,
    remedy:
      'un paquet reçu n’a pas la somme de contrôle attendue. Lancez « npm cache clean --force », puis relancez la commande ; si cela persiste, un proxy modifie les paquets.',
  },
];

const UNKNOWN =
  'l’installation a échoué pour la raison affichée ci-dessus. Corrigez-la, puis relancez la commande.';

/**
 * The French sentence that says why an installation failed and what to do.
 * @param {string} output everything npm and pnpm printed
 * @param {string} pnpm the pinned pnpm as npx takes it
 */
export function remedyFor(output, pnpm) {
  const remedy = REMEDIES.find(({ signs }) => signs.test(output))?.remedy ?? UNKNOWN;
  return remedy.replace('PNPM', pnpm);
}
