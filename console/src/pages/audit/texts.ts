import { listTexts } from '../../texts/fields.ts';
import { words, wordsWith } from '../../texts/words.ts';

export const texts = wordsWith(listTexts, {
  title: { fr: 'Journal d’audit', en: 'Audit log' },
  lead: {
    fr: 'Qui a fait quoi, à quoi, quand et avec quelle issue. Les deux modes, TEST et LIVE, y sont écrits.',
    en: 'Who did what to what, when, and how it ended. Both modes, TEST and LIVE, are written here.',
  },
  at: { fr: 'Quand', en: 'When' },
  actor: { fr: 'Qui', en: 'Who' },
  roles: { fr: 'Rôles', en: 'Roles' },
  action: { fr: 'Action', en: 'Action' },
  object: { fr: 'Objet', en: 'Object' },
  outcome: { fr: 'Issue', en: 'Outcome' },
  request: { fr: 'Requête', en: 'Request' },
  theRequest: { fr: 'le numéro de requête', en: 'the request id' },
  outcomes: words({
    DONE: { fr: 'Fait', en: 'Done' },
    UNCHANGED: { fr: 'Sans changement', en: 'Unchanged' },
    WAITING: { fr: 'En attente', en: 'Waits' },
    REFUSED: { fr: 'Refusé', en: 'Refused' },
    FAILED: { fr: 'En échec', en: 'Failed' },
  }),
  from: { fr: 'À partir du', en: 'From' },
  to: { fr: 'Jusqu’au', en: 'To' },
  actorHint: { fr: 'Une application, ou console/per_…', en: 'A client, or console/per_…' },
  objectHint: { fr: 'Un identifiant, par exemple pay_…', en: 'An id, for instance pay_…' },
  onlyBy: { fr: 'Seulement ce qu’a fait', en: 'Only what was done by' },
  empty: { fr: 'Rien n’a encore été fait', en: 'Nothing was done yet' },
  emptyText: {
    fr: 'Chaque action d’une personne, d’une application ou d’une commande apparaît ici.',
    en: 'Each action of a person, a client or a command appears here.',
  },
  noMatch: { fr: 'Aucune ligne ne correspond à ces filtres', en: 'No entry matches these filters' },
});
