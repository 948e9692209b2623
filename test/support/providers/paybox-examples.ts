import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { payboxPublicKey } from '../../../src/config/accounts/paybox.ts';
import { Secret } from '../../../src/kernel/merchant.ts';
import type { Payer } from '../../../src/kernel/payer.ts';
import type { Payment } from '../../../src/modules/payments/payment.ts';
import type { FormRequest, RawNotification, RedirectForm } from '../../../src/modules/payments/provider.ts';
import type { PayboxAccount } from '../../../src/providers/paybox/account.ts';
import { createPaybox } from '../../../src/providers/paybox/paybox.ts';
import { openAttempt, waitingPayment } from '../payments/example.ts';
import { testHmacKey } from './paybox-recorded.ts';

export const createdAt = Date.UTC(2026, 10, 25, 9, 26, 53);

export const account: PayboxAccount = {
  site: '1999888',
  rang: '032',
  identifiant: '110647233',
  hmacKeys: [new Secret(testHmacKey)],
  hash: 'SHA512',
  pageUrl: 'https://preprod-tpeweb.paybox.com/cgi/MYchoix_pagepaiement.cgi',
  publicKeys: [payboxPublicKey],
};

const payer: Payer = {
  firstName: 'Zoé',
  lastName: 'Lefèvre',
  address: '12 rue de la Paix',
  zipCode: '75002',
  city: 'Paris',
  country: 'FR',
  phone: '+33612345678',
};

const payment = waitingPayment({
  id: 'pay_0198c0ffee',
  token: 'dG9rZW4tb2YtcGF5bWVudA',
  client: 'shop',
  amountCents: 1990,
  email: 'zoe+compte@example.com',
  createdAt,
  updatedAt: createdAt,
});

const attempt = openAttempt(payment, { id: 'att_0198c0ffee', reference: '4K7M9QXT-1', createdAt });

const page = 'https://pay.example/pay/dG9rZW4';

/** A request for a form; what is given replaces the example's. */
export function formRequest(
  change: {
    readonly account?: Partial<PayboxAccount>;
    readonly payment?: Partial<Payment>;
    readonly payer?: Partial<Payer>;
    readonly rest?: Partial<Omit<FormRequest<PayboxAccount>, 'account' | 'payment' | 'payer'>>;
  } = {},
): FormRequest<PayboxAccount> {
  return {
    account: { ...account, ...change.account },
    payment: { ...payment, ...change.payment },
    attempt,
    payer: { ...payer, ...change.payer },
    addresses: {
      notification: 'https://pay.example/notify/paybox/1',
      returns: {
        success: `${page}/return/success`,
        refused: `${page}/return/refused`,
        cancelled: `${page}/return/cancelled`,
        pending: `${page}/return/pending`,
        error: `${page}/return/error`,
      },
    },
    lastBankCode: null,
    usesBackupPage: false,
    language: 'fr',
    now: createdAt + 2_345,
    ...change.rest,
  };
}

export const paybox = createPaybox();
export const buildForm = (change?: Parameters<typeof formRequest>[0]): RedirectForm =>
  paybox.buildForm(formRequest(change));

export const fieldOf = ({ fields }: Pick<RedirectForm, 'fields'>, name: string): string | undefined => fields[name];

/** What Paybox says of a try that was paid, with other values; `null` leaves the name out. */
export function paidData(change: Readonly<Record<string, string | null>> = {}): string {
  const values = { ...paidValues, ...change };
  return Object.entries(values)
    .filter(([, value]) => value !== null)
    .map((pair) => pair.join('='))
    .join('&');
}

const paidValues = {
  ...{ amount: '1990', ref: '4K7M9QXT-1', call: '7584174', auth: '123456', trans: '4111874', type: 'CARTE' },
  ...{ card: 'CB,VISA', bin: '111122', last: '44', exp: '2812', country: 'FRA', ip: 'FRA', secure: 'Y' },
  ...{ guarantee: 'O', date: '25112026', time: '10:27:31', error: '00000' },
};

export type KeyPair = { readonly publicKey: string; readonly privateKey: KeyObject };

export function createKeyPair(modulusLength: number): KeyPair {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength });
  return { publicKey: publicKey.export({ type: 'spki', format: 'pem' }).toString(), privateKey };
}

/** As the platform writes it: the data as it is, the signature over its bytes, percent-encoded. */
export function signedMessage(data: string, { privateKey }: KeyPair): string {
  const signature = sign('RSA-SHA1', Buffer.from(data, 'latin1'), privateKey).toString('base64');
  return `${data}&sign=${encodeURIComponent(signature)}`;
}

export const posted = (body: string, query = ''): RawNotification => ({
  method: 'POST',
  query,
  body: Buffer.from(body, 'latin1'),
});
export const got = (query: string): RawNotification => ({ method: 'GET', query, body: Buffer.alloc(0) });
