import type { PayboxAccount } from '../../domain/merchant.ts';
import type { BankNews, KnownAccount, NotificationReading, RawNotification } from '../../domain/provider.ts';
import { meaningOf, type ReturnedName, returnedValues, signatureName, testAuthorisation } from './messages.ts';
import { openSignedMessage, type PublicKey, percentDecode } from './signature.ts';

type Values = Partial<Readonly<Record<ReturnedName, string>>>;
type Rejected = Extract<NotificationReading, { kind: 'REJECTED' }>;

/**
 * Reads an IPN (Paybox manual, PBX_REPONDRE_A): the body of a POST, the query of a GET. The query of a POST is the
 * address's own and outside of the signature: it is not looked at. `keysOf` gives an account's parsed public keys.
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
  const holders = accounts.filter(({ account }) =>
    keysOf(account).some(({ identity }) => identity === opened.by.identity),
  );
  return readValues(values, holders);
}

/** Takes values from the signed part alone. A name that comes twice, or that we did not ask for, is a forgery's mark. */
function parseValues(data: Buffer): Values | Rejected {
  const values: Record<string, string> = {};
  for (const pair of data.toString('latin1').split('&')) {
    const equals = pair.indexOf('=');
    const name = pair.slice(0, equals);
    if (equals < 0 || !isReturnedName(name)) return rejected('a name is not one that we asked for');
    if (values[name] !== undefined) return rejected(`${name} comes twice`);
    const value = percentDecode(pair.slice(equals + 1));
    if (value === null) return rejected(`${name} is not well encoded`);
    values[name] = value;
  }
  return values;
}

const returnedNames: ReadonlySet<string> = new Set(returnedValues.map(([name]) => name));
const isReturnedName = (name: string): name is ReturnedName => returnedNames.has(name);

function readValues(values: Values, holders: readonly KnownAccount<PayboxAccount>[]): NotificationReading {
  const { amount = '', ref: attemptReference = '', error: code = '', trans = '', call = '' } = values;
  if (!/^[0-9]{1,10}$/.test(amount)) return rejected('amount is not a number of cents');
  if (attemptReference === '') return rejected('ref is missing');
  if (!/^[0-9A-Z]{5}$/.test(code)) return rejected('error is not a response code');
  if (!/^[0-9]*$/.test(trans) || !/^[0-9]*$/.test(call)) return rejected('trans or call is not a number');
  const authorisation = values.auth || null;
  const transaction = numberOrNull(trans);
  // Where there is no transaction, the call is what tells one message from its repetition.
  const subject = transaction === null ? `T${numberOrNull(call) ?? '0'}` : `S${transaction}`;
  const news: BankNews = {
    attemptReference,
    operation: 'DEBIT',
    ...meaningOf(code, { authorisation, transaction }),
    bankTransaction: transaction,
    bankCode: code,
    amountCents: Number(amount),
    currency: null,
    idSociete: null,
    runMode: runModeOf(holders),
    testEvidence: authorisation === testAuthorisation ? `authorisation number ${testAuthorisation}` : null,
    tellsCapture: false,
    // With the authorisation, so that a message without proof does not make us deaf to the one that has it.
    deduplicationKey: [subject, code, authorisation ?? '', attemptReference].join(':'),
  };
  return { kind: 'AUTHENTIC', news };
}

/** Paybox writes `0` where there is none, and pads the same numbers with zeros in Paybox Direct. */
const numberOrNull = (digits: string): string | null => digits.replace(/^0+/, '') || null;

/**
 * No letter returns the contract, and the platform's key serves every merchant and both environments. But a key that
 * only test accounts trust, a sandbox's, must never speak for real money.
 */
const runModeOf = (holders: readonly KnownAccount<PayboxAccount>[]): BankNews['runMode'] =>
  holders.every(({ runMode }) => runMode === 'TEST') ? 'TEST' : null;

const rejected = (reason: string): Rejected => ({ kind: 'REJECTED', reason });
