import type { ClosedSet } from '../../kernel/closed-set.ts';
import { paymentRunMode, paymentTarget, paymentType } from '../../kernel/vocabulary.ts';
import type { InitiatePaymentInput } from '../../schema/generated/graphql.ts';

export type Texts = { readonly fr: string; readonly en: string };

export type OperationField = {
  readonly name: string;
  readonly property: keyof InitiatePaymentInput;
  readonly kind: 'string' | ClosedSet<string>;
  /** Where the field is; path fields are in the order of the path. */
  readonly place: 'path' | 'optional path' | 'query or form';
  readonly required: boolean;
  /** The default of an absent value. */
  readonly fallback?: string;
  /** Refuses a repeated value, and one that contradicts the path: the logged URL has to be the one that is paid. */
  readonly guarded: boolean;
  /** A person may write it on several lines; outside of the path a line end is a blank. */
  readonly hasLines?: boolean;
  readonly label: Texts;
  readonly description: Texts;
  /** The rule of a value, as a sentence for the person who gave a bad one. */
  readonly rule: Texts;
  readonly sample: string;
};

const oneOf = (set: ClosedSet<string>): Texts => ({
  fr: `Valeurs possibles : ${set.names.join(', ')}.`,
  en: `Possible values: ${set.names.join(', ')}.`,
});

const identifierRule: Texts = {
  fr: '1 à 64 lettres, chiffres, espaces ou . _ : - ; commence par une lettre ou un chiffre.',
  en: '1 to 64 letters, digits, blanks or . _ : - beginning with a letter or a digit.',
};

/** The fields of the legacy operation: its routes, binding, answer and documentation follow from this table. */
export const fields = [
  {
    name: 'payment_target',
    property: 'paymentTarget',
    kind: paymentTarget,
    place: 'path',
    required: true,
    guarded: true,
    label: { fr: 'Cible', en: 'Target' },
    description: {
      fr: 'Où le paiement est fait : quelle banque, ou la société elle-même.',
      en: paymentTarget.description,
    },
    rule: oneOf(paymentTarget),
    sample: 'PAYBOX',
  },
  {
    name: 'payment_run_mode',
    property: 'paymentRunMode',
    kind: paymentRunMode,
    place: 'path',
    required: true,
    guarded: true,
    label: { fr: 'Mode', en: 'Run mode' },
    description: { fr: "Si de l'argent réel circule.", en: paymentRunMode.description },
    rule: oneOf(paymentRunMode),
    sample: 'TEST',
  },
  {
    name: 'payment_type',
    property: 'paymentType',
    kind: paymentType,
    place: 'path',
    required: true,
    guarded: true,
    label: { fr: 'Type de paiement', en: 'Payment type' },
    description: { fr: 'La voie que prend le paiement.', en: 'The route that the payment takes.' },
    rule: oneOf(paymentType),
    sample: 'CB',
  },
  {
    name: 'id_origin',
    property: 'idOrigin',
    kind: 'string',
    place: 'path',
    required: true,
    guarded: false,
    label: { fr: 'Origine', en: 'Origin' },
    description: {
      fr: 'Le système qui demande : web, dcp, télévente…',
      en: 'The system that asks: web, dcp, télévente…',
    },
    rule: identifierRule,
    sample: 'web',
  },
  {
    name: 'id_societe',
    property: 'idSociete',
    kind: 'string',
    place: 'path',
    required: true,
    guarded: false,
    label: { fr: 'Société', en: 'Company' },
    description: { fr: 'Le numéro de la société qui est payée.', en: 'The number of the company that is paid.' },
    rule: {
      fr: 'Le numéro de la société : 1, 2, 3 ou 6 dans la configuration livrée.',
      en: 'The number of the company: 1, 2, 3 or 6 in the configuration that comes with the gateway.',
    },
    sample: '1',
  },
  {
    name: 'id_client',
    property: 'idClient',
    kind: 'string',
    place: 'path',
    required: true,
    guarded: false,
    label: { fr: 'Client', en: 'Customer' },
    description: { fr: 'Le numéro du client.', en: "The customer's number." },
    rule: identifierRule,
    sample: '2263',
  },
  {
    name: 'id_commande',
    property: 'idCommande',
    kind: 'string',
    place: 'path',
    required: false,
    fallback: '0',
    guarded: false,
    label: { fr: 'Commande', en: 'Order' },
    description: { fr: 'Le numéro de la commande ; 0 sans commande.', en: "The order's number; 0 for none." },
    rule: identifierRule,
    sample: '45012',
  },
  {
    name: 'type_paiement',
    property: 'typePaiement',
    kind: paymentType,
    place: 'path',
    required: true,
    guarded: true,
    label: { fr: 'Moyen de paiement', en: 'Means of payment' },
    description: { fr: 'Avec quoi le client paie.', en: 'What the customer pays with.' },
    rule: {
      fr: `Le même que payment_type, sauf si celui-ci est COMPTABILITE. Valeurs possibles : ${paymentType.names.join(', ')}.`,
      en: `The same as payment_type, unless that is COMPTABILITE. Possible values: ${paymentType.names.join(', ')}.`,
    },
    sample: 'CB',
  },
  {
    name: 'amount',
    property: 'amount',
    kind: 'string',
    place: 'path',
    required: true,
    guarded: true,
    label: { fr: 'Montant', en: 'Amount' },
    description: {
      fr: 'Le montant en centimes d’euro : 1250 pour 12,50 €.',
      en: 'The amount in euro cents: 1250 for €12.50.',
    },
    rule: {
      fr: 'Un nombre entier de centimes : 1 à 12 chiffres, sans signe, virgule ni espace, et pas zéro.',
      en: 'A whole number of cents: 1 to 12 digits, no sign, decimals or blanks, and not zero.',
    },
    sample: '1250',
  },
  {
    name: 'email',
    property: 'email',
    kind: 'string',
    place: 'path',
    required: true,
    guarded: true,
    label: { fr: 'E-mail', en: 'E-mail' },
    description: { fr: "L'adresse e-mail du client.", en: "The customer's e-mail address." },
    rule: {
      fr: 'Une adresse e-mail, par exemple client@example.fr.',
      en: 'An e-mail address, for instance client@example.fr.',
    },
    sample: 'client@example.fr',
  },
  {
    name: 'commentaire',
    property: 'commentaire',
    kind: 'string',
    place: 'optional path',
    required: false,
    guarded: false,
    hasLines: true,
    label: { fr: 'Commentaire', en: 'Comment' },
    description: { fr: 'Un commentaire libre.', en: 'A free comment.' },
    rule: {
      fr: '500 caractères au plus, sans caractère de contrôle ni numéro de carte.',
      en: '500 characters at most, without control characters and without a card number.',
    },
    sample: 'Commande 45012',
  },
  {
    name: 'idempotency_key',
    property: 'idempotencyKey',
    kind: 'string',
    place: 'query or form',
    required: false,
    guarded: true,
    label: { fr: "Clé d'idempotence", en: 'Idempotency key' },
    description: {
      fr: "La même clé et la même demande donnent le même paiement. Aussi par l'en-tête Idempotency-Key.",
      en: 'The same key and the same request give the same payment. Also as the header Idempotency-Key.',
    },
    rule: { fr: '1 à 255 caractères ASCII imprimables.', en: '1 to 255 printable ASCII characters.' },
    sample: 'commande-45012-1',
  },
  {
    name: 'mandate',
    property: 'mandate',
    kind: 'string',
    place: 'query or form',
    required: false,
    guarded: false,
    label: { fr: 'Mandat', en: 'Mandate' },
    description: {
      fr: 'La référence unique du mandat (RUM), pour un prélèvement.',
      en: "The mandate's reference (RUM), for a direct debit.",
    },
    rule: {
      fr: "1 à 35 caractères : lettres, chiffres, espaces et + ? / - : ( ) . , '",
      en: "1 to 35 characters: letters, digits, blanks and + ? / - : ( ) . , '",
    },
    sample: 'RUM-2263-1',
  },
  {
    name: 'return_url',
    property: 'returnUrl',
    kind: 'string',
    place: 'query or form',
    required: false,
    guarded: false,
    label: { fr: 'Adresse de retour', en: 'Return address' },
    description: { fr: 'Où va le navigateur du client ensuite.', en: "Where the customer's browser goes afterwards." },
    rule: {
      fr: "Une adresse web absolue, d'un site que l'application a enregistré.",
      en: 'An absolute web address, of a site that the client registered.',
    },
    sample: 'https://boutique.example.fr/merci',
  },
] as const satisfies readonly OperationField[];

type Entry = (typeof fields)[number];
type PathEntry = Exclude<Entry, { readonly place: 'query or form' }>;
type Always = { readonly required: true } | { readonly fallback: string };
type ValueOf<E extends Entry> = E extends { readonly kind: ClosedSet<infer Value> } ? Value : string;

export type FieldName = Entry['name'];
export type Field = OperationField & Pick<Entry, 'name' | 'property'>;
export type PathField = OperationField & Pick<PathEntry, 'name' | 'property'>;

/** The input that the operation passes to the mutation. */
export type OperationInput = {
  [E in Entry as E['property']]: E extends Always ? ValueOf<E> : ValueOf<E> | undefined;
};
/** The fields that the answer repeats from the path, by their names. */
export type RepeatedFields = { [E in PathEntry as E['name']]: E extends Always ? string : string | undefined };
