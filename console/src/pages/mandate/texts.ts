import type { MandateCause, MandateEventType, MandateStatus } from '../../generated/operations.ts';
import { words } from '../../texts/words.ts';

type Texts = {
  readonly title: string;
  readonly rum: string;
  readonly unknown: string;
  readonly unknownText: string;
  readonly toList: string;
  readonly sentences: Readonly<Record<MandateStatus, string>>;
  readonly b2bDraft: string;
  readonly usedOnce: string;
  readonly lapses: (day: string) => string;
  readonly pending: string;
  readonly endsWithNext: string;
  readonly about: string;
  readonly names: Readonly<
    Record<
      | (
          | 'rum'
          | 'ics'
          | 'creditor'
          | 'societe'
          | 'customer'
          | 'debtor'
          | 'iban'
          | 'bic'
          | 'address'
          | 'scheme'
          | 'type'
        )
      | ('signed' | 'method' | 'digest' | 'confirmed' | 'last' | 'lapses' | 'created'),
      string
    >
  >;
  readonly erased: string;
  readonly onPaper: string;
  readonly debits: string;
  readonly noDebits: string;
  readonly noDebitsText: string;
  readonly reference: string;
  readonly status: string;
  readonly amount: string;
  readonly due: string;
  readonly story: string;
  readonly moreStory: string;
  readonly events: Readonly<Record<MandateEventType, string>>;
  readonly causes: Readonly<Record<MandateCause, string>>;
  readonly fields: Readonly<Record<string, string>>;
  readonly changed: (fields: string) => string;
  readonly by: (who: string) => string;
};

export const texts = words<Texts>({
  fr: {
    title: 'Mandat',
    rum: 'la RUM',
    unknown: 'Mandat inconnu',
    unknownText: 'Il n’existe pas, ou vos droits ne permettent pas de le voir.',
    toList: 'Voir tous les mandats',
    sentences: {
      DRAFT: 'Le client n’a pas encore signé. Imprimez le formulaire, puis enregistrez sa signature.',
      SIGNED: 'Le client a signé. Sa banque doit encore confirmer qu’elle connaît le mandat.',
      ACTIVE: 'Le mandat est signé\u00a0: vous pouvez prélever.',
      SUSPENDED: 'Suspendu\u00a0: rien n’est prélevé avant la reprise.',
      REVOKED: 'Révoqué définitivement. Pour prélever à nouveau, il faut un nouveau mandat.',
      EXPIRED: 'Caduc\u00a0: il n’a pas servi pendant 36 mois. Il faut un nouveau mandat.',
      COMPLETED: 'Terminé\u00a0: son dernier prélèvement est remis à la banque.',
    },
    b2bDraft: 'Sa banque devra ensuite confirmer le mandat.',
    usedOnce: 'Il ne vaut que pour un prélèvement.',
    lapses: (day) => `Sans prélèvement, il devient caduc le ${day}.`,
    pending: 'Le prochain prélèvement annonce une modification à la banque.',
    endsWithNext: 'Le prochain prélèvement est le dernier.',
    about: 'Le mandat',
    names: {
      rum: 'RUM',
      ics: 'ICS',
      creditor: 'Créancier',
      societe: 'Société',
      customer: 'Client',
      debtor: 'Titulaire du compte',
      iban: 'IBAN',
      bic: 'BIC',
      address: 'Adresse',
      scheme: 'Schéma',
      type: 'Utilisation',
      signed: 'Signé',
      method: 'Procédé',
      digest: 'Empreinte du document',
      confirmed: 'Confirmé par la banque',
      last: 'Dernière échéance prélevée',
      lapses: 'Caduc le',
      created: 'Créé',
    },
    erased: 'Le débiteur a été effacé.',
    onPaper: 'Sur papier',
    debits: 'Prélèvements',
    noDebits: 'Aucun prélèvement',
    noDebitsText: 'Un prélèvement apparaît ici dès qu’un paiement utilise ce mandat.',
    reference: 'Référence',
    status: 'État',
    amount: 'Montant',
    due: 'Échéance',
    story: 'Historique',
    moreStory: 'Il y a d’autres événements\u00a0: seuls les cent premiers sont affichés.',
    events: {
      CREATED: 'Créé',
      STATUS_CHANGED: 'Nouvel état',
      AMENDED: 'Modifié',
      AMENDMENT_SENT: 'La modification est partie à la banque avec un prélèvement',
      AMENDMENT_PENDING: 'Le prélèvement qui l’annonçait n’a pas eu lieu\u00a0: le prochain annonce la modification',
      ERASED: 'Le débiteur a été effacé',
    },
    causes: {
      SIGNATURE: 'le client a signé',
      BANK_CONFIRMATION: 'la banque du client connaît le mandat',
      AMENDMENT: 'le compte a changé',
      CALLER: 'décision de l’entreprise ou du client',
      BANK: 'motif donné par la banque',
      CLOCK: 'inutilisé pendant 36 mois',
      COLLECTION: 'son dernier prélèvement est parti',
      COLLECTION_UNDONE: 'son dernier prélèvement n’a pas eu lieu',
    },
    fields: {
      rum: 'RUM',
      ics: 'ICS',
      creditorName: 'nom du créancier',
      debtorName: 'titulaire',
      iban: 'IBAN',
      bic: 'BIC',
      address: 'adresse',
      endsWithNext: 'fin avec le prochain prélèvement',
    },
    changed: (fields) => `Modifié\u00a0: ${fields}`,
    by: (who) => `par ${who}`,
  },
  en: {
    title: 'Mandate',
    rum: 'the RUM',
    unknown: 'Unknown mandate',
    unknownText: 'It does not exist, or your rights do not let you see it.',
    toList: 'See all mandates',
    sentences: {
      DRAFT: 'The customer has not signed yet. Print the form, then record the signature.',
      SIGNED: 'The customer signed. Their bank has yet to confirm that it knows the mandate.',
      ACTIVE: 'The mandate is signed: you can debit.',
      SUSPENDED: 'Suspended: nothing is debited until it is resumed.',
      REVOKED: 'Revoked for ever. To debit again, a new mandate is needed.',
      EXPIRED: 'Lapsed: it was not used for 36 months. A new mandate is needed.',
      COMPLETED: 'Completed: its last debit was handed to the bank.',
    },
    b2bDraft: 'Their bank then has to confirm the mandate.',
    usedOnce: 'It counts for one debit only.',
    lapses: (day) => `Without a debit it lapses on ${day}.`,
    pending: 'The next debit tells the bank of a change.',
    endsWithNext: 'The next debit is the last one.',
    about: 'The mandate',
    names: {
      rum: 'RUM',
      ics: 'ICS',
      creditor: 'Creditor',
      societe: 'Société',
      customer: 'Customer',
      debtor: 'Holder of the account',
      iban: 'IBAN',
      bic: 'BIC',
      address: 'Address',
      scheme: 'Rules',
      type: 'Use',
      signed: 'Signed',
      method: 'Procedure',
      digest: 'Digest of the document',
      confirmed: 'Confirmed by the bank',
      last: 'Last due date debited',
      lapses: 'Lapses on',
      created: 'Made',
    },
    erased: 'The debtor was erased.',
    onPaper: 'On paper',
    debits: 'Debits',
    noDebits: 'No debits',
    noDebitsText: 'A debit appears here as soon as a payment uses this mandate.',
    reference: 'Reference',
    status: 'Status',
    amount: 'Amount',
    due: 'Due',
    story: 'Story',
    moreStory: 'There are more events: only the first hundred are shown.',
    events: {
      CREATED: 'Made',
      STATUS_CHANGED: 'Status changed',
      AMENDED: 'Amended',
      AMENDMENT_SENT: 'The change went to the bank with a debit',
      AMENDMENT_PENDING: 'The debit that reported it did not take place: the next one reports the change',
      ERASED: 'The debtor was erased',
    },
    causes: {
      SIGNATURE: 'the customer signed',
      BANK_CONFIRMATION: 'the customer’s bank knows the mandate',
      AMENDMENT: 'the account changed',
      CALLER: 'the company or the customer decided it',
      BANK: 'a reason given by the bank',
      CLOCK: 'unused for 36 months',
      COLLECTION: 'its last debit went out',
      COLLECTION_UNDONE: 'its last debit did not take place',
    },
    fields: {
      rum: 'RUM',
      ics: 'ICS',
      creditorName: 'name of the creditor',
      debtorName: 'holder',
      iban: 'IBAN',
      bic: 'BIC',
      address: 'address',
      endsWithNext: 'ends with the next debit',
    },
    changed: (fields) => `Amended: ${fields}`,
    by: (who) => `by ${who}`,
  },
});
