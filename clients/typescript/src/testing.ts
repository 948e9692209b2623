import type { Client } from './client.ts';
import { GetPaymentDocument, type GetPaymentQuery, type PaymentStatus } from './generated/graphql.ts';
import { pause } from './transport.ts';

export type SandboxOptions = {
  /** The gateway: `http://127.0.0.1:4000`. It must be a development deployment. */
  readonly url: string;
  readonly fetch?: typeof globalThis.fetch | undefined;
};

/** A payment, or its link. */
export type Payable = string | { readonly paymentUrl?: string | null | undefined };

export type FaultKind =
  | ('LOSE_NOTIFICATION' | 'DELAY_NOTIFICATION' | 'REPEAT_NOTIFICATION' | 'REORDER_NOTIFICATION')
  | ('TAMPER_NOTIFICATION' | 'FORGE_NOTIFICATION' | 'WRONG_AMOUNT')
  | ('TIME_OUT' | 'CUT_CONNECTION' | 'ANSWER_500' | 'ANSWER_HTML' | 'HALF_BODY');

/** What a simulated bank does wrong next. Members that are left out mean any, or once. */
export type SandboxFault = {
  readonly kind: FaultKind;
  readonly bank?: 'PAYBOX' | 'LABANQUEPOSTALE' | undefined;
  /** Of the attempt: `4K7M-9QXT-1`. */
  readonly reference?: string | undefined;
  readonly operation?: 'CAPTURE' | 'CANCEL' | 'REFUND' | 'INQUIRY' | undefined;
  readonly moment?: 'BEFORE' | 'AFTER' | undefined;
  readonly lasting?: boolean | undefined;
  readonly delayMs?: number | undefined;
};

export type Transfer = {
  /** The IBAN of the société. */
  readonly account: string;
  readonly amountCents: number;
  /** What the customer writes: the reference of the payment. */
  readonly reference: string;
  readonly manner?: 'STRUCTURED' | 'FREE_TEXT' | 'SPLIT' | 'END_TO_END' | 'MISSING' | 'WRONG' | undefined;
};

/** Plays the customer and the banks of a development deployment. For tests; run it on Node, Deno or Bun. */
export type Sandbox = {
  /** Pays on the bank's page: with a test card, or with an IBAN where the page asks for one. */
  readonly pay: (
    payable: Payable,
    entry?: { readonly card?: string | undefined; readonly iban?: string | undefined },
  ) => Promise<void>;
  /** The bank refuses. `code` is one that its page offers, the first if left out: `SandboxError` names them. */
  readonly refuse: (payable: Payable, options?: { readonly code?: string | undefined }) => Promise<void>;
  /** The customer gives up on the bank's page. */
  readonly cancel: (payable: Payable) => Promise<void>;
  readonly addFault: (fault: SandboxFault) => Promise<void>;
  readonly clearFaults: () => Promise<void>;
  /** Sends the notifications that a fault holds back. */
  readonly releaseNotifications: () => Promise<void>;
  /** The night comes, in which the card banks collect. */
  readonly night: () => Promise<void>;
  /** The company's bank ends its day: due debits are settled, returns come, a statement is written. */
  readonly nextDay: () => Promise<void>;
  /** A customer's transfer reaches the company's bank. */
  readonly transfer: (transfer: Transfer) => Promise<void>;
  /** The company's bank delivers its new documents to the gateway. */
  readonly deliverDocuments: (options?: { readonly key?: string | undefined }) => Promise<void>;
};

/** The simulator did not do what it was asked. */
export class SandboxError extends Error {
  override readonly name = 'SandboxError';
}

/** The code that each simulated challenge and mandate asks for. */
const challengeCode = '123456';

export function createSandbox(options: SandboxOptions): Sandbox {
  const base = `${options.url.replace(/\/+$/, '')}/sandbox`;
  const call = createCall(options);
  const json = async (method: string, path: string, body?: object): Promise<void> => {
    await call(`${base}${path}`, {
      method,
      ...(body && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    });
  };
  const press = async (payable: Payable, action: string, entry: Readonly<Record<string, string | undefined>> = {}) => {
    const page = await openBankPage(call, payable);
    const after = await submit(call, page, action, entry);
    const challenge = formIn(after);
    const asksForCode = challenge?.fields.some(([name]) => name === 'code');
    if (action === 'pay' && asksForCode) await submit(call, after, 'authenticate', { code: challengeCode });
    else if (/id="mistake"/.test(after.text)) throw new SandboxError('The bank does not take what was typed.');
  };
  return {
    pay: (payable, { card, iban } = {}) =>
      press(payable, 'pay', {
        card_number: card,
        security_code: card && (/^3[47]/.test(card) ? '1234' : '123'),
        iban,
      }),
    refuse: (payable, { code } = {}) => press(payable, 'refuse', { refusal_code: code }),
    cancel: (payable) => press(payable, 'cancel'),
    addFault: (fault) => json('POST', '/faults', fault),
    clearFaults: () => json('DELETE', '/faults'),
    releaseNotifications: () => json('POST', '/faults/release'),
    night: () => json('POST', '/night'),
    nextDay: () => json('POST', '/house-bank/next-day'),
    transfer: (transfer) => json('POST', '/house-bank/transfers', transfer),
    deliverDocuments: ({ key } = {}) => json('POST', '/house-bank/deliveries', { way: 'UPLOAD', ...(key && { key }) }),
  };
}

type Page = { readonly url: string; readonly text: string };
type Call = (url: string, init?: RequestInit) => Promise<Page>;

/** A refused entry is a page too: the simulators answer 422 with it. */
const createCall =
  ({ fetch = globalThis.fetch }: SandboxOptions): Call =>
  async (url, init) => {
    const response = await fetch(url, init);
    const text = await response.text();
    if (!response.ok && response.status !== 422) {
      throw new SandboxError(`${new URL(url).pathname} answered ${response.status}: ${text.slice(0, 200)}`);
    }
    return { url: response.url || url, text };
  };

async function openBankPage(call: Call, payable: Payable): Promise<Page> {
  const url = typeof payable === 'string' ? payable : payable.paymentUrl;
  if (!url) throw new SandboxError('The payment has no paymentUrl: its customer has nothing to do.');
  let page = await call(url);
  if (!formIn(page)) throw new SandboxError(`${url} leads to no bank: the payment is over, or is a transfer.`);
  // *Try again*, and the form that leads to the bank. Neither has a button with a name.
  for (let steps = 0; steps < 3 && formIn(page)?.actions.length === 0; steps++) page = await submit(call, page);
  return page;
}

/** Presses a button of the form on a page. What `entry` leaves out stays as the page fills it in. */
async function submit(
  call: Call,
  page: Page,
  action?: string,
  entry: Readonly<Record<string, string | undefined>> = {},
): Promise<Page> {
  const form = formIn(page);
  if (!form) throw new SandboxError(`There is no form on ${page.url}.`);
  if (action && !form.actions.includes(action)) {
    throw new SandboxError(`The page has no button ${action}, but ${form.actions.join(', ') || 'none'}.`);
  }
  const fields = new URLSearchParams(form.fields.map(([name, value]) => [name, entry[name] ?? value]));
  const { refusal_code: code } = entry;
  if (code !== undefined) {
    if (!form.choices.includes(code)) {
      throw new SandboxError(`The bank has no refusal ${code}, but ${form.choices.join(', ') || 'none'}.`);
    }
    fields.set('refusal_code', code);
  }
  if (action) fields.set('action', action);
  return call(new URL(form.action, page.url).href, { method: 'POST', body: fields });
}

/** The form that a page is about: its address, its fields as they are filled in, what its list offers, and its buttons. */
function formIn({ text }: Page) {
  const [, head = '', body = ''] = /<form\b([^>]*\bmethod="post"[^>]*)>(.*?)<\/form>/is.exec(text) ?? [];
  const action = attribute(head, 'action');
  if (action === null) return null;
  const tags = [...body.matchAll(/<(input|button)\b([^>]*)>/gi)].map(([, tag = '', attributes = '']) => ({
    tag: tag.toLowerCase(),
    name: attribute(attributes, 'name'),
    value: attribute(attributes, 'value') ?? '',
  }));
  return {
    action,
    fields: tags.flatMap(({ tag, name, value }): [string, string][] =>
      tag === 'input' && name !== null ? [[name, value]] : [],
    ),
    choices: [...body.matchAll(/<option\b([^>]*)>/gi)].map(([, attributes = '']) => attribute(attributes, 'value')),
    actions: tags.flatMap(({ tag, name, value }) => (tag === 'button' && name === 'action' ? [value] : [])),
  };
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

function attribute(text: string, name: string): string | null {
  const value = new RegExp(`(?:^|\\s)${name}="([^"]*)"`, 'i').exec(text)?.[1];
  return value?.replaceAll(/&(amp|lt|gt|quot|#39);/g, (_all, entity: string) => entities[entity] ?? '') ?? null;
}

/**
 * Waits until a payment has one of these statuses, and answers it.
 * @throws SandboxError after `timeoutMs` (default 30,000), with the status that it has then
 */
export async function waitForStatus(
  client: Pick<Client, 'execute'>,
  id: string,
  statuses: PaymentStatus | readonly PaymentStatus[],
  { timeoutMs = 30_000 }: { readonly timeoutMs?: number | undefined } = {},
): Promise<NonNullable<GetPaymentQuery['payment']>> {
  const wanted = [statuses].flat();
  const end = performance.now() + timeoutMs;
  for (let waitMs = 50; ; waitMs = Math.min(1000, waitMs * 2)) {
    const isLast = performance.now() >= end;
    const { payment } = await client.execute(GetPaymentDocument, { id });
    if (!payment) throw new SandboxError(`There is no payment ${id}.`);
    if (wanted.includes(payment.status)) return payment;
    if (isLast) {
      throw new SandboxError(`${id} is ${payment.status} after ${timeoutMs} ms, not ${wanted.join(' or ')}.`);
    }
    await pause(Math.max(0, Math.min(waitMs, end - performance.now())));
  }
}
