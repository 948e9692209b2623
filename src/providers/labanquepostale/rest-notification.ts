import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Secret } from '../../kernel/merchant.ts';
import { type KnownAccount, type NotificationReading, rejected } from '../../modules/payments/provider.ts';
import type { LabanquepostaleAccount } from './account.ts';
import { contextModes, isUnknownBrand } from './messages.ts';
import { type RestTransaction, readAnswer } from './rest-answer.ts';
import { updateOf } from './rest-transaction.ts';

type Known = KnownAccount<LabanquepostaleAccount>;

/**
 * Reads a message of the REST API: a form whose `kr-answer` is JSON. The hash covers the received bytes and is checked
 * before any parsing.
 */
export function readRestNotification(
  fields: ReadonlyMap<string, string>,
  accounts: readonly Known[],
): NotificationReading {
  const received = fields.get('kr-answer') ?? '';
  if (fields.get('kr-hash-algorithm') !== 'sha256_hmac') return rejected('kr-hash-algorithm is not sha256_hmac');
  if (fields.get('kr-answer-type') !== 'V4/Payment') return rejected('kr-answer-type is not V4/Payment');
  // The channel decides, not its label: the password signs notifications, the HMAC key what a browser brings.
  const label = fields.get('kr-hash-key');
  if (label === 'sha256_hmac') return rejected("this is a browser's return");
  if (label !== 'password') return rejected('kr-hash-key is not password');
  const hash = fields.get('kr-hash') ?? '';
  // Some intermediaries escape slashes. The text that the hash covers is the one that is read.
  for (const text of new Set([received, received.replaceAll('\\/', '/')])) {
    const signers = accounts.filter(({ account }) => isHashOf(text, account.rest?.password, hash));
    if (signers.length > 0) return readVerified(text, signers);
  }
  return rejected('no key of a shop made this kr-hash');
}

function isHashOf(text: string, key: Secret | undefined, hash: string): boolean {
  if (key === undefined) return false;
  const expected = Buffer.from(createHmac('sha256', key.reveal()).update(text, 'utf8').digest('hex'));
  const given = Buffer.from(hash);
  return given.length === expected.length && timingSafeEqual(given, expected);
}

function readVerified(text: string, signers: readonly Known[]): NotificationReading {
  const answer = readAnswer(text);
  if (answer === null) return rejected('kr-answer is not a payment');
  const { shopId, orderDetails, transactions } = answer;
  const addressees = signers.filter(
    ({ account, runMode }) => account.siteId === shopId && contextModes[runMode] === orderDetails.mode,
  );
  const [addressee] = addressees;
  if (addressee === undefined) return rejected('the key is not that of this shop in this mode');
  const isShared = addressees.some(({ idSociete }) => idSociete !== addressee.idSociete);
  const of = {
    attemptReference: orderDetails.orderId ?? '',
    idSociete: isShared ? null : addressee.idSociete,
    runMode: addressee.runMode,
  };
  const [update, ...others] = transactions.map((transaction) => updateOf(of, transaction));
  if (update === undefined) return rejected('kr-answer has no transaction');
  return { kind: 'AUTHENTIC', update, others, hasUnknownCardBrand: transactions.some(brandIsUnknown) };
}

const brandIsUnknown = ({ transactionDetails }: RestTransaction): boolean =>
  isUnknownBrand(transactionDetails?.cardDetails?.effectiveBrand ?? '');
