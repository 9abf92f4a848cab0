import { DEAL_NOT_FOUND_MESSAGE } from '../deals.ts';
import { PROVIDERS, UNKNOWN_PROVIDER_MESSAGE } from '../providers.ts';
import {
  detailsRemovedMessage,
  inactiveMessage,
  internalMessage,
  NOT_READY_MESSAGE,
  noScheduleMessage,
  notConfiguredMessage,
  payloadTooLargeMessage,
  planNotFoundMessage,
  runActiveMessage,
  runNotFoundMessage,
  runNotResumableMessage,
  runOverMessage,
  UNSUPPORTED_MEDIA_TYPE_MESSAGE,
} from '../sentences.ts';

/** One status a procedure can refuse with: what it means, and sentences it comes with. */
export interface Refusal {
  readonly description: string;
  readonly examples: readonly string[];
}

/** Refusals by HTTP status. */
export type Refusals = Readonly<Record<number, Refusal>>;

const [provider] = PROVIDERS;

const badInput: Refusal = {
  description: 'Valeur absente, inconnue ou mal formée.',
  examples: ['Champ limit : « 0 » est trop petit. Donnez au moins 1.'],
};

/** Refusals that several procedures share. */
export const REFUSALS = {
  always: {
    400: badInput,
    401: {
      description: 'Clé absente ou fausse (seulement hors de la machine locale).',
      examples: ['Clé d’accès absente. Envoyez l’en-tête « Authorization: Bearer <PASSERELLE_API_KEY> ».'],
    },
    403: {
      description: 'Demande venue d’une autre origine que ce serveur.',
      examples: ['Origine refusée : https://exemple.fr. Ouvrez Passerelle à sa propre adresse.'],
    },
    500: {
      description: 'Échec.',
      examples: [internalMessage('5f0c2a1e-7d0b-4a57-9a55-0f6a3c1b2d3e')],
    },
    503: {
      description: 'Le serveur démarre ou s’arrête.',
      examples: [NOT_READY_MESSAGE],
    },
  },
  withBody: {
    413: {
      description: 'Corps trop grand.',
      examples: [payloadTooLargeMessage(1)],
    },
    415: {
      description: 'Corps d’un autre type que JSON.',
      examples: [UNSUPPORTED_MEDIA_TYPE_MESSAGE],
    },
  },
  unknownProvider: {
    400: {
      description: 'Service inconnu, ou autre valeur mal formée.',
      examples: [UNKNOWN_PROVIDER_MESSAGE],
    },
  },
  needsConfiguration: {
    400: {
      description: 'Service inconnu, ou connecteur sans configuration.',
      examples: [UNKNOWN_PROVIDER_MESSAGE, notConfiguredMessage(provider)],
    },
  },
  configurationNotFound: {
    404: { description: 'Rien à supprimer.', examples: [notConfiguredMessage(provider)] },
  },
  scheduleNotFound: {
    404: { description: 'Rien à supprimer.', examples: [noScheduleMessage(provider)] },
  },
  cannotRunNow: {
    409: {
      description: 'Connecteur désactivé, ou exécution déjà en cours.',
      examples: [inactiveMessage(provider), runActiveMessage(provider)],
    },
  },
  planRefused: {
    409: {
      description: 'Aperçu dépassé (un côté a changé), déjà appliqué ou expiré ; ou exécution déjà en cours.',
      examples: [
        'Les données ont changé depuis l’aperçu, rien n’a été fait. « Atelier Morel » a changé (montant_brut). Refaites un aperçu.',
        runActiveMessage(provider),
      ],
    },
  },
  planNotFound: {
    404: { description: 'Aucun aperçu de cet identifiant.', examples: [planNotFoundMessage(7)] },
  },
  runFailed: {
    500: {
      description: 'L’exécution n’a pas pu aller au bout, par exemple parce que le service ne répond pas.',
      examples: ['Le service ne répond pas. Vérifiez la connexion, puis recommencez.'],
    },
  },
  vendorFailed: {
    500: {
      description: 'Le service ne répond pas, ou refuse.',
      examples: ['Le jeton est refusé. Créez-en un autre et enregistrez-le.'],
    },
  },
  runNotFound: {
    404: { description: 'Aucune exécution de cet identifiant.', examples: [runNotFoundMessage(12)] },
  },
  detailsRemoved: {
    410: {
      description: 'Le détail de l’exécution n’est plus conservé.',
      examples: [detailsRemovedMessage(12, '2026-11-14T09:30:00.000Z')],
    },
  },
  runOver: {
    409: { description: 'L’exécution est terminée.', examples: [runOverMessage(12)] },
  },
  runNotResumable: {
    409: {
      description: 'Connecteur désactivé, exécution en cours, allée au bout ou dépassée par une autre.',
      examples: [runNotResumableMessage(12), runActiveMessage(provider), inactiveMessage(provider)],
    },
  },
  runNotUndoable: {
    409: {
      description: 'Exécution en cours, déjà annulée, sans effet, ou dont le détail a été effacé.',
      examples: ['L’exécution 12 n’a rien changé : il n’y a rien à annuler.', inactiveMessage(provider)],
    },
  },
  deletionRefused: {
    404: {
      description: 'Aucune suppression de ces identifiants, ou rien ne répond au filtre.',
      examples: ['Aucune de ces suppressions n’existe. Relisez la liste.'],
    },
    409: {
      description: 'Aucune n’a pu l’être : déjà décidées, revenues ou changées depuis.',
      examples: ['« Atelier Morel » est déjà archivé.'],
    },
  },
  recordNotRefused: {
    409: {
      description: 'Enregistrement qui n’est pas refusé, ou plus ; ou exécution en cours.',
      examples: [
        'Aucun de ces enregistrements de l’exécution 12 n’est encore refusé. Relisez la liste.',
        runActiveMessage(provider),
      ],
    },
  },
  dealNotFound: {
    404: { description: 'Aucun deal de cet identifiant.', examples: [DEAL_NOT_FOUND_MESSAGE] },
  },
} as const satisfies Record<string, Refusals>;
