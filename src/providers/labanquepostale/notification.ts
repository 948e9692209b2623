import { decodePlusAndPercent } from '../../kernel/bytes/percent-encoding.ts';
import {
  type KnownAccount,
  type NotificationReading,
  type ProviderUpdate,
  type RawNotification,
  type RejectedNotification,
  rejected,
} from '../../modules/payments/provider.ts';
import type { LabanquepostaleAccount } from './account.ts';
import { debitFactsOf, isKnown, readMeaning } from './meanings.ts';
import { contextModes, directDebit, isUnknownBrand } from './messages.ts';
import { readRestNotification } from './rest-notification.ts';
import { isSignedBy } from './signature.ts';

type Fields = ReadonlyMap<string, string>;

/**
 * Reads an instant payment notification: the form in the body of a POST, or in the query of a GET; for a message of the
 * REST API see `readRestNotification`. Every field that is read is signed. Unknown fields count too, because the
 * platform adds new ones.
 */
export function readNotification(
  raw: RawNotification,
  accounts: readonly KnownAccount<LabanquepostaleAccount>[],
): NotificationReading {
  const fields = decodeForm(raw.method === 'GET' ? raw.query : raw.body.toString('latin1'));
  if ('kind' in fields) return fields;
  if (fields.has('kr-answer')) return readRestNotification(fields, accounts);
  const signature = fields.get('signature') ?? '';
  if (signature === '') return rejected('there is no signature');
  // The browser brings the same fields less these two; its return decides nothing.
  if (!fields.has('vads_hash') && !fields.has('vads_url_check_src')) return rejected("this is a browser's return");
  const addressees = accounts.filter(
    ({ account, runMode }) =>
      account.siteId === fields.get('vads_site_id') && contextModes[runMode] === fields.get('vads_ctx_mode'),
  );
  if (addressees.length === 0) return rejected('no shop of ours has this vads_site_id in this vads_ctx_mode');
  const signers = addressees.filter(({ account }) =>
    isSignedBy(account.formKeys, account.algorithm, [...fields], signature),
  );
  const [signer] = signers;
  if (signer === undefined) return { ...rejected('no key of the shop made this signature'), ...named(addressees) };
  const isShared = signers.some(({ idSociete }) => idSociete !== signer.idSociete);
  return readUpdate(fields, { idSociete: isShared ? null : signer.idSociete, runMode: signer.runMode });
}

function readUpdate(
  fields: Fields,
  { idSociete, runMode }: Pick<ProviderUpdate, 'idSociete' | 'runMode'>,
): NotificationReading {
  const value = (name: `vads_${string}`): string => fields.get(name) ?? '';
  const attemptReference = value('vads_order_id');
  const bankStatus = value('vads_trans_status');
  const transaction = value('vads_trans_uuid');
  // A transaction of the Back Office may have no order id, or a strange one: authentic, but not of our payment.
  if (!/^\P{Cc}{0,64}$/u.test(attemptReference)) return rejected('vads_order_id is malformed');
  if (!/^[A-Z0-9_]{1,64}$/.test(bankStatus)) return rejected('vads_trans_status is malformed');
  if (!isAmount(value('vads_amount'))) return rejected('vads_amount is malformed');
  if (!/^[0-9]{3}$/.test(value('vads_currency'))) return rejected('vads_currency is malformed');
  if (!/^(?:[0-9a-f]{32})?$/.test(transaction)) return rejected('vads_trans_uuid is malformed');
  if (!/^[A-Za-z0-9]{0,32}$/.test(value('vads_trans_date') + value('vads_trans_id'))) {
    return rejected('vads_trans_date or vads_trans_id is malformed');
  }
  const bankTransaction = transaction === '' ? null : transaction;
  const words = { status: bankStatus, operationType: value('vads_operation_type') };
  // Values are signed, names are not: text of the payer's can stand where a word should, but not where a known one does.
  const provesNothing = !isKnown(words);
  const { operation, status, meaning } = readMeaning({
    ...words,
    // The word marks a direct debit under any name.
    isDirectDebit: fields.entries().some(([name, word]) => name.startsWith('vads_') && word === directDebit),
    transaction: bankTransaction,
  });
  const amountCents = amountOf(bankStatus, value('vads_amount'), value('vads_effective_amount'));
  const subject = bankTransaction ?? `${value('vads_site_id')}-${value('vads_trans_date')}-${value('vads_trans_id')}`;
  const update: ProviderUpdate = {
    attemptReference,
    operation,
    status,
    ...debitFactsOf(meaning),
    bankTransaction,
    bankStatus,
    bankCode: /^[A-Za-z0-9]{1,8}$/.exec(value('vads_auth_result'))?.[0] ?? null,
    amountCents,
    currency: value('vads_currency'),
    idSociete,
    runMode,
    provesNothing,
    testEvidence: null,
    tellsCapture: true,
    // With all that we made of it, so that a message that says less does not make us deaf to the one that says more.
    deduplicationKey: [
      ...(provesNothing ? ['nothing'] : []),
      ...[subject, bankStatus, operation, status, amountCents, attemptReference],
    ].join(':'),
  };
  return { kind: 'AUTHENTIC', update, hasUnknownCardBrand: isUnknownBrand(value('vads_card_brand')) };
}

const isAmount = (digits: string): boolean => /^(?:0|[1-9][0-9]{0,11})$/.test(digits);

/** In cents. Of a partial authorisation the part, and 0 where that is not said, so that it cannot pass for the whole. */
function amountOf(transactionStatus: string, amount: string, effectiveAmount: string): number {
  if (transactionStatus !== 'PARTIALLY_AUTHORISED') return Number(amount);
  const part = isAmount(effectiveAmount) ? Number(effectiveAmount) : 0;
  return part < Number(amount) ? part : 0;
}

/** Far more than the platform sends; a stranger's message of tens of thousands is not worth a signature. */
const maximumFields = 200;

/** Decodes form data strictly: ambiguous text is refused. */
function decodeForm(text: string): Fields | RejectedNotification {
  if (!/^[\x21-\x7e]*$/.test(text)) return rejected('the message is not form data');
  const fields = new Map<string, string>();
  for (const pair of text.split('&').filter((pair) => pair !== '')) {
    const equals = pair.indexOf('=');
    const name = decodePlusAndPercent(equals < 0 ? pair : pair.slice(0, equals));
    const value = equals < 0 ? '' : decodePlusAndPercent(pair.slice(equals + 1));
    if (name === null || value === null) return rejected('the message is not well encoded');
    if (fields.has(name)) return rejected('a parameter is repeated');
    if (fields.size === maximumFields) return rejected(`the message has more than ${maximumFields} fields`);
    fields.set(name, value);
  }
  return fields;
}

const named = ([addressee]: readonly { readonly idSociete: string }[]): Pick<RejectedNotification, 'idSociete'> =>
  addressee === undefined ? {} : { idSociete: addressee.idSociete };
