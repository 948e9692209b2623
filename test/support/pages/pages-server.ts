import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import { Repeater } from '@repeaterjs/repeater';
import express from 'express';
import { createLanguageOf } from '../../../src/kernel/locale/language.ts';
import { endsUnpaid, type PaymentStatus } from '../../../src/kernel/vocabulary.ts';
import type { CustomerView } from '../../../src/modules/payments/attempts/customer-view.ts';
import type { OpenedAttempt } from '../../../src/modules/payments/attempts/open-attempt.ts';
import type { PaymentEvent } from '../../../src/modules/payments/events/payment-event.ts';
import type { Payment } from '../../../src/modules/payments/payment.ts';
import type { BankTransfer, RedirectForm } from '../../../src/modules/payments/provider.ts';
import { createPages } from '../../../src/pages/pages.ts';
import type { StreamLimits } from '../../../src/pages/streams.ts';
import { renderQrCode } from '../../../src/providers/milliet/epc-qr-code.ts';
import { serving } from '../http/serving.ts';
import { waitingPayment } from '../payments/example.ts';
import { changeFacts, entryFacts } from '../store/example-facts.ts';

/** The customer's pages on a real port, before a record that a test changes by hand. */
export type PagesServer = {
  readonly origin: string;
  readonly token: string;
  readonly payment: () => Payment;
  readonly change: (change: Partial<Payment>) => void;
  /** A part of a transfer came: the status stays. */
  readonly receivePart: (cents: number) => void;
  /** Changes the status as the use cases do: a new version, an event, and a call to the followers. */
  readonly turn: (status: PaymentStatus) => void;
  /** What the link opens; null is the bank's page being down. */
  readonly setForm: (form: RedirectForm | null) => void;
  /** Calls of `openAttempt` so far, by language. */
  readonly opened: readonly string[];
  /** The versions with which the button was pressed. */
  readonly presses: readonly number[];
  /** Whose share was used up, for each stream that was refused. */
  readonly refusedStreams: readonly string[];
  /** Who follows at the moment. */
  readonly followers: () => number;
  /** Lets the next reads of the payment wait until `release`. */
  readonly hold: () => { readonly isAsked: Promise<void>; readonly release: () => void };
  readonly failReads: () => void;
  readonly close: () => Promise<void>;
};

export const cardPayment = waitingPayment({
  id: 'pay_0198f3c2a1b27c3d8e4f5a6b7c8d9e0f',
  token: 'q3Zk0p1YtJmWf8vX2sLcAgT7',
  amountCents: 123_450,
  email: 'a.client@example.fr',
});

export const bankTransfer: BankTransfer = {
  iban: 'FR1420041010050500013M02606',
  bic: 'PSSTFRPPPAR',
  creditorName: 'J. MILLIET BBC',
  reference: 'RF184K7M9QXT',
  amountCents: 123_450,
  qrCodeSvg: renderQrCode(
    'BCD\n002\n1\nSCT\n\nJ. MILLIET BBC\nFR1420041010050500013M02606\nEUR1234.50\n\nRF184K7M9QXT',
  ),
};

export const transferPayment: Partial<Payment> = {
  paymentTarget: 'MILLIET',
  paymentType: 'SEPA',
  typePaiement: 'SEPA',
  flow: 'BANK_TRANSFER',
};

/** As a bank's form may be: accents, quotes, entities, `+`, `%20`, an empty value, names of DOM members. */
export const trickyFields: RedirectForm['fields'] = {
  PBX_SITE: '1999888',
  PBX_TOTAL: '123450',
  PBX_BILLING: '<?xml version="1.0" encoding="utf-8"?><Billing><FirstName>Zoë &amp; Léa</FirstName></Billing>',
  PBX_CMD: `O'Neil "45012" <script>alert(1)</script>`,
  PBX_PORTEUR: 'a.client+essai@example.fr',
  vads_ext: 'déjà%20vu&lt;é€',
  vads_empty: '',
  submit: ' not a method ',
  PBX_HMAC: 'A1B2C3',
};

type Options = {
  readonly payment?: Partial<Payment>;
  readonly societeName?: string;
  readonly refundedCents?: number;
  readonly customerPages?: CustomerView['customerPages'];
  readonly paidAt?: number | null;
  readonly mayBePaidSince?: boolean;
  readonly retry?: CustomerView['retry'];
  /** What the button of the page opens; left out: what the link opens. */
  readonly retried?: 'AS_IT_IS' | 'TOO_MANY';
  readonly streamLimits?: Partial<StreamLimits>;
};

/** The record of one payment: what the pages ask of it, and how a test changes it. */
function createRecord({
  payment: change = {},
  societeName = 'J. Milliet BBC',
  refundedCents = 0,
  customerPages = {},
  paidAt = null,
  mayBePaidSince = false,
  retry = 'NO',
}: Options) {
  let payment: Payment = { ...cardPayment, ...change };
  let receivedCents = 0;
  let held: { asked: () => void; released: Promise<void> } | null = null;
  let failsReads = false;
  const events: PaymentEvent[] = [];
  const listeners = new Set<() => void>();
  const wake = (): void => {
    for (const listener of listeners) listener();
  };
  return {
    payment: () => payment,
    transfer: (): BankTransfer => ({ ...bankTransfer, amountCents: bankTransfer.amountCents - receivedCents }),
    subject: async (token: string): Promise<CustomerView | null> => {
      held?.asked();
      await held?.released;
      if (token !== payment.token) return null;
      const known = {
        paidAt,
        mayBePaidSince: mayBePaidSince && endsUnpaid(payment.status),
        retry,
        isInDoubt: retry === 'DOUBT',
      };
      return { payment, societeName, customerPages, refundedCents, receivedCents, ...known };
    },
    follow: (afterSequence: number) => follow(events, listeners, afterSequence, () => failsReads),
    change: (fields: Partial<Payment>): void => {
      payment = { ...payment, ...fields };
    },
    turn: (status: PaymentStatus): void => {
      payment = { ...payment, status, version: payment.version + 1 };
      events.push(eventOf(payment));
      wake();
    },
    receivePart: (cents: number): void => {
      receivedCents += cents;
      payment = { ...payment, version: payment.version + 1 };
      const data = { ...entryFacts, bookedCents: cents, receivedCents, reason: 'UNDERPAID' } as const;
      events.push({ ...eventOf(payment), type: 'MONEY_RECEIVED', data });
      wake();
    },
    followers: () => listeners.size,
    hold: () => {
      const isAsked = Promise.withResolvers<void>();
      const released = Promise.withResolvers<void>();
      held = { asked: isAsked.resolve, released: released.promise };
      const release = (): void => {
        held = null;
        released.resolve();
      };
      return { isAsked: isAsked.promise, release };
    },
    failReads: (): void => {
      failsReads = true;
      wake();
    },
  };
}

export async function startPages({ retried, streamLimits, ...options }: Options = {}): Promise<PagesServer> {
  const { subject, transfer, follow: followRecord, ...record } = createRecord(options);
  const { payment } = record;
  let form: RedirectForm | null = null;
  const opened: string[] = [];
  const presses: number[] = [];
  const refusedStreams: string[] = [];

  const openAttempt = async (token: string, language: 'fr' | 'en'): Promise<OpenedAttempt | null> => {
    const found = await subject(token);
    if (found === null) return null;
    opened.push(language);
    if (payment().status !== 'REQUIRES_ACTION') return { ...found, kind: 'OUTCOME' };
    if (payment().flow === 'BANK_TRANSFER') return { ...found, kind: 'TRANSFER', bankTransfer: transfer() };
    return form ? { ...found, kind: 'FORM', form, pageOf: 'Paybox (Verifone)' } : { ...found, kind: 'UNAVAILABLE' };
  };
  const app = express().disable('x-powered-by');
  app.use(
    createPages({
      viewPayment: async (token) => {
        const found = await subject(token);
        const waits = payment().flow === 'BANK_TRANSFER' && payment().status === 'REQUIRES_ACTION';
        return found && { ...found, bankTransfer: waits ? transfer() : null };
      },
      useUpForm: async () => {},
      openAttempt,
      tryAgain: async ({ token, seenVersion, language }) => {
        presses.push(seenVersion);
        const found = await subject(token);
        if (found === null) return null;
        if (retried === 'AS_IT_IS') return { kind: retried };
        if (retried === 'TOO_MANY') return { ...found, kind: retried };
        record.change({ status: 'REQUIRES_ACTION' });
        return openAttempt(token, language);
      },
      followPayment: (_paymentId, afterSequence) => followRecord(afterSequence),
      randomNonce: () => randomBytes(16).toString('base64'),
      languageOf: createLanguageOf('fr'),
      countRefusedStream: (reason) => refusedStreams.push(reason),
      addressOf: ({ headers }) => String(headers['x-test-address']),
      ...(streamLimits && { streamLimits }),
    }),
  );
  const { url: origin, close } = await serving(createServer(app));
  return {
    ...record,
    ...{ origin, close },
    token: payment().token,
    setForm: (next) => {
      form = next;
    },
    ...{ opened, presses, refusedStreams },
  };
}

const eventOf = ({ id, version, status }: Payment): PaymentEvent => ({
  id: `evt_${String(version).padStart(32, '0')}`,
  paymentId: id,
  type: 'STATUS_CHANGED',
  status,
  at: 0,
  data: { from: 'REQUIRES_ACTION', ...changeFacts.BANK_NEWS },
  sequence: version,
});

function follow(
  events: readonly PaymentEvent[],
  listeners: Set<() => void>,
  afterSequence: number,
  fails: () => boolean,
): AsyncIterableIterator<PaymentEvent> {
  return new Repeater<PaymentEvent>(async (push, stop) => {
    let sequence = afterSequence;
    let wake = (): void => undefined;
    const listener = (): void => wake();
    listeners.add(listener);
    let isStopped = false;
    void stop.then(() => {
      isStopped = true;
      listeners.delete(listener);
      wake();
    });
    while (!isStopped) {
      if (fails()) throw new Error('the record cannot be read');
      const next = events[sequence - cardPayment.version];
      if (next === undefined) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      } else {
        sequence = next.sequence;
        await push(next);
      }
    }
  });
}
