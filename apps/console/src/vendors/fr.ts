/** What to do on the vendors' own pages, in French. */
export const vendors = {
  'vendors.airtable.create': 'Sur la page des jetons, choisissez « Create new token » et donnez-lui un nom.',
  'vendors.airtable.permissions':
    'Ajoutez trois autorisations (scopes) : schema.bases:read pour voir vos tables et colonnes, data.records:read pour lire vos deals, data.records:write pour les y écrire.',
  'vendors.airtable.access': 'Sous « Access », ajoutez la base à relier, et elle seule.',
  'vendors.airtable.copy':
    'Créez le jeton et copiez-le (il commence par pat) : Airtable ne le montre qu’une fois.',
  'vendors.airtable.base': 'Adresse de la base',
  'vendors.notion.create':
    'Sur la page des intégrations, choisissez « New integration », de type interne, dans votre espace.',
  'vendors.notion.permissions':
    'Laissez « Read content », « Update content » et « Insert content » cochés, et « Read user information » pour le nom des responsables.',
  'vendors.notion.access':
    'Dans Notion, ouvrez la page de la base, menu « ••• », « Connections », et ajoutez cette intégration.',
  'vendors.notion.copy': 'Copiez « Internal Integration Secret » (il commence par ntn_).',
  'vendors.notion.base': 'Adresse de la base de données',
} as const;
