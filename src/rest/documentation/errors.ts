import type { Texts } from '../request/fields.ts';
import type { Fault } from '../response/errors.ts';
import { faultTexts } from '../response/html-texts.ts';

export type DocumentedError = Pick<Fault, 'status' | 'errorCode'> & {
  readonly meaning: Texts;
  /** On the predefined routes alone. */
  readonly isPredefinedOnly?: true;
};

const documented = (status: number, errorCode: string): DocumentedError => {
  const meaning = faultTexts.get(errorCode);
  if (!meaning) throw new Error(`nothing says what ${errorCode} means`);
  return { status, errorCode, meaning };
};

/** Every error that comes in the envelope. */
export const documentedErrors: readonly DocumentedError[] = [
  documented(400, 'InvalidInput'),
  documented(400, 'SerializationException'),
  documented(400, 'UnsupportedPayment'),
  documented(400, 'PayerDataMissing'),
  documented(400, 'MandateRequired'),
  documented(401, 'Unauthorized'),
  documented(403, 'NotAllowed'),
  { ...documented(405, 'NotImplementedException'), isPredefinedOnly: true },
  documented(413, 'RequestEntityTooLarge'),
  documented(415, 'UnsupportedMediaType'),
  documented(421, 'MisdirectedRequest'),
  documented(422, 'IdempotencyConflict'),
  documented(429, 'TooManyRequests'),
  documented(500, 'InternalServerError'),
  documented(503, 'ProviderUnavailable'),
  documented(503, 'ServiceUnavailable'),
];

/** Those of `payment_status`. */
export const statusErrors: readonly DocumentedError[] = [
  documented(400, 'InvalidInput'),
  documented(401, 'Unauthorized'),
  documented(403, 'NotAllowed'),
  documented(404, 'NotFound'),
  documented(421, 'MisdirectedRequest'),
  documented(429, 'TooManyRequests'),
  documented(500, 'InternalServerError'),
  documented(503, 'ServiceUnavailable'),
];

/** The answers that are only a status, as plain text. */
export const plainErrors: readonly { readonly status: number; readonly meaning: Texts }[] = [
  {
    status: 403,
    meaning: {
      fr: 'Demande involontaire : préchargement par un navigateur, aperçu d’un lien. Aucun paiement n’est enregistré.',
      en: 'An unintended request: a browser’s speculative loading, the preview of a link. No payment is recorded.',
    },
  },
  {
    status: 404,
    meaning: {
      fr: 'Pas une adresse de l’opération (nombre de segments), ou une autre méthode que GET et POST.',
      en: 'No address of the operation (the number of segments), or another method than GET and POST.',
    },
  },
];
