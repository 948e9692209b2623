import type { MandateCause, MandateEventType, MandateStatus } from '../../generated/operations.ts';
import { fieldTexts } from '../../texts/fields.ts';
import { words, wordsWith } from '../../texts/words.ts';

export const texts = wordsWith(fieldTexts, {
  title: { fr: 'Mandat', en: 'Mandate' },
  rum: { fr: 'la RUM', en: 'the RUM' },
  unknown: { fr: 'Mandat inconnu', en: 'Unknown mandate' },
  unknownText: {
    fr: 'Il n’existe pas, ou vos droits ne permettent pas de le voir.',
    en: 'It does not exist, or your rights do not let you see it.',
  },
  toList: { fr: 'Voir tous les mandats', en: 'See all mandates' },
  sentences: words<Record<MandateStatus, string>>({
    DRAFT: {
      fr: 'Le client n’a pas encore signé. Imprimez le formulaire, puis enregistrez sa signature.',
      en: 'The customer has not signed yet. Print the form, then record the signature.',
    },
    SIGNED: {
      fr: 'Le client a signé. Sa banque doit encore confirmer qu’elle connaît le mandat.',
      en: 'The customer signed. Their bank has yet to confirm that it knows the mandate.',
    },
    ACTIVE: { fr: 'Le mandat est signé\u00a0: vous pouvez prélever.', en: 'The mandate is signed: you can debit.' },
    SUSPENDED: {
      fr: 'Suspendu\u00a0: rien n’est prélevé avant la reprise.',
      en: 'Suspended: nothing is debited until it is resumed.',
    },
    REVOKED: {
      fr: 'Révoqué définitivement. Pour prélever à nouveau, il faut un nouveau mandat.',
      en: 'Revoked for ever. To debit again, a new mandate is needed.',
    },
    EXPIRED: {
      fr: 'Caduc\u00a0: il n’a pas servi pendant 36 mois. Il faut un nouveau mandat.',
      en: 'Lapsed: it was not used for 36 months. A new mandate is needed.',
    },
    COMPLETED: {
      fr: 'Terminé\u00a0: son dernier prélèvement est remis à la banque.',
      en: 'Completed: its last debit was handed to the bank.',
    },
  }),
  b2bDraft: { fr: 'Sa banque devra ensuite confirmer le mandat.', en: 'Their bank then has to confirm the mandate.' },
  usedOnce: { fr: 'Il ne vaut que pour un prélèvement.', en: 'It counts for one debit only.' },
  lapses: {
    fr: (day: string) => `Sans prélèvement, il devient caduc le ${day}.`,
    en: (day) => `Without a debit it lapses on ${day}.`,
  },
  pending: {
    fr: 'Le prochain prélèvement annonce une modification à la banque.',
    en: 'The next debit tells the bank of a change.',
  },
  endsWithNext: { fr: 'Le prochain prélèvement est le dernier.', en: 'The next debit is the last one.' },
  about: { fr: 'Le mandat', en: 'The mandate' },
  names: wordsWith(fieldTexts, {
    ics: { fr: 'ICS', en: 'ICS' },
    creditor: { fr: 'Créancier', en: 'Creditor' },
    debtor: { fr: 'Titulaire du compte', en: 'Holder of the account' },
    bic: { fr: 'BIC', en: 'BIC' },
    address: { fr: 'Adresse', en: 'Address' },
    type: { fr: 'Utilisation', en: 'Use' },
    signed: { fr: 'Signé', en: 'Signed' },
    method: { fr: 'Procédé', en: 'Procedure' },
    digest: { fr: 'Empreinte du document', en: 'Digest of the document' },
    confirmed: { fr: 'Confirmé par la banque', en: 'Confirmed by the bank' },
    last: { fr: 'Dernière échéance prélevée', en: 'Last due date debited' },
    lapses: { fr: 'Caduc le', en: 'Lapses on' },
    created: { fr: 'Créé', en: 'Made' },
  }),
  erased: { fr: 'Le débiteur a été effacé.', en: 'The debtor was erased.' },
  onPaper: { fr: 'Sur papier', en: 'On paper' },
  noDebits: { fr: 'Aucun prélèvement', en: 'No debits' },
  noDebitsText: {
    fr: 'Un prélèvement apparaît ici dès qu’un paiement utilise ce mandat.',
    en: 'A debit appears here as soon as a payment uses this mandate.',
  },
  story: { fr: 'Historique', en: 'Story' },
  moreStory: {
    fr: 'Il y a d’autres événements\u00a0: seuls les cent premiers sont affichés.',
    en: 'There are more events: only the first hundred are shown.',
  },
  events: words<Record<MandateEventType, string>>({
    CREATED: { fr: 'Créé', en: 'Made' },
    STATUS_CHANGED: { fr: 'Nouvel état', en: 'Status changed' },
    AMENDED: { fr: 'Modifié', en: 'Amended' },
    AMENDMENT_SENT: {
      fr: 'La modification est partie à la banque avec un prélèvement',
      en: 'The change went to the bank with a debit',
    },
    AMENDMENT_PENDING: {
      fr: 'Le prélèvement qui l’annonçait n’a pas eu lieu\u00a0: le prochain annonce la modification',
      en: 'The debit that reported it did not take place: the next one reports the change',
    },
    ERASED: { fr: 'Le débiteur a été effacé', en: 'The debtor was erased' },
  }),
  causes: words<Record<MandateCause, string>>({
    SIGNATURE: { fr: 'le client a signé', en: 'the customer signed' },
    BANK_CONFIRMATION: { fr: 'la banque du client connaît le mandat', en: 'the customer’s bank knows the mandate' },
    AMENDMENT: { fr: 'le compte a changé', en: 'the account changed' },
    CALLER: { fr: 'décision de l’entreprise ou du client', en: 'the company or the customer decided it' },
    BANK: { fr: 'motif donné par la banque', en: 'a reason given by the bank' },
    CLOCK: { fr: 'inutilisé pendant 36 mois', en: 'unused for 36 months' },
    COLLECTION: { fr: 'son dernier prélèvement est parti', en: 'its last debit went out' },
    COLLECTION_UNDONE: { fr: 'son dernier prélèvement n’a pas eu lieu', en: 'its last debit did not take place' },
  }),
  fields: words<Readonly<Record<string, string>>>({
    rum: { fr: 'RUM', en: 'RUM' },
    ics: { fr: 'ICS', en: 'ICS' },
    creditorName: { fr: 'nom du créancier', en: 'name of the creditor' },
    debtorName: { fr: 'titulaire', en: 'holder' },
    iban: { fr: 'IBAN', en: 'IBAN' },
    bic: { fr: 'BIC', en: 'BIC' },
    address: { fr: 'adresse', en: 'address' },
    lastCollectedOn: { fr: 'dernier prélèvement', en: 'last debit' },
    endsWithNext: { fr: 'fin avec le prochain prélèvement', en: 'ends with the next debit' },
  }),
  changed: { fr: (fields: string) => `Modifié\u00a0: ${fields}`, en: (fields) => `Amended: ${fields}` },
});
