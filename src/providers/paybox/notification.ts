import { decodePercent } from '../../kernel/bytes/percent-encoding.ts';
import {
  type KnownAccount,
  type NotificationReading,
  type ProviderUpdate,
  type RawNotification,
  type RejectedNotification,
  rejected,
} from '../../modules/payments/provider.ts';
import type { PayboxAccount } from './account.ts';
import {
  accepted,
  isKnownBrand,
  meaningOf,
  type ReturnedName,
  returnedValues,
  signatureName,
  testAuthorisation,
} from './messages.ts';
import { openSignedMessage, type PublicKey } from './signature.ts';

type Values = Readonly<Record<ReturnedName, string>>;

/**
 * Reads an IPN (Paybox manual, PBX_REPONDRE_A): the body of a POST, the query of a GET. The query of a POST is outside
 * of the signature and ignored. `keysOf` gives an account's parsed public keys. `signers` lists the accounts with the
 * verifying key, because no letter returns the contract.
 */
export function readNotification(
  raw: RawNotification,
  accounts: readonly KnownAccount<PayboxAccount>[],
  keysOf: (account: PayboxAccount) => readonly PublicKey[],
): NotificationReading {
  // Latin-1 keeps each character of a request line and its byte one and the same.
  const message = raw.method === 'POST' ? raw.body : Buffer.from(raw.query, 'latin1');
  const keys = new Map(accounts.flatMap(({ account }) => keysOf(account)).map((key) => [key.identity, key]));
  const opened = openSignedMessage(message, signatureName, [...keys.values()]);
  if (opened.kind === 'UNSIGNED') return rejected(opened.reason);
  const values = parseValues(opened.data);
  if ('kind' in values) return values;
  const signers = accounts
    .filter(({ account }) => keysOf(account).some(({ identity }) => identity === opened.by.identity))
    .map(({ idSociete, runMode }) => ({ idSociete, runMode }));
  return {
    kind: 'AUTHENTIC',
    update: updateOf(values, signers),
    hasUnknownCardBrand: values.card !== '' && !isKnownBrand(values.card),
  };
}

/** Takes values from the signed part alone. A name that comes twice, or that we did not ask for, is a forgery's mark. */
function parseValues(data: Buffer): Values | RejectedNotification {
  const found = new Map<string, string>();
  for (const pair of data.toString('latin1').split('&')) {
    const equals = pair.indexOf('=');
    const name = pair.slice(0, equals);
    if (equals < 0 || !returnedNames.has(name)) return rejected('a name is not one that we asked for');
    if (found.has(name)) return rejected(`${name} comes twice`);
    // A `+` is a plus: Paybox writes a space as `%20`.
    const value = decodePercent(pair.slice(equals + 1));
    if (value === null) return rejected(`${name} is not well encoded`);
    found.set(name, value);
  }
  // Paybox may leave out a name without a value. Patterns that do not match an empty text keep their names required.
  for (const [name, letter, form] of returnedValues) {
    const value = found.get(name) ?? '';
    if (!form.test(value)) return rejected(`${name} is not what letter ${letter} can hold`);
    found.set(name, value);
  }
  return whatContradictsItself(Object.fromEntries(found) as Values);
}

const returnedNames: ReadonlySet<string> = new Set(returnedValues.map(([name]) => name));

function whatContradictsItself(values: Values): Values | RejectedNotification {
  const { auth, call, trans, error } = values;
  if (error === accepted && auth === '') return rejected('auth is missing');
  const isNumberOfBank = [call, trans].some((number) => Number(number) === Number(auth));
  if (auth !== '' && isNumberOfBank) return rejected('auth holds another number of the message');
  return values;
}

function updateOf(values: Values, signers: NonNullable<ProviderUpdate['signers']>): ProviderUpdate {
  const { amount, ref: attemptReference, error: code, trans, call } = values;
  const authorisation = values.auth || null;
  const transaction = numberOrNull(trans);
  // Without a transaction, the call number tells a message from its repetition.
  const subject = transaction === null ? `T${numberOrNull(call) ?? '0'}` : `S${transaction}`;
  return {
    attemptReference,
    operation: 'DEBIT',
    ...meaningOf(code, { authorisation, transaction }),
    bankTransaction: transaction,
    bankCode: code,
    amountCents: Number(amount),
    currency: null,
    idSociete: null,
    runMode: null,
    signers,
    testEvidence: authorisation === testAuthorisation ? `authorisation number ${testAuthorisation}` : null,
    tellsCapture: false,
    // With the authorisation, so that a message without proof does not make us deaf to the one that has it.
    deduplicationKey: [subject, code, authorisation ?? '', attemptReference].join(':'),
  };
}

/** Paybox writes `0` for none, and pads the same numbers with zeros in Paybox Direct. */
const numberOrNull = (digits: string): string | null => digits.replace(/^0+/, '') || null;
