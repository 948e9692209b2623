import type { Caller } from '../../kernel/caller.ts';
import type { Transacting } from '../../kernel/transacting.ts';
import type * as accounting from '../../modules/accounting/ports.ts';
import type { ClientAccess } from '../../modules/approvals/decide-approval.ts';
import type * as auditLog from '../../modules/audit-log/ports.ts';
import type { BatchServices } from '../../modules/direct-debits/batches/create-batch.ts';
import type * as eventLog from '../../modules/event-log/ports.ts';
import type { ChangeReads } from '../../modules/live-changes/change-topic.ts';
import type { ChangeWatch } from '../../modules/live-changes/watch-changes.ts';
import type * as paymentLists from '../../modules/payment-lists/ports.ts';
import type { Listeners } from '../../modules/payments/follow-payment.ts';
import type { SameInitiation } from '../../modules/payments/initiation/same-initiation.ts';
import type { BankAccess } from '../../modules/payments/inquiry/provider-inquiry.ts';
import type { MaskFields } from '../../modules/payments/notifications/raw-message.ts';
import type { InitiationWrites } from '../../modules/payments/payment-store.ts';
import type * as people from '../../modules/people/ports.ts';
import type * as search from '../../modules/search/ports.ts';
import type * as webhooks from '../../modules/webhooks/ports.ts';
import type { WebhookServices } from '../../modules/webhooks/webhooks.ts';
import type { WorkloadReads } from '../../modules/workload/ports.ts';

/** A door's facts about a request. */
export type Context = {
  readonly caller: Caller;
  /**
   * The caller of the same request if it came now: null for an expired or removed key. Left out by doors whose answers
   * end at once.
   */
  readonly callerNow?: () => Caller | null;
  readonly door: 'graphql' | 'legacy';
  readonly requestId: string;
  readonly language: 'fr' | 'en';
  /** The `Last-Event-ID` header: the last event that a client has which connects to a stream again. */
  readonly lastEventId?: string | null;
  /** Receives the id of each event of a stream before the event is sent. Left out by a door without streams. */
  readonly nameEvent?: (id: string) => void;
  /** The value of the `Idempotency-Key` header, where a door reads it itself. */
  readonly idempotencyKeyHeader?: string | null;
  /** A script tag of any site may read the answer (JSONP), so that it holds nothing that the request did not say. */
  readonly isReadableAnywhere?: boolean;
};

/** What `src/app` fills in from parts that the schema does not import. */
export type DoorServices = {
  /** The mask of the log. */
  readonly maskFields: MaskFields;
  /** A URL of the legacy door that asks for the same payment. Null where no URL can. */
  readonly legacyUrlOf: (wanted: SameInitiation) => string | null;
};

/** The context of the resolvers: the request and the use cases' services. */
export type SchemaContext = Context & {
  readonly services: Omit<accounting.Services & WebhookServices, 'store'> & {
    readonly store: SchemaStore;
  } & BankAccess &
    DoorServices &
    Pick<BatchServices, 'buildDirectDebitFile'> & {
      readonly listeners: Listeners;
      readonly changes: ChangeWatch;
    } & Pick<people.Services, 'console'> &
    ClientAccess;
};

type SchemaStore = accounting.Reads &
  auditLog.Reads &
  eventLog.Reads &
  paymentLists.Reads &
  webhooks.Reads &
  InitiationWrites &
  WorkloadReads &
  ChangeReads &
  search.Reads &
  people.Reads &
  Transacting<people.Transaction & auditLog.Transaction & eventLog.Transaction & search.Transaction>;
