import type { Caller } from '../../kernel/caller.ts';
import { closedSet, type NameOf } from '../../kernel/closed-set.ts';

/** What `GET /console/exports/{kind}` gives, and by which parameters. `docs/reference/console-exports.md` comes from here. */

export const exportKind = closedSet('ExportKind', 'A list of the console as a file.', {
  payments: 'Payments: needs the scope `read`.',
  exceptions: 'Exceptions of bank files: needs the scope `decide`.',
  audit: 'The audit log: needs the right `audit`.',
  journal: 'Posted lines of the books of a société, exercise by exercise: needs the scope `accounting`.',
  balance: 'What each account of a société moved in a period: needs the scope `accounting`.',
  suspense: 'What stands on the suspense account of a société, as of now: needs the scope `accounting`.',
  fec: 'One exercise in the layout of the FEC (tabs, no byte order mark): needs the scope `accounting`.',
});
export type ExportKind = NameOf<typeof exportKind>;

const range = (name: string, what: string): Readonly<Record<string, string>> => ({
  [`${name}.from`]: `${what}: from this one on.`,
  [`${name}.to`]: `${what}: up to this one.`,
});

const mode = '`TEST` or `LIVE`. Left out: the only one that the role has.';
const books = { idSociete: 'Whose books. Required.', runMode: mode };
const period = { from: 'The first day of booking. Required.', to: 'The last one. Required.' };

/** The parameters of each kind: the filters of its GraphQL list, under the same names. */
export const exportParameters = {
  payments: {
    status: 'Any of these, with commas between.',
    paymentTarget: 'Any of these, with commas between.',
    paymentType: 'Any of these, with commas between.',
    runMode: mode,
    ...{ client: 'Initiated by this client.', idSociete: 'Of this société.', idOrigin: 'Asked for by this system.' },
    ...{ idClient: 'Of this customer.', idCommande: 'Of this order.', mandate: 'Under this mandate (RUM).' },
    ...range('created', 'Days in Paris'),
    ...range('due', 'Due dates'),
    ...range('amount', 'Cents'),
    sort: '`NEWEST` (left out), `OLDEST`, `AMOUNT` or `DUE`.',
  },
  exceptions: {
    ...{ status: 'Of this status.', kind: 'Of this kind.', idSociete: 'Of this société.', runMode: mode },
    ...range('amount', 'Cents'),
    ...range('booked', 'Days of the booking'),
    bankFile: 'Of this file: `bkf_…`.',
    text: 'With these words, as the list finds them.',
  },
  audit: {
    ...{ actor: 'A client, or `console/per_…`.', action: 'For instance `refundPayment`.', object: 'An id.' },
    outcome: 'How the action ended.',
    ...range('at', 'Days in Paris'),
  },
  journal: {
    ...{ ...books, ...period },
    account: 'Entries with a line on this account, with all their lines.',
    ...{ number: 'With this number.', kind: 'Of this kind.', payment: 'About this payment: `pay_…`.' },
    text: 'With these words, or about a payment with these words, as the list finds them.',
  },
  balance: { ...books, ...period },
  suspense: books,
  fec: {
    ...books,
    exercise: 'The year in which the exercise ends. Required.',
    ...{ from: 'The first day within it.', to: 'The last one.' },
  },
} as const satisfies Readonly<Record<ExportKind, Readonly<Record<string, string>>>>;

/** The parameters of every kind. */
export const commonParameters = {
  names:
    '`true`: with the columns that name people. Needs a proof of identity of the last minutes, for the payer of a payment the scope `operations`, and for its customer `customers`.',
  lang: '`fr` or `en`: the names of the columns. Left out: the language of the browser.',
} as const;

/** Rows, as text that is ready to be sent. */
export type Page = { readonly text: string; readonly rows: number };

export type Plan = {
  readonly fileName: string;
  readonly type: string;
  readonly head: string;
  /** @throws NotAllowedError where this caller may not have it */
  readonly check: (caller: Caller) => void;
  /** Asks for the caller before each read, so that a right that ends stops it. */
  readonly pages: (callerNow: () => Promise<Caller>) => AsyncGenerator<Page>;
};

/** A read that asks for the caller first. */
export const guarded =
  <Of extends readonly unknown[], Found>(callerNow: () => Promise<Caller>, read: (...of: Of) => Promise<Found>) =>
  async (...of: Of): Promise<Found> => {
    await callerNow();
    return read(...of);
  };

export type Asked = {
  readonly language: 'fr' | 'en';
  /** Whether it has the columns that name people. */
  readonly names: boolean;
};

export const rowsPerRead = 500;
