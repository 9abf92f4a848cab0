/** Where an integration's secret and rights are set, for the remedies. */
const SETTINGS_PAGE = 'notion.so/profile/integrations';

const LONGEST_QUOTE = 300;

/** Notion's own words, for a person who must know exactly what was refused. */
function quote(message: string): string {
  const text = message.trim().replace(/\s+/g, ' ');
  if (text === '') return 'sans explication';
  return text.length > LONGEST_QUOTE ? `« ${text.slice(0, LONGEST_QUOTE)}… »` : `« ${text} »`;
}

export const TOKEN_REFUSED = `Notion refuse le jeton. Copiez à nouveau le secret de l'intégration depuis ${SETTINGS_PAGE} (il commence par ntn_ ou secret_), puis enregistrez-le.`;

export const NOT_SHARED =
  "La base Notion est introuvable ou n'est pas partagée avec l'intégration. Dans Notion, ouvrez la base, menu « ••• » > Connexions, ajoutez l'intégration ; vérifiez aussi base_id.";

export const IN_TRASH =
  'La base Notion est dans la corbeille. Restaurez-la dans Notion, ou choisissez une autre base.';

export const NO_ID =
  "base_id ne contient pas d'identifiant Notion. Ouvrez la base en pleine page, copiez son lien et collez-le.";

export const NO_TABLE =
  "La base Notion ne contient aucune table que l'intégration puisse lire. Vérifiez le partage : menu « ••• » > Connexions.";

export const NOT_A_TABLE =
  "L'identifiant n'est pas celui d'une base Notion (peut-être celui d'une page). Ouvrez la base en pleine page, copiez son lien et collez-le dans base_id.";

export const MAY_NOT_READ = `L'intégration Notion n'a pas le droit de lire ce contenu. Cochez « Lire le contenu » dans ses capacités (${SETTINGS_PAGE}).`;

export const MAY_NOT_WRITE = `L'intégration Notion n'a pas le droit d'écrire. Cochez « Mettre à jour le contenu » et « Insérer du contenu » dans ses capacités (${SETTINGS_PAGE}).`;

export const PROXY_REFUSED =
  "Un intermédiaire devant Notion a refusé l'appel (403 sans message de Notion). Vérifiez l'adresse de l'API et le pare-feu, puis réessayez plus tard.";

export const BLOCK_LIMIT =
  "L'espace Notion gratuit a atteint sa limite de blocs : plus aucune ligne ne peut y être créée, les modifications restent possibles. Passez à une formule payante, ou réduisez l'espace à un seul membre.";

export const BLOCKED =
  "Notion a bloqué les appels de cette intégration et demande de ne pas réessayer. Contactez l'assistance de Notion avant de relancer.";

export const CONFLICT =
  "Notion a refusé l'écriture à cause d'une autre, au même moment. Rien n'a été modifié ; à réessayer.";

export const TOO_LARGE =
  'Notion refuse une demande aussi volumineuse (500 Ko au plus). Raccourcissez les textes de cet enregistrement.';

export const NOT_NOTION =
  "L'adresse configurée ne répond pas comme l'API de Notion. Vérifiez NOTION_API_URL (elle finit par /v1).";

export const ROW_GONE =
  "La ligne Notion n'existe plus, ou n'est plus partagée avec l'intégration. Restaurez-la dans Notion, ou laissez Passerelle l'ignorer.";

export const ROW_IN_TRASH =
  'La ligne Notion est dans la corbeille. Restaurez-la dans Notion avant de la modifier.';

export const SEVERAL_TABLES =
  'La base Notion contient plusieurs tables. Indiquez dans table_name celle à synchroniser.';

export const CURSOR_EXPIRED =
  'Notion ne reconnaît plus le repère de lecture. La lecture doit reprendre depuis le début.';

/** The wait Notion asks for; the reason tells whose budget is spent. */
export function rateLimited(waitMs: number, reason: string | undefined): string {
  const whose =
    reason === 'public_api_space_request_rate_limit'
      ? "toutes les intégrations de l'espace ensemble dépassent la limite"
      : "trop d'appels, ou Notion est surchargé";
  return `Notion demande d'attendre ${Math.ceil(waitMs / 1_000)} s : ${whose}. Réessayez après ce délai.`;
}

/** A 5xx on a read. */
export function vendorDown(status: number): string {
  return `Notion est momentanément en panne (${status}). Réessayez dans quelques minutes ; voyez status.notion.so si cela dure.`;
}

/** A 5xx on a write. */
export function outcomeUnknown(status: number): string {
  return `Notion a échoué (${status}) pendant une écriture, qui a pu être faite ou non. À vérifier avant de la répéter.`;
}

/** A status Notion does not document. */
export function unexpectedStatus(status: number): string {
  return `Notion a répondu ${status}, que sa documentation ne prévoit pas. Vérifiez NOTION_API_URL.`;
}

/** A request whose form Notion refuses: a fault of ours or a change of theirs. */
export function formRefused(message: string): string {
  return `Notion refuse la forme de la demande : ${quote(message)}. Signalez-le avec l'heure de l'essai.`;
}

/** A mapped column that was deleted. */
export function columnMissing(message: string): string {
  return `Une colonne de la correspondance n'existe plus dans Notion : ${quote(message)}. Corrigez field_mapping.`;
}

/** A mapped column that changed type since the schema was read. */
export function columnRetyped(message: string): string {
  return `Une colonne a changé de type dans Notion : ${quote(message)}. Vérifiez field_mapping, puis relancez.`;
}

/** A value Notion does not take. */
export function valueRefused(message: string): string {
  return `Notion refuse une valeur de cet enregistrement : ${quote(message)}. Corrigez-la, puis réessayez.`;
}
