/** Words of the filters, and of what several pages show. */
export const filters = {
  'filters.title': 'Filtres',
  'filters.search': 'Client ou notes',
  'filters.statut': 'Statut',
  'filters.secteur': 'Secteur',
  'filters.assignee': 'Responsable',
  'filters.chosen': '{label} : {count}',
  'filters.nothing': 'Rien à choisir encore',
  'filters.deadline': 'Échéance',
  'filters.from': 'Du',
  'filters.to': 'Au',
  'filters.clear': 'Tout effacer',
  'display.all': 'Tout afficher ({count})',
  'display.less': 'Afficher moins',
  'display.more': 'Afficher la suite',
} as const;
