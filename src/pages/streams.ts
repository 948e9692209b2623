import type { Request, Response } from 'express';
import type { Payment, PaymentEvent } from '../domain/payment.ts';
import { isFinal } from '../domain/vocabulary.ts';

const heartbeatMs = 15_000;
const maximumStreams = 1000;
const maximumStreamsPerPayment = 20;

type Follow = (paymentId: string, afterSequence: number) => AsyncIterableIterator<PaymentEvent>;

/** Server-sent events for the customer's page: the status now, then each change, until a final one. */
export function createStreams(followPayment: Follow): {
  /** False, and nothing is sent, where there are too many streams already. */
  readonly open: (payment: Payment, request: Request, response: Response) => boolean;
} {
  const perPayment = new Map<string, number>();
  let total = 0;

  const count = (id: string, by: 1 | -1): void => {
    total += by;
    const left = (perPayment.get(id) ?? 0) + by;
    if (left === 0) perPayment.delete(id);
    else perPayment.set(id, left);
  };

  return {
    open: (payment, request, response) => {
      if (total >= maximumStreams || (perPayment.get(payment.id) ?? 0) >= maximumStreamsPerPayment) return false;
      count(payment.id, 1);
      const events = followPayment(payment.id, lastSequenceOf(request, payment));
      const heartbeat = setInterval(() => response.write(': still there\n\n'), heartbeatMs);
      response.on('close', () => {
        clearInterval(heartbeat);
        count(payment.id, -1);
        void events.return?.();
      });
      response.status(200).set({
        'Content-Type': 'text/event-stream',
        'Cache-Control': 'no-store',
        'X-Accel-Buffering': 'no',
        'X-Content-Type-Options': 'nosniff',
      });
      void send(payment, events, response);
      return true;
    },
  };
}

async function send(payment: Payment, events: AsyncIterable<PaymentEvent>, response: Response): Promise<void> {
  try {
    response.write(message(payment.version, payment.status));
    if (!isFinal(payment.status)) {
      for await (const event of events) {
        response.write(message(event.sequence, event.status));
        if (isFinal(event.status)) break;
      }
    }
    response.end('event: end\ndata: {}\n\n');
  } catch {
    // The browser connects again by itself, and is told what it missed.
    response.destroy();
  }
}

const message = (sequence: number, status: PaymentEvent['status']): string =>
  `id: ${sequence}\nevent: status\ndata: ${JSON.stringify({ status, isFinal: isFinal(status), sequence })}\n\n`;

/** What a reconnecting browser has already; a new one is told what comes after the status that it is sent first. */
function lastSequenceOf(request: Request, payment: Payment): number {
  const last = request.get('Last-Event-ID');
  return last !== undefined && /^\d{1,9}$/.test(last) ? Math.min(Number(last), payment.version) : payment.version;
}
