import type { Response } from 'express';
import { endsUnpaid, isFinal } from '../kernel/vocabulary.ts';
import type { PaymentEvent } from '../modules/payments/events/payment-event.ts';
import type { Payment } from '../modules/payments/payment.ts';
import { createStreamCount, type StreamOwner, type StreamRefusal, type StreamShares } from './stream-shares.ts';

export type StreamLimits = StreamShares & {
  readonly heartbeatMs: number;
  /** Then the browser reconnects, and its link's right is checked again. */
  readonly longestMs: number;
};

export const defaultStreamLimits: StreamLimits = {
  total: 1000,
  perLink: 20,
  perAddress: null,
  perClient: 750,
  heartbeatMs: 15_000,
  longestMs: 3_600_000,
};

/** The events after a sequence, then each new one. `return()` ends it and removes its listener. */
export type FollowPayment = (paymentId: string, afterSequence: number) => AsyncIterableIterator<PaymentEvent>;

export type Streams = {
  /** The share of the streams that is used up; null where there is room for one more. */
  readonly refusalOf: (payment: Payment, address: string) => StreamRefusal | null;
  /**
   * Sends the payment's status, or the changes since `lastEventId`, then each change until a final one. Resolves when
   * the stream has ended, from either side; rejects where the events cannot be read.
   */
  readonly send: (payment: Payment, reader: StreamReader, response: Response) => Promise<void>;
};

export type StreamReader = {
  /** Where it reads from; its streams are counted under this. */
  readonly address: string;
  readonly lastEventId: string | undefined;
  /** A refusal does not end it: the customer has paid since, says the bank's page. */
  readonly awaitsMoney: boolean;
};

/** The query of such a reader. */
export const awaitsMoney = 'awaits=money';

/** Server-sent events for the customer's page. */
export function createStreams(followPayment: FollowPayment, limits: StreamLimits): Streams {
  const count = createStreamCount(limits);
  const ownerOf = ({ id, client }: Payment, address: string): StreamOwner => ({ link: id, address, client });
  return {
    refusalOf: (payment, address) => count.refusalOf(ownerOf(payment, address)),
    send: async (payment, { lastEventId, awaitsMoney, address }, response) => {
      // A reader that left during the lookup emits no further close event, so the stream would never end.
      if (response.closed || response.destroyed) return;
      const heartbeat = setInterval(() => beat(response), limits.heartbeatMs);
      // Without the message `end`: after it a browser would not reconnect.
      const lastCall = setTimeout(() => response.end(), limits.longestMs);
      lastCall.unref();
      const release = count.take(ownerOf(payment, address));
      try {
        begin(response);
        const seen = sequenceSeen(lastEventId, payment.version);
        const isPresent = seen === payment.version;
        const ends = awaitsMoney ? holdsOrHeld : isFinal;
        if (isPresent) await write(response, message(payment.version, payment.status));
        if (!(isPresent && ends(payment.status)))
          await sendChanges(followPayment(payment.id, seen), payment, ends, response);
        if (!response.destroyed && !response.writableEnded) response.end('event: end\ndata: {}\n\n');
      } finally {
        clearInterval(heartbeat);
        clearTimeout(lastCall);
        release();
      }
    },
  };
}

function begin(response: Response): void {
  response.status(200).set({
    'Content-Type': 'text/event-stream; charset=utf-8',
    'Cache-Control': 'no-store',
    'X-Accel-Buffering': 'no',
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
  });
  response.flushHeaders();
}

/**
 * A final status ends the stream only if it is the payment's current one. Missed events may include a refusal before
 * another try.
 */
async function sendChanges(
  events: ReturnType<FollowPayment>,
  { version }: Payment,
  ends: (status: PaymentEvent['status']) => boolean,
  response: Response,
): Promise<void> {
  const leave = (): void => void events.return?.();
  if (response.destroyed) leave();
  else response.once('close', leave);
  for await (const event of events) {
    await write(response, message(event.sequence, event.status));
    if (ends(event.status) && event.sequence >= version) return;
  }
}

/** A payment that ended otherwise may still be reported as paid by the bank. */
const holdsOrHeld = (status: PaymentEvent['status']): boolean => isFinal(status) && !endsUnpaid(status);

/** Writes no more than the browser takes: resolves when it has room for the next, or has left. */
async function write(response: Response, text: string): Promise<void> {
  if (response.destroyed || response.writableEnded || response.write(text)) return;
  await new Promise<void>((resolve) => {
    const goOn = (): void => {
      response.off('drain', goOn).off('close', goOn);
      resolve();
    };
    response.once('drain', goOn).once('close', goOn);
  });
}

/** Shows proxies that the stream lives, and drops a slow reader: it reconnects and gets what it missed. */
function beat(response: Response): void {
  if (response.writableNeedDrain || response.writableEnded) response.destroy();
  else if (!response.destroyed) response.write(': still there\n\n');
}

const message = (sequence: number, status: PaymentEvent['status']): string =>
  `id: ${sequence}\nevent: status\ndata: ${JSON.stringify({ status, isFinal: isFinal(status), sequence })}\n\n`;

/** Up to where a browser that connects again has the events; a new one needs none but the present. */
function sequenceSeen(lastEventId: string | undefined, version: number): number {
  const isSequence = lastEventId !== undefined && /^\d{1,9}$/.test(lastEventId);
  return isSequence ? Math.min(Number(lastEventId), version) : version;
}
