import type { Field } from './form-body.ts';
import type { Look } from './page-shell.ts';
import type { Language, Text } from './texts.ts';

export const bankNames = ['PAYBOX', 'LABANQUEPOSTALE'] as const;
export type BankName = (typeof bankNames)[number];

/** A shop's form after all checks. */
export type Order = {
  /** The shop as the platform numbers it: `site/rang`, `site_id`. */
  readonly shop: string;
  readonly shopName: string;
  /** PBX_CMD, vads_order_id. */
  readonly reference: string;
  readonly amountCents: number;
  readonly language: Language;
  /** How long the buyer may stay on the page. */
  readonly lifetimeMs: number;
  /** As posted, in that order. */
  readonly fields: readonly Field[];
};

/** Why a form was turned away: `title` in the bank's words, `field` the one to blame. */
export type FormProblem = {
  readonly code: string;
  readonly field: string;
  readonly title: Text;
  readonly explanation: Text;
};

export type Reception =
  | { readonly accepted: true; readonly order: Order }
  | { readonly accepted: false; readonly problem: FormProblem };

/** `PAID`, `CANCELLED` and `EXPIRED` are the end of a session; after `REFUSED` the buyer may try again. */
export type SessionState = 'OPEN' | 'CHALLENGE' | 'PAID' | 'REFUSED' | 'CANCELLED' | 'EXPIRED';

export type Session = Omit<Order, 'lifetimeMs'> & {
  /** 128 random bits: its holder is the buyer. */
  readonly id: string;
  readonly bank: BankName;
  readonly state: SessionState;
  /** The buyer's means of payment, while the challenge or the mandate waits for them. */
  readonly means: Means | null;
  readonly createdAt: number;
  readonly expiresAt: number;
};

export type CardAuthentication =
  | 'CHALLENGE'
  | 'FRICTIONLESS'
  | 'ATTEMPTED'
  | 'NOT_ENROLLED'
  | 'SHOP_NOT_ENROLLED'
  | 'REJECTED'
  | 'FAILED';

/** A card of the platform's test page. */
export type TestCard = {
  readonly number: string;
  /** As the bank's messages write it. */
  readonly brand: string;
  /** Values of the form's card filter (PBX_TYPECARTE, vads_payment_cards) under which the card may be used. */
  readonly types: readonly string[];
  readonly authentication: CardAuthentication;
  /** The code with which the bank refuses the card, null where it accepts. */
  readonly refusalCode: string | null;
  readonly behaviour: Text;
};

/** The stored part of a card: never its whole number, although only published test numbers are accepted. */
export type CardMeans = {
  readonly kind: 'CARD';
  readonly brand: string;
  /** First six and last four digits, the rest `X`. */
  readonly masked: string;
  /** `YYMM`. */
  readonly expiry: string;
  /** Equal for equal cards, and meaningless otherwise. */
  readonly print: string;
  readonly authentication: CardAuthentication;
  readonly refusalCode: string | null;
};
export type AccountMeans = { readonly kind: 'ACCOUNT'; readonly iban: string; readonly bic: string };
export type Means = CardMeans | AccountMeans;

/** How the holder was, or was not, authenticated in the end. `NONE`: it did not come to that. */
export type Authentication = Exclude<CardAuthentication, 'CHALLENGE'> | 'CHALLENGED' | 'WRONG_CODE' | 'NONE';

export type Decision =
  | { readonly kind: 'ACCEPTED'; readonly means: Means; readonly authentication: Authentication }
  | {
      readonly kind: 'REFUSED';
      readonly means: Means | null;
      readonly authentication: Authentication;
      /** One of the bank's own codes; empty where the payment never reached the issuer. */
      readonly code: string;
    }
  | { readonly kind: 'CANCELLED' };

/** One try, as the platform records it. */
export type Transaction = {
  readonly bank: BankName;
  /** Paybox NUMTRANS (letter S), Lyra's uuid. */
  readonly number: string;
  readonly sessionId: string;
  readonly shop: string;
  readonly reference: string;
  readonly amountCents: number;
  /** The bank's own word: `CAPTURED`, `AUTHORISED`, `REFUSED`, `ABANDONED`… */
  readonly status: string;
  readonly code: string;
  readonly brand: string;
  /** Masked card or account. */
  readonly means: string;
  /** The details in the bank's messages, by letter or field name; accounts are masked. */
  readonly details: Readonly<Record<string, string>>;
  readonly at: number;
};

/** A server-to-server message, encoded to the byte. */
export type Message = {
  readonly bank: BankName;
  /** Of the transaction that it is about. */
  readonly number: string;
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly body: string | null;
};

/**
 * A faulty notification: changed on its way, invented without a key to claim a payment, or signed by the bank over
 * another amount.
 */
export type Alteration = 'TAMPERED' | 'FORGED' | 'WRONG_AMOUNT';

export type Settlement = {
  readonly transaction: Transaction;
  readonly message: Message | null;
  /** Null where there is no message. */
  altered(alteration: Alteration): Message | null;
};

/** How the buyer's browser gets back to the shop. */
export type WayBack =
  | { readonly kind: 'LINK'; readonly url: string }
  | { readonly kind: 'FORM'; readonly url: string; readonly fields: readonly Field[] }
  | { readonly kind: 'NONE' };

export type Offer =
  | { readonly kind: 'CARD'; readonly cards: readonly TestCard[]; readonly accepted: readonly TestCard[] }
  | { readonly kind: 'ACCOUNT'; readonly testIban: string };

/** One simulator: everything in which the two platforms differ. */
export type Bank = {
  readonly name: BankName;
  readonly look: Look;
  readonly pagePath: string;
  /** Where the page posts to next, with `/{id}`. */
  readonly sessionPath: string;
  /** The text for a visitor without a form. */
  readonly withoutForm: FormProblem;
  receive(fields: readonly Field[]): Reception;
  /** `cards` are all of the test page, `accepted` those that this payment takes. */
  offer(session: Session): Offer;
  /** The possible answers of the button "Refuse"; the first is the default. */
  readonly refusals: readonly { readonly code: string; readonly meaning: Text }[];
  /** A code that the shop's form forces on the next try, or null. */
  forcedCode(session: Session): string | null;
  /** Whether the form asks for a challenge, whatever the card says. */
  wantsChallenge(session: Session): boolean;
  readonly failedAuthenticationCode: string;
  /** True where a paid reference can never be paid again. */
  readonly referencePaysOnce: boolean;
  settle(session: Session, decision: Decision): Settlement;
  /** `transaction` is the session's last, null where there was none. */
  wayBack(session: Session, transaction: Transaction | null): WayBack;
  /** Where the form wants the notification; null where it names no address. */
  notifiedUrl(session: Session): string | null;
  /** Every address to which this session may send the browser. */
  returnUrls(session: Session): readonly string[];
  /** Whether the platform counts an answer as delivered. */
  countsAsDelivered(httpStatus: number): boolean;
};
