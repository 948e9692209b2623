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
  /** Of a transfer or debit that is not paid: the part that came, and what is missing. */
  readonly part?: Part | null;
  /** Of a transfer that the bank took back in part. */
  readonly taken?: { readonly back: string; readonly left: string } | null;
  /** An unpaid one: whether the money that came went back again. Null where no money came. */
  readonly isBack?: boolean | null;
  /** The bank says that the money of a paid one did not come, or that money of a returned one did: a person decides. */
  readonly isDenied?: boolean;
  /** A person gave it this status. */
  readonly isOfPerson?: boolean;
  /** A person has something to decide or to do about it. */
  readonly isWaiting?: boolean;
  /** It was paid before it came to this status. */
  readonly wasPaid?: boolean;
  readonly canPayAgain?: boolean;
  /** Of a debit: the status of its mandate, where that lets none be taken, and whether it is never left. */
  readonly unusable?: { readonly status: string; readonly isOver: boolean } | null;
  /** Of a debit: the bank has its file. */
  readonly isAtBank?: boolean;
};

type Part = { readonly received: string; readonly missing: string };

type Sentences = {
  /** What waits for a second person. */
  readonly waits: (amount: string | null, by: string, until: string) => string;
  readonly doubt: (what: string, amount: string) => string;
  /** The bank cannot say what became of an operation. */
  readonly review: (what: string, amount: string) => string;
  /** What the customer paid twice, with the bank's numbers of it. */
  readonly surplus: (amount: string, transactions: readonly string[]) => string;
  /** More came to the account than the amount. */
  readonly over: (amount: string) => string;
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

type Came = Pick<Facts, 'part' | 'amount' | 'isBack'>;

/** Of the money that came before it was paid; `none` where none came. */
const came = {
  fr: ({ part, amount, isBack = null }: Came, none: string): string =>
    part
      ? ` ${toGiveBack.fr(part, amount)}`
      : isBack === null
        ? none
        : isBack
          ? ' Ce qui était arrivé est reparti.'
          : '',
  en: ({ part, amount, isBack = null }: Came, none: string): string =>
    part ? ` ${toGiveBack.en(part, amount)}` : isBack === null ? none : isBack ? ' What came went back.' : '',
};

const denied = {
  fr: (is = false): string =>
    is ? ' La banque dit que cet argent n’est pas venu\u00a0: une personne doit décider.' : '',
  en: (is = false): string => (is ? ' The bank says that this money did not come: a person has to decide.' : ''),
};

/** The same word in both languages. */
const namedBy = (numbers: readonly string[]): string =>
  numbers.length === 0 ? '' : ` (transaction${numbers.length > 1 ? 's' : ''} ${numbers.join(', ')})`;

/** What happened and what comes next, for each status. */
export const sentences = words<Sentences>({
  waits: {
    fr: (amount, by, until) =>
      `${amount === null ? 'Le passage à «\u00a0payé\u00a0»' : `Le remboursement de ${amount}`} demandé par ${by} attend la décision d’une deuxième personne, jusqu’au ${until}.`,
    en: (amount, by, until) =>
      `${amount === null ? 'The change to “paid”' : `The refund of ${amount}`} that ${by} asked for waits for the decision of a second person, until ${until}.`,
  },
  doubt: {
    fr: (what, amount) =>
      `La banque n’a pas répondu clairement sur ${what} de ${amount}. Nous interrogeons la banque pour savoir ce qu’elle a fait\u00a0: ne recommencez pas.`,
    en: (what, amount) =>
      `The bank gave no clear answer about ${what} of ${amount}. We are asking the bank what it did: do not do it again.`,
  },
  review: {
    fr: (what, amount) =>
      `La banque ne dit pas ce qu’elle a fait pour ${what} de ${amount}, et n’est plus interrogée\u00a0: une personne doit vérifier et décider.`,
    en: (what, amount) =>
      `The bank cannot say what it did about ${what} of ${amount}, and is not asked any more: a person has to look and decide.`,
  },
  surplus: {
    fr: (amount, transactions) =>
      `Le client a payé deux fois\u00a0: la banque détient ${amount} de trop${namedBy(transactions)}. Rendez cette somme dans le back-office de la banque\u00a0: un remboursement ici rend le paiement, pas cette somme.`,
    en: (amount, transactions) =>
      `The customer paid twice: the bank holds ${amount} too much${namedBy(transactions)}. Give this sum back in the bank’s own back office: a refund here gives back the payment, not this sum.`,
  },
  over: {
    fr: (amount) =>
      ` Il est arrivé ${amount} de trop\u00a0: ce surplus est à rendre au client, si ce n’est pas déjà fait.`,
    en: (amount) => ` ${amount} too much came: this surplus has to go back to the customer, unless it did already.`,
  },
  code: { fr: (code) => `code ${code}`, en: (code) => `code ${code}` },
  status: words<Sentences['status']>({
    REQUIRES_ACTION: {
      fr: ({ until, isTransfer, amount, part }) =>
        `${part ? `Nous avons reçu ${part.received} sur ${amount}\u00a0: il manque ${part.missing}` : isTransfer ? 'Nous attendons le virement du client' : 'Le client n’a pas encore payé'}. ${until === null ? 'Il n’y a pas de date limite.' : `${part ? 'Sans le reste' : 'Sans paiement'}, la demande expire le ${until}.`}`,
      en: ({ until, isTransfer, amount, part }) =>
        `${part ? `We received ${part.received} of ${amount}: ${part.missing} is missing` : isTransfer ? 'We are waiting for the customer’s transfer' : 'The customer has not paid yet'}. ${until === null ? 'There is no time limit.' : `Without ${part ? 'the rest' : 'a payment'} it expires on ${until}.`}`,
    },
    PENDING: {
      fr: ({ due, unusable }) =>
        due === null
          ? 'Le client a fait sa part. La banque n’a pas encore confirmé\u00a0; nous l’interrogeons régulièrement.'
          : unusable
            ? `Le prélèvement est retenu\u00a0: l’état de son mandat est «\u00a0${unusable.status}\u00a0». ${unusable.isOver ? 'Il n’ira pas à la banque\u00a0: annulez le paiement.' : 'Il n’ira à la banque que si le mandat redevient actif.'}`
            : `Le prélèvement est prévu pour le ${due}. Il sera remis à la banque dans le prochain fichier qui pourra le prendre.`,
      en: ({ due, unusable }) =>
        due === null
          ? 'The customer has done their part. The bank has not confirmed yet; we ask it regularly.'
          : unusable
            ? `The direct debit is held back: the status of its mandate is “${unusable.status}”. ${unusable.isOver ? 'It will not go to the bank: cancel the payment.' : 'It goes to the bank only if the mandate becomes active again.'}`
            : `The direct debit falls due on ${due}. It goes to the bank in the next file that can take it.`,
    },
    SUBMITTED: {
      fr: ({ at, amount, part, isAtBank }) =>
        part
          ? `Nous avons reçu ${part.received} sur ${amount}\u00a0: il manque ${part.missing}. Un relevé montrera le reste.`
          : `Le prélèvement est dans une remise depuis le ${at}. ${isAtBank ? 'La banque a son fichier\u00a0:' : 'Quand la banque aura son fichier,'} un relevé le montrera.`,
      en: ({ at, amount, part, isAtBank }) =>
        part
          ? `We received ${part.received} of ${amount}: ${part.missing} is missing. A statement will show the rest.`
          : `The direct debit has been in a batch since ${at}. ${isAtBank ? 'The bank has its file:' : 'Once the bank has its file,'} a statement will show it.`,
    },
    AUTHORIZED: {
      fr: ({ amount }) =>
        `La banque réserve ${amount}. L’argent n’est pas encore encaissé\u00a0: encaissez le paiement, ou annulez-le.`,
      en: ({ amount }) => `The bank holds ${amount}. The money is not taken yet: capture the payment, or cancel it.`,
    },
    PAID: {
      fr: ({ at, isWaiting, isDenied }) =>
        isDenied
          ? `Payé le ${at}, mais la banque dit que cet argent n’est pas venu\u00a0: une personne doit décider.`
          : `Payé le ${at}.${isWaiting ? '' : ' Plus rien n’est attendu.'}`,
      en: ({ at, isWaiting, isDenied }) =>
        isDenied
          ? `Paid on ${at}, but the bank says that this money did not come: a person has to decide.`
          : `Paid on ${at}.${isWaiting ? '' : ' Nothing more is awaited.'}`,
    },
    REFUSED: {
      fr: ({ at, why, canPayAgain, ...facts }) =>
        `La banque a refusé ce paiement le ${at}${because(why)}${came.fr(facts, '')}${canPayAgain ? ' Le client peut essayer encore.' : ''}`,
      en: ({ at, why, canPayAgain, ...facts }) =>
        `The bank refused on ${at}${because(why)}${came.en(facts, '')}${canPayAgain ? ' The customer can try again.' : ''}`,
    },
    CANCELLED: {
      fr: ({ at, wasPaid, ...facts }) =>
        wasPaid
          ? `Il était payé, et il a été annulé le ${at}. Il ne compte plus comme payé.`
          : `Annulé le ${at}, avant d’être payé.${came.fr(facts, ' Aucun argent n’a bougé.')}`,
      en: ({ at, wasPaid, ...facts }) =>
        wasPaid
          ? `It was paid, and was cancelled on ${at}. It does not count as paid any more.`
          : `Cancelled on ${at}, before it was paid.${came.en(facts, ' No money moved.')}`,
    },
    EXPIRED: {
      fr: ({ at, ...facts }) =>
        `Expiré le ${at}${facts.part ? '' : '\u00a0: le client n’a pas payé à temps'}.${came.fr(facts, '')}`,
      en: ({ at, ...facts }) =>
        `Expired on ${at}${facts.part ? '' : ': the customer did not pay in time'}.${came.en(facts, '')}`,
    },
    FAILED: {
      fr: ({ at, why, ...facts }) =>
        `Un problème technique a arrêté ce paiement le ${at}${because(why)}${came.fr(facts, ' Rien n’a été payé.')}`,
      en: ({ at, why, ...facts }) =>
        `A technical fault stopped it on ${at}${because(why)}${came.en(facts, ' Nothing was paid.')}`,
    },
    RETURNED: {
      fr: ({ at, why, amount, taken, isOfPerson, isDenied }) =>
        isOfPerson
          ? `Une personne a décidé le ${at} qu’il est rejeté. ${isDenied ? 'La banque dit maintenant que cet argent est venu\u00a0: une personne doit décider.' : 'Il ne compte plus comme payé.'}`
          : taken
            ? `Il était payé, et la banque a repris ${taken.back} sur ${amount}${because(why)} Le reste, ${taken.left}, est au nom du client.`
            : `Il était payé, et la banque a repris l’argent le ${at}${because(why)}`,
      en: ({ at, why, amount, taken, isOfPerson, isDenied }) =>
        isOfPerson
          ? `A person decided on ${at} that it was returned. ${isDenied ? 'The bank now says that this money came: a person has to decide.' : 'It does not count as paid any more.'}`
          : taken
            ? `It was paid, and the bank took back ${taken.back} of ${amount}${because(why)} The rest, ${taken.left}, stands in the customer’s name.`
            : `It was paid, and the bank took the money back on ${at}${because(why)}`,
    },
    PARTIALLY_REFUNDED: {
      fr: ({ refunded, amount, isDenied }) =>
        `Payé, puis remboursé en partie\u00a0: ${refunded} sur ${amount}.${denied.fr(isDenied)}`,
      en: ({ refunded, amount, isDenied }) =>
        `Paid, then refunded in part: ${refunded} of ${amount}.${denied.en(isDenied)}`,
    },
    REFUNDED: {
      fr: ({ amount, isDenied }) => `Payé, puis remboursé en entier\u00a0: ${amount}.${denied.fr(isDenied)}`,
      en: ({ amount, isDenied }) => `Paid, then refunded in full: ${amount}.${denied.en(isDenied)}`,
    },
    NEEDS_REVIEW: {
      fr: ({ why }) =>
        `Un message contredit ce qui est enregistré${because(why)} Ne le considérez pas comme payé\u00a0: une personne doit décider.`,
      en: ({ why }) =>
        `A message contradicts the record${because(why)} Do not treat it as paid: a person has to decide.`,
    },
  }),
});
