import type { Caller } from '../domain/caller.ts';
import type { Listeners } from '../use-cases/follow-payment.ts';
import type { Inquiries } from '../use-cases/refresh-payment.ts';
import type { Services } from '../use-cases/services.ts';

/** What a door knows of a request. */
export type Context = {
  readonly caller: Caller;
  readonly door: 'graphql' | 'legacy';
  readonly requestId: string;
  readonly language: 'fr' | 'en';
  /** The value of the `Idempotency-Key` header, where a door reads it itself. */
  readonly idempotencyKeyHeader?: string | null;
};

/** What the resolvers find: the request and the use cases' world. */
export type SchemaContext = Context & { readonly services: Services & Inquiries & { readonly listeners: Listeners } };
