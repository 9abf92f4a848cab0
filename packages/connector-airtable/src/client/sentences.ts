/** Where tokens are made and given rights, for the remedies. */
const TOKENS_PAGE = 'airtable.com/create/tokens';

const LONGEST_QUOTE = 300;

/** Airtable's own words, for a person who must know exactly what was refused. */
function quote(text: string): string {
  const line = text.trim().replace(/\s+/g, ' ');
  if (line === '') return 'sans explication';
  return line.length > LONGEST_QUOTE ? `« ${line.slice(0, LONGEST_QUOTE)}… »` : `« ${line} »`;
}

export const TOKEN_REFUSED = `Airtable refuse le jeton. Créez-en un ou copiez-le à nouveau depuis ${TOKENS_PAGE} (il commence par pat), puis enregistrez-le.`;

export const NOT_SHARED = `La base ou la table Airtable est introuvable, ou le jeton n'y a pas accès. Vérifiez base_id et table_name, puis sur ${TOKENS_PAGE} que la base est ajoutée au jeton, avec les autorisations data.records:read et schema.bases:read.`;

export const PROXY_REFUSED =
  "Un intermédiaire devant Airtable a refusé l'appel. Vérifiez l'adresse de l'API, le proxy et le pare-feu du serveur.";

export const NOT_AIRTABLE =
  "L'adresse configurée ne répond pas comme l'API d'Airtable. Vérifiez AIRTABLE_API_URL (elle finit par /v0).";

export const RECORD_GONE =
  "L'enregistrement n'existe plus dans Airtable. Restaurez-le depuis la corbeille de la base, ou laissez Passerelle l'ignorer.";

export const CURSOR_EXPIRED =
  'Airtable ne reconnaît plus le repère de lecture. La lecture doit reprendre depuis le début.';

export const LISTING_TURNS =
  'Airtable renvoie deux fois le même repère de lecture : la liste ne finirait jamais. Réessayez plus tard.';

export const WRITTEN_INCOMPLETE =
  "Airtable a accepté l'écriture mais n'a pas nommé tous les enregistrements. À vérifier avant de la répéter.";

export const QUOTA_EXHAUSTED =
  "Le quota mensuel d'appels API de l'espace Airtable est épuisé. Attendez le mois prochain ou changez de formule ; réessayer avant ne sert à rien.";

export const TOO_LARGE =
  'Airtable refuse une demande aussi volumineuse. Raccourcissez les textes de cet enregistrement.';

export const ADD_OPTION =
  "Ajoutez-la aux options de la colonne dans Airtable, autorisez Passerelle à l'ajouter (create_options), ou corrigez la valeur.";

/** No id in what was typed. */
export function noBaseId(typed: string): string {
  return `${quote(typed)} ne contient pas d'identifiant de base Airtable. Collez dans base_id l'adresse de la base, ou son identifiant (app suivi de 14 caractères).`;
}

/** Neither a name nor a link that says which table. */
export function noTableName(tables: readonly string[]): string {
  return `Aucune table n'est indiquée. Renseignez table_name. ${existing('Tables', tables)}`;
}

/** A name or id that the base does not have. */
export function tableMissing(wanted: string, tables: readonly string[]): string {
  return `La table ${quote(wanted)} n'existe pas dans cette base, ou le jeton n'y a pas accès. Corrigez table_name. ${existing('Tables', tables)}`;
}

/** A name that several tables have. */
export function tableAmbiguous(wanted: string, ids: readonly string[]): string {
  return `Plusieurs tables s'appellent ${quote(wanted)}. Indiquez dans table_name l'identifiant de l'une d'elles : ${ids.join(', ')}.`;
}

/** Mapped columns that the table does not have. */
export function columnsMissing(missing: readonly string[], columns: readonly string[]): string {
  const names = missing.map(quote).join(', ');
  const what =
    missing.length > 1 ? `Les colonnes ${names} n'existent pas` : `La colonne ${names} n'existe pas`;
  return `${what} dans la table. Corrigez field_mapping. ${existing('Colonnes', columns)}`;
}

function existing(what: string, names: readonly string[]): string {
  const shown = names.slice(0, 30).map((name) => `« ${name} »`);
  if (shown.length === 0) return `${what} existantes : aucune.`;
  return `${what} existantes : ${shown.join(', ')}${names.length > shown.length ? '…' : ''}.`;
}

/** A right that the token or its user lacks. */
export function forbidden(message: string): string {
  return `Airtable n'autorise pas cette opération : ${quote(message)}. Donnez au jeton l'autorisation data.records:write (${TOKENS_PAGE}) et à son utilisateur le rôle d'éditeur de la base.`;
}

/** Scopes that Airtable says the token does not have. */
export function scopesMissing(scopes: readonly string[]): string {
  return `Le jeton n'a pas l'autorisation ${scopes.join(' ni ')}. Ajoutez-la sur ${TOKENS_PAGE}, puis réessayez.`;
}

/** A role in the base that only reads. */
export function roleTooLow(role: string): string {
  return `Le jeton n'a que le rôle « ${role} » dans la base, qui ne permet pas d'écrire : les exports échoueront. Faites donner à son utilisateur le rôle d'éditeur.`;
}

/** A wait after too many calls. */
export function rateLimited(waitMs: number): string {
  return `Airtable demande d'attendre ${Math.ceil(waitMs / 1_000)} s : trop d'appels sur cette base, toutes applications confondues. Réessayez après ce délai.`;
}

/** A 5xx after which the call may be repeated. */
export function vendorDown(status: number): string {
  return `Airtable est momentanément en panne (${status}). Réessayez dans quelques minutes ; voyez status.airtable.com si cela dure.`;
}

/** A 5xx on a write. */
export function outcomeUnknown(status: number): string {
  return `Airtable a échoué (${status}) pendant une écriture, qui a pu être faite ou non. À vérifier avant de la répéter.`;
}

/** A request whose form Airtable refuses: a fault of ours or a change of theirs. */
export function formRefused(status: number, message: string): string {
  return `Airtable refuse la forme de la demande (${status}) : ${quote(message)}. Signalez-le avec l'heure de l'essai.`;
}

/** A mapped column that was deleted, or a formula or view that names one. */
export function columnMissing(message: string): string {
  return `Une colonne de la correspondance n'existe plus dans Airtable : ${quote(message)}. Corrigez field_mapping.`;
}

/** An option that was deleted meanwhile, or that the token's user may not add. */
export function optionRefused(option: string | null): string {
  const which = option === null ? "l'option demandée" : `l'option ${quote(option)}`;
  return `La colonne à choix d'Airtable n'a pas ${which}. Ajoutez-la aux options de la colonne dans Airtable, ou donnez à l'utilisateur du jeton le rôle de créateur, qui permet d'en ajouter.`;
}

/** A value Airtable does not take. */
export function valueRefused(message: string): string {
  return `Airtable refuse une valeur de cet enregistrement : ${quote(message)}. Corrigez-la, ou le type de la colonne, puis réessayez.`;
}

/** Airtable deletes for good as far as its API goes. */
export const NOT_RESTORABLE =
  'Airtable ne restaure pas une ligne supprimée par son API : restaurez-la depuis la corbeille de la base.';
