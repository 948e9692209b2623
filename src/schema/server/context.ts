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
  /** The answer is shown to a person, so that refusals are in its language. Left out: to a program, in English. */
  readonly isForPeople?: boolean;
  /** The `Last-Event-ID` header: the last event that a client has which connects to a stream again. */
  readonly lastEventId?: string | null;
  /** Receives the id of each event of a stream before the event is sent. Left out by a door without streams. */
  readonly nameEvent?: (id: string) => void;
  /** The value of the `Idempotency-Key` header, where a door reads it itself. */
  readonly idempotencyKeyHeader?: string | null;
  /** A script tag of any site may read the answer (JSONP), so that it holds nothing that the request did not say. */
  readonly isReadableAnywhere?: boolean;
  /** Whether the caller closed its connection. Left out: it waits for the answer. */
  readonly isCallerGone?: () => boolean;
};

/** How the legacy door reads a URL, and what it would do. */
export type ExplainedUrl = {
  /** `NO_OPERATION`: no URL of the door; `NO_INITIATION`: it asks for a status. */
  readonly kind: 'OPERATION' | 'NO_OPERATION' | 'NO_INITIATION';
  readonly fields: readonly {
    readonly name: string;
    readonly value: string;
    readonly from: 'path' | 'query' | 'body' | 'default';
  }[];
  readonly refusal: {
    readonly status: number;
    readonly code: string;
    readonly message: string;
    readonly fields: readonly { readonly name: string; readonly message: string }[];
  } | null;
  readonly answer: { readonly paymentId: string; readonly isRepeat: boolean; readonly runMode: string } | null;
  /** Of the mutation; null where the request cannot be bound. */
  readonly input: object | null;
};

export type LedgerReport = {
  readonly payments: number;
  readonly events: number;
  readonly anchors: number;
  readonly auditEntries: number;
  readonly problemCount: number;
  /** The first ones. */
  readonly problems: readonly { readonly kind: string; readonly place: string }[];
  readonly unanchored: number;
  /** `812:5f0c…`, to note down elsewhere. */
  readonly lastAnchor: string | null;
  readonly lastAuditAnchor: string | null;
};

export type VerifyLedger = (watch: {
  /** False: the caller left. */
  readonly isWanted: () => boolean;
  readonly progress: (counts: { readonly payments: number; readonly events: number }) => void;
}) => Promise<LedgerReport | null>;

export type LoggedRequest = {
  readonly id: string;
  readonly at: number;
  readonly method: string;
  readonly route: string;
  readonly client: string | null;
  readonly status: number;
  readonly isAborted: boolean;
  readonly durationMs: number;
};

/** What `src/app` fills in from parts that the schema does not import. */
export type DoorServices = {
  /** Rolls back what it would record. @param url path and query */
  readonly explainUrl: (caller: Caller, url: string) => Promise<ExplainedUrl>;
  /** Null where another verification runs. */
  readonly verifyLedger: VerifyLedger;
  readonly printedSettings: () => { readonly json: string; readonly remarks: readonly string[] };
  readonly health: () => Promise<{
    readonly reason: string | null;
    readonly version: string;
    readonly configDigest: string;
  }>;
  /** Newest first. */
  readonly requestLog: () => readonly LoggedRequest[];
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
