/** How to get a token of each service, and why each permission is asked; one step per line. */
export const guides = {
  'guide.airtable.link': 'Ouvrir la page des jetons d’Airtable',
  'guide.airtable.steps':
    'Sur la page des jetons, choisissez « Create new token ».\nDonnez-lui data.records:read (lire vos deals), data.records:write (y écrire les changements) et schema.bases:read (voir tables et colonnes).\nSous « Access », ajoutez la base de vos deals : sans elle, le jeton n’ouvre rien.\nCopiez le jeton, il ne sera montré qu’une fois.',
  'guide.airtable.base': 'Base',
  'guide.airtable.baseHint': 'L’adresse de votre base dans le navigateur suffit : https://airtable.com/app…',
  'guide.notion.link': 'Ouvrir les intégrations de Notion',
  'guide.notion.steps':
    'Créez une intégration interne dans votre espace de travail.\nDonnez-lui la lecture, la mise à jour et l’insertion de contenu (lire vos deals, y écrire les changements) et les informations des utilisateurs (nommer les responsables).\nDans Notion, ouvrez votre base de données, puis ••• › Connexions, et ajoutez l’intégration.\nCopiez le secret de l’intégration.',
  'guide.notion.base': 'Base de données',
  'guide.notion.baseHint': 'L’adresse de la base de données suffit : https://www.notion.so/…',
} as const;
