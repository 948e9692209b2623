import type { PaymentStatus } from '../../generated/operations.ts';
import { words } from '../../texts/words.ts';

type Facts = {
  /** When it came to this status. */
  readonly at: string;
  readonly until: string | null;
  readonly due: string | null;
  readonly why: string | null;
  readonly isTransfer: boolean;
  readonly refunded: string;
  readonly amount: string;
  /** Of a transfer that is not paid: the part that came, and what is missing. */
  readonly part?: Part | null;
  /** A second person has to decide something about it. */
  readonly isWaiting?: boolean;
  /** It was paid before it came to this status. */
  readonly wasPaid?: boolean;
  readonly canPayAgain?: boolean;
};

type Part = { readonly received: string; readonly missing: string };

type Sentences = {
  /** What waits for a second person. */
  readonly waits: (amount: string | null, by: string, until: string) => string;
  readonly doubt: (what: string, amount: string) => string;
  readonly code: (code: string) => string;
  readonly status: Readonly<Record<PaymentStatus, (facts: Facts) => string>>;
};

const because = (why: string | null): string => (why === null ? '.' : ` (${why}).`);

/** Whether it went back already, only the exception says. */
const toGiveBack = {
  fr: ({ received }: Part, amount: string): string =>
    `Nous avons reçu ${received} sur ${amount}\u00a0: cet argent est à rendre au client, si ce n’est pas déjà fait.`,
  en: ({ received }: Part, amount: string): string =>
    `We received ${received} of ${amount}: this money has to go back to the customer, unless it did already.`,
};

/** What happened and what comes next, for each status. */
export const sentences = words<Sentences>({
  fr: {
    waits: (amount, by, until) =>
      `${amount === null ? 'Le passage à «\u00a0payé\u00a0»' : `Le remboursement de ${amount}`} demandé par ${by} attend la décision d’une deuxième personne, jusqu’au ${until}.`,
    doubt: (what, amount) =>
      `La réponse de la banque sur ${what} de ${amount} s’est perdue. Nous interrogeons la banque pour savoir ce qu’elle a fait\u00a0: ne recommencez pas.`,
    code: (code) => `code ${code}`,
    status: {
      REQUIRES_ACTION: ({ until, isTransfer, amount, part }) =>
        `${part ? `Nous avons reçu ${part.received} sur ${amount}\u00a0: il manque ${part.missing}` : isTransfer ? 'Nous attendons le virement du client' : 'Le client n’a pas encore payé'}. ${until === null ? 'Il n’y a pas de date limite.' : `${part ? 'Sans le reste' : 'Sans paiement'}, la demande expire le ${until}.`}`,
      PENDING: ({ due }) =>
        due === null
          ? 'Le client a fait sa part. La banque n’a pas encore confirmé\u00a0; nous l’interrogeons régulièrement.'
          : `Le prélèvement est prévu pour le ${due}. Il sera remis à la banque dans le prochain fichier.`,
      SUBMITTED: ({ at }) =>
        `Le prélèvement est dans une remise depuis le ${at}. Quand la banque aura son fichier, un relevé le montrera.`,
      AUTHORIZED: ({ amount }) =>
        `La banque réserve ${amount}. L’argent n’est pas encore encaissé\u00a0: encaissez le paiement, ou annulez-le.`,
      PAID: ({ at, isWaiting }) => `Payé le ${at}.${isWaiting ? '' : ' Plus rien n’est attendu.'}`,
      REFUSED: ({ at, why, canPayAgain }) =>
        `La banque a refusé ce paiement le ${at}${because(why)}${canPayAgain ? ' Le client peut essayer encore.' : ''}`,
      CANCELLED: ({ at, wasPaid, amount, part }) =>
        wasPaid
          ? `Il était payé, et il a été annulé le ${at}. Il ne compte plus comme payé.`
          : `Annulé le ${at}, avant d’être payé. ${part ? toGiveBack.fr(part, amount) : 'Aucun argent n’a bougé.'}`,
      EXPIRED: ({ at, amount, part }) =>
        part
          ? `Expiré le ${at}. ${toGiveBack.fr(part, amount)}`
          : `Expiré le ${at}\u00a0: le client n’a pas payé à temps.`,
      FAILED: ({ at, why }) => `Un problème technique a arrêté ce paiement le ${at}${because(why)} Rien n’a été payé.`,
      RETURNED: ({ at, why }) => `Il était payé, et la banque a repris l’argent le ${at}${because(why)}`,
      PARTIALLY_REFUNDED: ({ refunded, amount }) => `Payé, puis remboursé en partie\u00a0: ${refunded} sur ${amount}.`,
      REFUNDED: ({ amount }) => `Payé, puis remboursé en entier\u00a0: ${amount}.`,
      NEEDS_REVIEW: ({ why }) =>
        `Un message contredit ce qui est enregistré${because(why)} Ne le considérez pas comme payé\u00a0: une personne doit décider.`,
    },
  },
  en: {
    waits: (amount, by, until) =>
      `${amount === null ? 'The change to “paid”' : `The refund of ${amount}`} that ${by} asked for waits for the decision of a second person, until ${until}.`,
    doubt: (what, amount) =>
      `The bank’s answer about ${what} of ${amount} was lost. We are asking the bank what it did: do not do it again.`,
    code: (code) => `code ${code}`,
    status: {
      REQUIRES_ACTION: ({ until, isTransfer, amount, part }) =>
        `${part ? `We received ${part.received} of ${amount}: ${part.missing} is missing` : isTransfer ? 'We are waiting for the customer’s transfer' : 'The customer has not paid yet'}. ${until === null ? 'There is no time limit.' : `Without ${part ? 'the rest' : 'a payment'} it expires on ${until}.`}`,
      PENDING: ({ due }) =>
        due === null
          ? 'The customer has done their part. The bank has not confirmed yet; we ask it regularly.'
          : `The direct debit falls due on ${due}. It goes to the bank in the next file.`,
      SUBMITTED: ({ at }) =>
        `The direct debit has been in a batch since ${at}. Once the bank has its file, a statement will show it.`,
      AUTHORIZED: ({ amount }) =>
        `The bank holds ${amount}. The money is not taken yet: capture the payment, or cancel it.`,
      PAID: ({ at, isWaiting }) => `Paid on ${at}.${isWaiting ? '' : ' Nothing more is awaited.'}`,
      REFUSED: ({ at, why, canPayAgain }) =>
        `The bank refused on ${at}${because(why)}${canPayAgain ? ' The customer can try again.' : ''}`,
      CANCELLED: ({ at, wasPaid, amount, part }) =>
        wasPaid
          ? `It was paid, and was cancelled on ${at}. It does not count as paid any more.`
          : `Cancelled on ${at}, before it was paid. ${part ? toGiveBack.en(part, amount) : 'No money moved.'}`,
      EXPIRED: ({ at, amount, part }) =>
        part
          ? `Expired on ${at}. ${toGiveBack.en(part, amount)}`
          : `Expired on ${at}: the customer did not pay in time.`,
      FAILED: ({ at, why }) => `A technical fault stopped it on ${at}${because(why)} Nothing was paid.`,
      RETURNED: ({ at, why }) => `It was paid, and the bank took the money back on ${at}${because(why)}`,
      PARTIALLY_REFUNDED: ({ refunded, amount }) => `Paid, then refunded in part: ${refunded} of ${amount}.`,
      REFUNDED: ({ amount }) => `Paid, then refunded in full: ${amount}.`,
      NEEDS_REVIEW: ({ why }) =>
        `A message contradicts the record${because(why)} Do not treat it as paid: a person has to decide.`,
    },
  },
});
