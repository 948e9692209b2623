import type { Texts } from '../request/fields.ts';

/** Texts of this door's pages, besides the labels and rules of the operation's fields. */
export const doorTexts = {
  lead: { fr: 'Continuer vers le paiement', en: 'Continue to the payment' },
  seeOutcome: { fr: 'Voir le paiement', en: 'See the payment' },
  replayed: {
    fr: 'Cette demande a déjà été enregistrée : voici le même paiement.',
    en: 'This request was recorded before: here is the same payment.',
  },
  refused: { fr: 'Demande refusée', en: 'Request refused' },
  nothingRecorded: { fr: 'Aucun paiement n’a été enregistré.', en: 'No payment was recorded.' },
  requestId: { fr: 'Demande', en: 'Request' },
} as const satisfies Readonly<Record<string, Texts>>;

/** For a person. A code without an entry here shows its message. */
export const faultTexts: ReadonlyMap<string, Texts> = new Map([
  ['InvalidInput', { fr: 'Une valeur de la demande ne convient pas.', en: 'A value of the request cannot be used.' }],
  ['SerializationException', { fr: 'La demande ne peut pas être lue.', en: 'The request cannot be read.' }],
  [
    'UnsupportedPayment',
    {
      fr: 'Cette cible ne prend pas ce type de paiement pour cette société.',
      en: 'This target does not take this type of payment for this company.',
    },
  ],
  [
    'PayerDataMissing',
    {
      fr: 'La banque demande des précisions sur le payeur, qui manquent.',
      en: 'The bank requires details of the payer that are missing.',
    },
  ],
  [
    'MandateRequired',
    { fr: 'Un prélèvement demande un mandat utilisable.', en: 'A direct debit needs a mandate that can be used.' },
  ],
  ['Unauthorized', { fr: 'Une clé est nécessaire.', en: 'A key is needed.' }],
  [
    'NotAllowed',
    { fr: 'Cette application n’a pas le droit de faire cette demande.', en: 'This client may not make this request.' },
  ],
  [
    'IdempotencyConflict',
    {
      fr: 'Cette clé d’idempotence a déjà servi pour une autre demande.',
      en: 'This idempotency key was used before for another request.',
    },
  ],
  [
    'ProviderUnavailable',
    {
      fr: 'La page de paiement de la banque ne répond pas en ce moment. Réessayez plus tard.',
      en: "The bank's payment page does not answer at the moment. Try again later.",
    },
  ],
  ['NotFound', { fr: 'Aucun paiement n’a cette référence.', en: 'No payment has this reference.' }],
  [
    'NotImplementedException',
    {
      fr: 'Cette opération n’existe pas, ou pas de cette manière.',
      en: 'This operation does not exist, or not in this way.',
    },
  ],
  [
    'MisdirectedRequest',
    {
      fr: 'La passerelle ne répond pas sous ce nom d’hôte.',
      en: 'The gateway does not answer to this host name.',
    },
  ],
  ['RequestEntityTooLarge', { fr: 'La demande est trop longue.', en: 'The request is too long.' }],
  [
    'TooManyRequests',
    {
      fr: 'Trop de demandes à la fois. Réessayez dans quelques secondes.',
      en: 'Too many requests. Try again in some seconds.',
    },
  ],
  [
    'ServiceUnavailable',
    {
      fr: 'Le service est indisponible pour un moment. Réessayez dans un instant.',
      en: 'The service is not available for a moment. Try again soon.',
    },
  ],
  [
    'UnsupportedMediaType',
    {
      fr: 'La demande doit être en UTF-8, ou en ISO-8859-1 si elle le déclare, et non compressée.',
      en: 'The request must be UTF-8, or the ISO-8859-1 that it declares, and not compressed.',
    },
  ],
  [
    'InternalServerError',
    { fr: 'Une erreur inattendue est survenue chez nous.', en: 'Something unexpected went wrong on our side.' },
  ],
]);

/** Texts beside a field where the page's own sentence explains the rest. */
export const fieldTexts: ReadonlyMap<string, Texts> = new Map([
  [
    'MandateRequired',
    {
      fr: 'Ce client n’a pas de mandat utilisable, ou pas sous cette référence.',
      en: 'This customer has no mandate that can be used, or none under this reference.',
    },
  ],
  [
    'NotAllowed',
    { fr: 'Cette valeur n’est pas permise à cette application.', en: 'This client may not use this value.' },
  ],
  [
    'IdempotencyConflict',
    {
      fr: 'Une autre demande a cette clé : prenez-en une nouvelle.',
      en: 'Another request has this key: take a new one.',
    },
  ],
]);
