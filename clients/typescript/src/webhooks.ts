import { Webhook } from 'standardwebhooks';
import type { PaymentTarget } from './generated/graphql.ts';
import { type WebhookEventType, webhookEventTypes } from './generated/webhook-types.ts';

export type { WebhookEventType } from './generated/webhook-types.ts';

/** Ids, codes and amounts of a payment after an event. Nothing says who paid. */
export type PaymentData = {
  readonly payment_id: string;
  readonly reference: string;
  readonly status: PaymentStatusName;
  /** Cents, as text. */
  readonly amount: string;
  readonly currency: 'EUR';
  readonly payment_target: PaymentTarget;
  /** Real money moved only where this is `LIVE`. */
  readonly effective_run_mode: 'TEST' | 'LIVE' | 'FORCE_LIVE';
  readonly id_origin: string;
  readonly id_societe: string;
  readonly id_commande: string;
  readonly event_id: string;
  /** Rises within a payment. */
  readonly sequence: number;
  readonly due_date?: string | undefined;
  readonly rum?: string | undefined;
  readonly ics?: string | undefined;
  readonly refund?: RefundData | undefined;
};

export type RefundData = { readonly id: string; readonly amount: string; readonly status: RefundStatusName };

type PaymentStatusName =
  | ('REQUIRES_ACTION' | 'PENDING' | 'SUBMITTED' | 'AUTHORIZED' | 'PAID' | 'REFUSED' | 'CANCELLED' | 'EXPIRED')
  | ('FAILED' | 'RETURNED' | 'PARTIALLY_REFUNDED' | 'REFUNDED' | 'NEEDS_REVIEW');
type RefundStatusName = 'PENDING' | 'DONE' | 'REFUSED' | 'FAILED' | 'UNKNOWN' | 'NEEDS_REVIEW';

type Message<Type extends string, Data> = {
  /** The same at every try: process each id once. */
  readonly id: string;
  readonly type: Type;
  readonly timestamp: string;
  readonly data: Data;
};

type DataOf<Type extends WebhookEventType> = Type extends `refund.${string}`
  ? PaymentData & { readonly refund: RefundData }
  : Type extends 'payment.prenotified'
    ? PaymentData & { readonly due_date: string; readonly rum: string; readonly ics: string }
    : PaymentData;

/** A type that this version does not know: `originalType` names it. Answer 2xx. */
export type UnknownMessage = Message<'unknown', unknown> & { readonly originalType: string };

/** What a webhook brings, told apart by `type`. */
export type WebhookMessage =
  | { readonly [Type in WebhookEventType]: Message<Type, DataOf<Type>> }[WebhookEventType]
  | Message<'webhook.ping', { readonly endpoint: string }>
  | UnknownMessage;

/** The message is not of the gateway, or it is older or newer than five minutes. Answer 401. */
export class WebhookError extends Error {
  override readonly name = 'WebhookError';
}

type GivenHeaders = Headers | Readonly<Record<string, string | readonly string[] | undefined>>;

/**
 * Verifies a webhook over the bytes of its body, and reads it.
 * @param body as it came, before any parser
 * @param secrets `whsec_…`; several while a secret rotates
 * @throws WebhookError
 */
export function verify(
  body: string | Uint8Array,
  headers: GivenHeaders,
  secrets: string | readonly string[],
): WebhookMessage {
  const text = typeof body === 'string' ? body : decode(body);
  const signed = Object.fromEntries(
    ['webhook-id', 'webhook-timestamp', 'webhook-signature'].map((name) => [name, headerOf(headers, name)]),
  );
  // Before and after a rotation one of them is not set.
  const all = [secrets ?? []].flat().filter(Boolean);
  if (all.length === 0) throw new WebhookError('No secret is given.');
  let cause: unknown;
  for (const secret of all) {
    const webhook = webhookOf(secret);
    try {
      return messageOf(webhook.verify(text, signed));
    } catch (error) {
      cause = error;
    }
  }
  throw cause instanceof WebhookError ? cause : new WebhookError('The webhook cannot be verified.', { cause });
}

/** Whether the message is older than what you have. `known` is the highest `sequence` that you stored for the payment. */
export function isLate({ data }: { readonly data: Pick<PaymentData, 'sequence'> }, known: number | null): boolean {
  return known !== null && data.sequence <= known;
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (cause) {
    throw new WebhookError('The body must be the raw bytes (UTF-8) or text of the request, not parsed.', { cause });
  }
}

function webhookOf(secret: string): Webhook {
  try {
    return new Webhook(secret);
  } catch (cause) {
    throw new WebhookError('A secret is malformed.', { cause });
  }
}

function headerOf(headers: GivenHeaders, name: string): string {
  if (headers instanceof Headers) return headers.get(name) ?? '';
  const [, value] = Object.entries(headers).find(([written]) => written.toLowerCase() === name) ?? [];
  return typeof value === 'string' ? value : (value?.join(' ') ?? '');
}

const knownTypes: ReadonlySet<string> = new Set([...webhookEventTypes, 'webhook.ping']);

function messageOf(verified: unknown): WebhookMessage {
  const { type } = Object(verified) as { readonly type?: unknown };
  if (typeof type !== 'string') throw new WebhookError('The body has no type.');
  const message = verified as WebhookMessage;
  return knownTypes.has(type) ? message : { ...message, type: 'unknown', originalType: type, data: message.data };
}
