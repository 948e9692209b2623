import { callerAt } from '../config/clients.ts';
import type { Config } from '../config/config.ts';
import type { Identifiers } from '../kernel/identifiers.ts';
import { rulesOf, type Societe } from '../kernel/merchant.ts';
import { once } from '../kernel/once.ts';
import type { ClientAccess } from '../modules/approvals/decide-approval.ts';
import { debitsInDoubt, debitsRefusedInVain } from '../modules/bank-statements/exceptions/debits-in-doubt.ts';
import { createSchemaCheck } from '../modules/bank-statements/files/check-schema.ts';
import { readBankFile } from '../modules/bank-statements/files/read-bank-file.ts';
import { directDebitFlow } from '../modules/direct-debits/batches/plan-direct-debit.ts';
import { buildDirectDebitFile } from '../modules/direct-debits/files/direct-debit-file.ts';
import { createChangeWatch } from '../modules/live-changes/watch-changes.ts';
import { createListeners } from '../modules/payments/follow-payment.ts';
import type { BankCallOptions } from '../modules/payments/inquiry/bank-call.ts';
import { createUnverifiedKeeper } from '../modules/payments/notifications/keep-unverified.ts';
import type { BankCall } from '../modules/payments/operations/bank-operation.ts';
import type { Services } from '../modules/payments/ports.ts';
import type { HealthReport } from '../observability/health.ts';
import type { RecentRequests } from '../observability/recent-requests.ts';
import { createOperations, createProviders } from '../providers/registry.ts';
import type { SchemaContext } from '../schema/server/context.ts';
import type { CrashPoints } from './crash-points.ts';
import { createDoorServices } from './door-services.ts';
import { asPorts, createBooks, createEventHandlers, createWebhookEndpoints } from './event-handlers.ts';
import type { ExampleReceiver } from './example-receiver.ts';
import type { Store } from './store.ts';
import { createWebhookSending } from './webhook-sending.ts';

export type GatewayServices = Omit<SchemaContext['services'], 'store'> & {
  readonly store: Store;
  readonly noteRequest: RecentRequests['add'];
  /** Breaks off the webhooks that are under way. */
  readonly closeWebhooks: () => Promise<void>;
};

type Alerts = Pick<
  Services,
  'countUnknownCardBrand' | 'alertContradiction' | 'alertUnconfirmed' | 'numbersUsedUp' | 'refundOverCeiling'
>;

export type ServicesOptions = Pick<Services, 'isDown' | 'usesBackupPage' | 'countInitiation' | 'clock'> & {
  /** Left out: a command, which a person reads. */
  readonly alerts?: Alerts;
  readonly config: Config;
  readonly store: Store;
  readonly publicUrl: string;
  readonly identifiers: Identifiers;
  /** Those of a development deployment, where the config names none; null elsewhere. */
  readonly builtInSocietes: (() => ReadonlyMap<string, Societe>) | null;
  /** Left out: there is none. */
  readonly exampleReceiver?: ExampleReceiver | null;
  /** Left out: the gateway is no server. */
  readonly health?: () => Promise<HealthReport>;
  /** Called when there may be webhooks to deliver. */
  readonly announceWebhooks: () => void;
  /** Watches calls to banks. */
  readonly watchBankCall?: (call: BankCall) => BankCall;
  /** Left out: the usual ones. */
  readonly bankCallLimits?: Partial<BankCallOptions>;
  /** Left out: no hooks. */
  readonly crashPoints?: Pick<CrashPoints, 'aroundBank' | 'aroundWebhooks'> | null;
};

const usualLimits: BankCallOptions = {
  connectTimeoutMs: 3_000,
  deadlineMs: 15_000,
  maximumAnswerBytes: 1024 * 1024,
};

/** The HTTP client is loaded with the first call. */
function openBankCall(limits: BankCallOptions): BankCall {
  const opened = once(async () => (await import('../modules/payments/inquiry/bank-call.ts')).createBankCall(limits));
  return async (request) => (await opened())(request);
}

/** What the use cases call. The gateway and the command line use the same services. */
export function createServices(options: ServicesOptions): GatewayServices {
  const { config, store, publicUrl, clock, identifiers, isDown, usesBackupPage, countInitiation } = options;
  const { watchBankCall = (call) => call, crashPoints } = options;
  const listeners = createListeners(store);
  const webhooks = createWebhookEndpoints(config, options.exampleReceiver);
  const sending = createWebhookSending(config, clock);
  const aroundBank: CrashPoints['aroundBank'] = (bank) => crashPoints?.aroundBank(bank) ?? bank;
  let builtIn: ReadonlyMap<string, Societe> | null = null;
  const books = createBooks({ identifiers, clock, rulesOf: (of) => rulesOf(services)(of) });
  const services: GatewayServices = {
    store,
    providers: createProviders(),
    get societes() {
      builtIn ??= options.builtInSocietes?.() ?? null;
      const societes = config.societes ?? builtIn;
      if (!societes) throw new Error('the built-in sociétés need the sandbox banks');
      return societes;
    },
    clock,
    identifiers,
    console: () => config.console,
    ...clientAccess(options),
    get settings() {
      return settingsOf(config, publicUrl);
    },
    isDown,
    ...(usesBackupPage && { usesBackupPage }),
    readBankFile,
    get checkSchema() {
      const { schemaFolder } = config.bankFiles;
      return schemaFolder === null ? null : createSchemaCheck(schemaFolder);
    },
    keepUnverified: createUnverifiedKeeper({ store, clock, settings: () => config.notifications.unverified }),
    eventHandlers: createEventHandlers({ webhooks, identifiers, clock, books }),
    ...asPorts({ suspense: books.suspense, flows: { DIRECT_DEBIT: directDebitFlow } }),
    ...asPorts({ debitsInDoubt, debitsRefusedInVain }),
    announce: (paymentId) => {
      listeners.announce(paymentId);
      if (webhooks.all().length > 0) options.announceWebhooks();
    },
    buildDirectDebitFile,
    ...createDoorServices({ config, store, clock, health: options.health ?? null }, () => services),
    countInitiation,
    ...options.alerts,
    listeners,
    changes: createChangeWatch({ store, clock }),
    operations: createOperations(aroundBank),
    bankCall: watchBankCall(openBankCall({ ...usualLimits, ...options.bankCallLimits })),
    webhooks,
    sendWebhook: crashPoints?.aroundWebhooks(sending.sendWebhook) ?? sending.sendWebhook,
    announceWebhooks: options.announceWebhooks,
    closeWebhooks: sending.close,
  };
  return services;
}

function clientAccess({ config, clock }: Pick<ServicesOptions, 'config' | 'clock'>): ClientAccess {
  const clientOf = (name: string) => config.clients.find(({ caller }) => caller.client === name);
  return {
    callerOfClient: (name) => clientOf(name)?.caller ?? null,
    callerOfClientNow: (name) => {
      const client = clientOf(name);
      return client ? callerAt(client, clock()) : null;
    },
  };
}

function settingsOf(
  { deployment, rest, lifetimes, bankFiles }: Config,
  publicUrl: string,
): GatewayServices['settings'] {
  return {
    deployment,
    publicUrl,
    acceptsAnyTypePaiement: rest.acceptsAnyTypePaiement,
    repeatWindowMs: rest.repeatWindowMinutes * 60_000,
    hostedPageLifetimeMs: lifetimes.hostedPageHours * 3_600_000,
    bankTransferLifetimeMs: lifetimes.bankTransferDays * 86_400_000,
    confirmationMs: lifetimes.confirmationMinutes * 60_000,
    maximumBankFileBytes: bankFiles.maximumMegabytes * 1024 * 1024,
    // Never as soon as the transfer is awaited.
    bankTransferReminderDays: Math.min(lifetimes.bankTransferReminderDays, lifetimes.bankTransferDays - 1),
  };
}
