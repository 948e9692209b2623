import type { ClosedSet } from '../../kernel/closed-set.ts';
import { paymentRunMode, paymentStatus } from '../../kernel/vocabulary.ts';
import type { FieldName, Texts } from '../request/fields.ts';
import { operation } from '../request/operation.ts';
import type { PaymentAnswer } from '../response/answer.ts';

/**
 * The kind of an answer's field: text, a boolean, texts by names that the bank chose, a closed set, or named fields.
 */
export type AnswerKind = 'text' | 'boolean' | 'texts by name' | ClosedSet<string> | AnswerFields;
export type AnswerField = {
  readonly kind: AnswerKind;
  /** Left out of an answer that has no value for it. */
  readonly isOptional?: true;
  readonly description: Texts;
};
export type AnswerFields = { readonly [name: string]: AnswerField };

export function isClosedSet(kind: AnswerKind): kind is ClosedSet<string> {
  return typeof kind === 'object' && Array.isArray(kind.names);
}

const text = (fr: string, en: string): AnswerField => ({ kind: 'text', description: { fr, en } });

const redirect: AnswerFields = {
  method: text('GET ou POST.', 'GET or POST.'),
  url: text('L’adresse de la page de la banque.', 'The address of the bank’s page.'),
  fields: {
    kind: 'texts by name',
    description: {
      fr: 'Les champs du formulaire, signés ; à envoyer sans rien y changer, tout de suite.',
      en: 'The fields of the form, signed; to be sent as they are, at once.',
    },
  },
};

const bankTransfer: AnswerFields = {
  iban: text('L’IBAN du bénéficiaire.', 'The payee’s IBAN.'),
  bic: text('Le BIC de sa banque.', 'The BIC of its bank.'),
  creditor_name: text(
    'Le nom du bénéficiaire, tel que la banque le connaît.',
    'The payee’s name, as the bank knows it.',
  ),
  reference: text('La référence à indiquer dans le virement.', 'The reference that the transfer must carry.'),
  amount: text('Le montant en centimes.', 'The amount in cents.'),
};

/** The answer's own fields. It also repeats the fields of the request under their names. */
const ownFields: Readonly<Record<Exclude<keyof PaymentAnswer, FieldName>, AnswerField>> = {
  payment_id: text('L’identifiant du paiement.', 'The payment’s id.'),
  reference: text('La référence courte, celle qu’on dit au téléphone.', 'The short reference, for the phone.'),
  status: { kind: paymentStatus, description: { fr: 'Où en est le paiement.', en: paymentStatus.description } },
  payment_url: {
    kind: 'text',
    isOptional: true,
    description: {
      fr: 'La page où envoyer le client, par un simple lien.',
      en: 'The page to send the customer to, by a plain link.',
    },
  },
  effective_run_mode: {
    kind: paymentRunMode,
    description: {
      fr: 'Ce qui a été fait : TEST ou LIVE, selon le mode demandé et le déploiement.',
      en: 'What was done: TEST or LIVE, by the mode that was asked for and the deployment.',
    },
  },
  currency: text('Toujours EUR.', 'Always EUR.'),
  redirect: {
    kind: redirect,
    isOptional: true,
    description: {
      fr: 'Le formulaire de la banque, pour qui préfère l’envoyer lui-même plutôt que de suivre payment_url.',
      en: 'The bank’s form, for those who would rather send it themselves than follow payment_url.',
    },
  },
  bank_transfer: {
    kind: bankTransfer,
    isOptional: true,
    description: { fr: 'Le virement que le client doit faire.', en: 'The transfer that the customer is to make.' },
  },
  replayed: {
    kind: 'boolean',
    description: {
      fr: 'Vrai si la même demande avait déjà été enregistrée : c’est ce paiement, et rien de nouveau n’a été créé.',
      en: 'True where the same request was recorded before: this is that payment, and nothing new was made.',
    },
  },
};

/** The answer's names, described. In which order they are written, the sample shows. */
export function answerFieldNamed(name: keyof PaymentAnswer): AnswerField {
  const field = operation.fields.find((candidate) => candidate.name === name);
  if (!field) return ownFields[name as keyof typeof ownFields];
  const { kind, required, fallback, description } = field;
  const answered = { kind: kind === 'string' ? ('text' as const) : kind, description };
  return required || fallback !== undefined ? answered : { ...answered, isOptional: true };
}
