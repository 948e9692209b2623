import { createHmac } from 'node:crypto';
import type { BankOperations } from '../../../src/modules/payments/operations/bank-operation.ts';
import type { HostedPageProvider, NotificationReading } from '../../../src/modules/payments/provider.ts';

/**
 * A bank that the gateway does not have, as its folder would describe it. It stands in the place of PAYBOX, because the
 * names of targets are a closed set. Nothing but this says how its page, its messages and its calls work.
 */

export type ExampleAccount = { readonly shop: string; readonly key: string; readonly apiUrl: string | null };

export const exampleAccount: ExampleAccount = { shop: 'S-1', key: 'an example', apiUrl: 'https://bank.example/api' };

const attemptLifetimeMs = 10 * 60_000;

const macOf = (key: string, text: string): string => createHmac('sha256', key).update(text).digest('hex');

/** A message of the bank, as its platform signs it. */
export function messageOf(account: ExampleAccount, order: string, amountCents: number): Buffer {
  const text = JSON.stringify({ order, amountCents, transaction: `T-${order}`, state: 'TAKEN' });
  return Buffer.from(`${macOf(account.key, text)}.${text}`);
}

function readMessage(body: Buffer, { key }: ExampleAccount): { order: string; amountCents: number } | null {
  const [mac, ...rest] = body.toString().split('.');
  const text = rest.join('.');
  return mac === macOf(key, text) ? JSON.parse(text) : null;
}

export const examplePage = {
  target: 'PAYBOX',
  flows: { CB: 'HOSTED_PAGE' },
  pageOf: 'Banque Exemple',
  firstInquiryMs: attemptLifetimeMs + 60_000,
  whyNotAsked: ({ apiUrl }: ExampleAccount) => (apiUrl ? null : 'the account has no API'),
  provesAlone: () => false,
  endsTransaction: () => false,
  contractOf: ({ shop }: ExampleAccount) => shop,
  attemptLifetimeMs,
  attemptIsSingleUse: true,
  missingPayerFields: () => [],
  refusals: () => [],
  sequenceCounter: () => null,
  buildForm: ({ account, payment, attempt }) => ({
    method: 'POST',
    url: 'https://bank.example/page',
    fields: {
      shop: account.shop,
      order: attempt.reference,
      mac: macOf(account.key, `${attempt.reference} ${payment.amountCents}`),
    },
    expiresAt: attempt.createdAt + attemptLifetimeMs,
  }),
  readNotification: ({ body }, accounts): NotificationReading => {
    for (const { idSociete, runMode, account } of accounts) {
      const read = readMessage(body, account);
      if (read === null) continue;
      const { order, amountCents } = read;
      const bankTransaction = `T-${order}`;
      const update = {
        ...({
          attemptReference: order,
          operation: 'DEBIT',
          status: 'PAID',
          bankStatus: 'TAKEN',
          bankCode: null,
        } as const),
        ...{ bankTransaction, amountCents, currency: '978', idSociete, runMode, testEvidence: null },
        ...{ tellsCapture: true, deduplicationKey: `${bankTransaction}:TAKEN` },
      };
      return { kind: 'AUTHENTIC', update };
    }
    return { kind: 'REJECTED', reason: 'no key made this message' };
  },
} satisfies Omit<HostedPageProvider<'PAYBOX'>, keyof AccountParts> & AccountParts;

/** The parts that take the account, which is the example's own. */
type AccountParts = {
  whyNotAsked(account: ExampleAccount): string | null;
  provesAlone(account: ExampleAccount, source: string): boolean;
  contractOf(account: ExampleAccount): string | null;
  buildForm(request: {
    readonly account: ExampleAccount;
    readonly payment: { readonly amountCents: number };
    readonly attempt: { readonly reference: string; readonly createdAt: number };
  }): ReturnType<HostedPageProvider<'PAYBOX'>['buildForm']>;
  readNotification(
    raw: Parameters<HostedPageProvider<'PAYBOX'>['readNotification']>[0],
    accounts: readonly {
      readonly idSociete: string;
      readonly runMode: 'TEST' | 'LIVE';
      readonly account: ExampleAccount;
    }[],
  ): NotificationReading;
};

export const exampleOperations: BankOperations<ExampleAccount> = {
  questionCounter: ({ shop }) => ({ name: `example:${shop}`, limit: 1000 }),
  perform: async ({ account, attempt, amountCents, kind, question }, call) => {
    const body = JSON.stringify({ kind, order: attempt.reference, amountCents, question });
    const { status } = await call({ bank: 'PAYBOX', url: account.apiUrl ?? '', headers: {}, body });
    if (status !== 200) return { outcome: 'REFUSED', bankCode: String(status), reason: 'the bank refused it' };
    return { outcome: 'DONE', bankTransaction: `R-${attempt.reference}`, bankCode: 'DONE' };
  },
  inquire: async () => ({ outcome: 'NONE' }),
};
