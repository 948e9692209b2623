import { words } from '../../texts/words.ts';

export const texts = words({
  title: { fr: 'Intégrité', en: 'Integrity' },
  lead: {
    fr: 'Chaque événement et chaque ligne du journal d’audit porte l’empreinte de ce qui précède. La vérification recalcule tout.',
    en: 'Each event and each entry of the audit log carries the hash of what precedes it. A verification computes all of it again.',
  },
  verify: { fr: 'Vérifier maintenant', en: 'Verify now' },
  again: { fr: 'Vérifier encore', en: 'Verify again' },
  stop: { fr: 'Arrêter', en: 'Stop' },
  verifying: { fr: 'Vérification en cours', en: 'Verification under way' },
  progress: {
    fr: (payments: string, events: string) => `Paiements vérifiés\u00a0: ${payments}, événements\u00a0: ${events}`,
    en: (payments: string, events: string) => `Payments verified: ${payments}, events: ${events}`,
  },
  stopped: {
    fr: 'La vérification a été arrêtée. Rien n’est prouvé.',
    en: 'The verification was stopped. Nothing is proved.',
  },
  busy: {
    fr: 'Une autre vérification est en cours. Réessayez quand elle sera finie.',
    en: 'Another verification is under way. Try again when it has ended.',
  },
  incomplete: {
    fr: 'La vérification s’est interrompue. Rien n’est prouvé\u00a0: recommencez.',
    en: 'The verification broke off. Nothing is proved: start again.',
  },
  before: { fr: 'Rien n’a encore été vérifié ici', en: 'Nothing was verified here yet' },
  beforeText: {
    fr: 'La vérification lit tout. Vous pouvez l’arrêter à tout moment\u00a0; elle ne change rien.',
    en: 'A verification reads everything. You can stop it at any time; it changes nothing.',
  },
  holds: {
    fr: 'Tout se tient\u00a0: rien n’a été modifié ni retiré.',
    en: 'All of it holds: nothing was changed or removed.',
  },
  broken: {
    fr: (count: string) => `${count} anomalies\u00a0: quelque chose a été modifié ou retiré.`,
    en: (count: string) => `${count} problems: something was changed or removed.`,
  },
  oneBroken: {
    fr: '1 anomalie\u00a0: quelque chose a été modifié ou retiré.',
    en: '1 problem: something was changed or removed.',
  },
  result: { fr: 'Résultat', en: 'Result' },
  payments: { fr: 'Paiements', en: 'Payments' },
  events: { fr: 'Événements', en: 'Events' },
  anchors: { fr: 'Ancres', en: 'Anchors' },
  auditEntries: { fr: 'Lignes du journal d’audit', en: 'Entries of the audit log' },
  unanchored: { fr: 'Trop récents pour une ancre', en: 'Too new for an anchor' },
  note: { fr: 'À noter ailleurs', en: 'To note elsewhere' },
  noteText: {
    fr: 'Notez ces ancres hors de la passerelle, par exemple dans le dossier de clôture du mois. Seule une telle note prouve plus tard que toute la chaîne n’a pas été recalculée.',
    en: 'Note these anchors outside of the gateway, for instance in the minutes of the month. Only such a note proves later that the whole chain was not computed anew.',
  },
  lastAnchor: { fr: 'Dernière ancre des événements', en: 'Last anchor of the events' },
  lastAuditAnchor: { fr: 'Dernière ancre du journal d’audit', en: 'Last anchor of the audit log' },
  anchor: { fr: 'l’ancre', en: 'the anchor' },
  noAnchor: {
    fr: 'Pas encore d’ancre\u00a0: elle suit le premier événement de quelques secondes.',
    en: 'No anchor yet: it follows the first event by some seconds.',
  },
  problems: { fr: 'Anomalies', en: 'Problems' },
  problemsText: {
    fr: 'Les cent premières au plus. Ne touchez à rien et prévenez l’exploitation.',
    en: 'The first hundred. Touch nothing and call operations.',
  },
  missing: {
    fr: 'ENTRY_MISSING\u00a0: si retention.auditMonths a été plus courte, ces lignes ont pu être retirées à bon droit. L’exploitation le vérifie, avec la plus courte durée en mois\u00a0:',
    en: 'ENTRY_MISSING: if retention.auditMonths was ever lower, these entries may have been removed rightly. Operations can check it, with the lowest number of months:',
  },
  verifiedAt: { fr: 'Vérifié le', en: 'Verified' },
});
