import type { Caller, Scope } from '../../../src/kernel/caller.ts';
import { capabilities } from '../../../src/modules/payments/capabilities.ts';
import { maySee as maySeeOn } from '../../../src/modules/payments/may-see.ts';
import type { Payment } from '../../../src/modules/payments/payment.ts';
import { may } from './powers.ts';

/**
 * Every field of the schema's three roots: how it is asked about a payment of another client's (`owner`: PAYBOX, LIVE,
 * origin `web`, société `1`), and what each caller must be answered. **A new field needs one line in `operations`.**
 */

export type Subject = Pick<
  Payment,
  'id' | 'reference' | 'idCommande' | 'client' | 'idSociete' | 'idOrigin' | 'paymentTarget' | 'effectiveRunMode'
>;

/** The gateway that is asked is a production deployment. */
export const maySee = (caller: Caller, subject: Subject): boolean =>
  maySeeOn({ settings: { deployment: 'production' } }, caller, subject);

export type Operation = {
  /** The field with its arguments and selection. */
  readonly field: (subject: Subject) => string;
  /** What `data` holds under the field's name, exactly, or an error's code where there is no data. */
  readonly answer: (caller: Caller, subject: Subject) => unknown;
  /**
   * Whether the caller learns anything of the payment; where not, the answer must be the same as about an unknown one.
   * Left out: the field is about no payment that is there.
   */
  readonly reveals?: (caller: Caller, subject: Subject) => boolean;
};

/** In the place of `data` for a field that fails: the code of its error. */
export class ErrorCode {
  readonly code: string;
  constructor(code: string) {
    this.code = code;
  }
}

const notAllowed = (path: readonly string[] | null = null) => ({
  __typename: 'NotAllowedError',
  code: 'NOT_ALLOWED',
  path,
  retryAdvice: 'DO_NOT_RETRY',
});
const unknown = { __typename: 'InvalidInputError', code: 'INVALID_INPUT', path: ['id'], retryAdvice: 'FIX_INPUT' };
const anyError = '... on PaymentError { code path retryAdvice }';

/** A payment, or null, by something that names it. */
const reads = (field: Operation['field']): Operation => ({
  field,
  answer: (caller, subject) => (maySee(caller, subject) ? { id: subject.id } : null),
  reveals: maySee,
});

/** A connection in which the payment is the only one that could be. */
const lists = (field: Operation['field']): Operation => ({
  field,
  answer: (caller, subject) => ({ edges: maySee(caller, subject) ? [{ node: { id: subject.id } }] : [] }),
  reveals: maySee,
});

/**
 * Does something with a payment, which takes a scope and the right to see it; `entitled` is what the right client is
 * answered. A payment that is not seen is an unknown one.
 * @param whose `OWN`: one that is seen and another client's takes the scope `allPayments`
 */
const changes = (
  needs: readonly Scope[],
  whose: 'ANY' | 'OWN',
  call: (subject: Subject) => string,
  entitled: object,
): Operation => {
  const mayCall = (caller: Caller): boolean => needs.some((power) => may(caller, power));
  return {
    field: (subject) => `${call(subject)} { __typename ${anyError} }`,
    answer: (caller, subject) => {
      if (!mayCall(caller)) return notAllowed();
      if (!maySee(caller, subject)) return unknown;
      if (!caller.runModes.has('LIVE')) return notAllowed(['id']);
      if (caller.keylessRefusal && !needs.includes('refresh')) return notAllowed();
      const isTheirs = whose === 'ANY' || caller.client === subject.client || may(caller, 'allPayments');
      return isTheirs ? entitled : notAllowed(['id']);
    },
    reveals: (caller, subject) => mayCall(caller) && maySee(caller, subject),
  };
};
const notPossible = (path: string) => ({
  __typename: 'OperationNotPossibleError',
  code: 'OPERATION_NOT_POSSIBLE',
  path: [path],
  retryAdvice: 'DO_NOT_RETRY',
});

const noMandate = `mdt_${'0'.repeat(32)}`;

/** About an absent mandate: only a caller with the scope learns that it is absent. */
const ofMandates = (field: string, answer: unknown, without: unknown = notAllowed()): Operation => ({
  field: () => field,
  answer: ({ scopes }) => (scopes.has('mandates') ? answer : without),
});
const changesMandate = (name: string, more = ''): Operation =>
  ofMandates(`${name}(input: { id: "${noMandate}"${more} }) { __typename ${anyError} }`, unknown);

const createsMandate: Operation = {
  field: () => `createMandate(input: { idSociete: "1", idClient: "7", runMode: LIVE, scheme: CORE,
    debtor: { name: "A", iban: "FR7630006000011234567890189" } }) { __typename ${anyError} }`,
  answer: ({ scopes, runModes, societes, targets, keylessRefusal }) => {
    if (!scopes.has('mandates')) return notAllowed();
    if (!runModes.has('LIVE')) return notAllowed(['runMode']);
    if (keylessRefusal) return notAllowed();
    if (societes?.has('1') === false) return notAllowed(['idSociete']);
    return targets?.has('MILLIET') === false ? notAllowed() : { __typename: 'CreateMandateSuccess' };
  },
};

const noBatch = `bat_${'0'.repeat(32)}`;
const ofBatches = (field: string, answer: unknown, without: unknown = notAllowed()): Operation => ({
  field: () => field,
  answer: (caller) => (may(caller, 'batches') ? answer : without),
});
const createsBatch: Operation = {
  field: () => `createDirectDebitBatch(input: { idSociete: "1", runMode: LIVE, cutOff: "2020-01-01" })
    { __typename ${anyError} ... on CreateDirectDebitBatchSuccess { batches { id } } }`,
  answer: (caller) => {
    const { runModes, societes, targets } = caller;
    if (!may(caller, 'batches')) return notAllowed();
    if (!runModes.has('LIVE')) return notAllowed(['runMode']);
    if (caller.keylessRefusal) return notAllowed();
    if (societes?.has('1') === false) return notAllowed(['idSociete']);
    if (targets?.has('MILLIET') === false) return notAllowed();
    return { __typename: 'CreateDirectDebitBatchSuccess', batches: [] };
  },
};

const follows = (field: Operation['field']): Operation => ({
  field,
  answer: (caller, subject) => (maySee(caller, subject) ? { type: 'INITIATED' } : new ErrorCode('NOT_FOUND')),
  reveals: maySee,
});

/** The first thing that a caller is refused for, in the order in which the gateway looks. */
function refusalOfInitiation({ scopes, origins, societes, targets, runModes }: Caller): object | null {
  if (!scopes.has('initiate')) return notAllowed();
  if (origins && !origins.has('web')) return notAllowed(['idOrigin']);
  if (societes && !societes.has('1')) return notAllowed(['idSociete']);
  if (targets && !targets.has('PAYBOX')) return notAllowed(['paymentTarget']);
  return runModes.has('LIVE') ? null : notAllowed(['paymentRunMode']);
}

/** About the caller's own webhooks: it has none, and an absent one looks like another client's. */
const ofOwnWebhooks = (call: string, path: readonly string[]): Operation => ({
  field: () => `${call} { __typename ${anyError} }`,
  answer: (caller) => (may(caller, 'replay') ? { ...unknown, path } : notAllowed()),
});

const initiation: Operation = {
  field: ({ idCommande }) => `initiatePayment(input: {
    paymentTarget: PAYBOX, paymentRunMode: LIVE, paymentType: CB, idOrigin: "web", idSociete: "1", idClient: "2263",
    idCommande: "${idCommande}", amount: 1250, email: "a.client@example.fr"
  }) { __typename ${anyError} ... on InitiatePaymentSuccess { payment { effectiveRunMode } replayed } }`,
  answer: (caller) =>
    refusalOfInitiation(caller) ?? {
      __typename: 'InitiatePaymentSuccess',
      payment: { effectiveRunMode: 'LIVE' },
      replayed: false,
    },
};

/** Of a customer of société 1, whose entry is the back office's to write. */
const directory = (call: (key: string) => string, entitled: object): Operation => ({
  field: ({ idCommande }) => `${call(`idSociete: "1", idClient: "${idCommande}"`)} { __typename ${anyError} }`,
  answer: (caller) => {
    const { societes } = caller;
    if (!may(caller, 'customers')) return notAllowed();
    return societes?.has('1') === false ? notAllowed(['idSociete']) : entitled;
  },
});

/** The books of a société, which hold what came in through every origin and target. */
const refusalOfBooks = (caller: Caller): object | null => {
  const { societes, runModes } = caller;
  if (!may(caller, 'accounting')) return notAllowed();
  if (societes && !societes.has('1')) return notAllowed(['idSociete']);
  return runModes.has('LIVE') || runModes.has('FORCE_LIVE') ? null : notAllowed(['runMode']);
};

/** By this scope, for the target MILLIET. */
const atBank =
  (power: Scope) =>
  (call: string, entitled: object): Operation => ({
    field: () => `${call} { __typename ${anyError} }`,
    answer: (caller) => (may(caller, power) && caller.targets?.has('MILLIET') !== false ? entitled : notAllowed()),
  });
const bankFiles = atBank('bankFiles');

const cancelled = { __typename: 'CancelPaymentSuccess' };
const cancelsSomething = changes(
  ['cancel', 'book'],
  'OWN',
  ({ id }) => `cancelPayment(input: { id: "${id}" })`,
  cancelled,
);
/** A client that only books is refused for a payment that is no booking. */
const cancels: Operation = {
  ...cancelsSomething,
  answer: (caller, subject) => {
    const answer = cancelsSomething.answer(caller, subject);
    return answer === cancelled && !may(caller, 'cancel') ? notAllowed() : answer;
  },
};

export const operations: Readonly<Record<string, Operation>> = {
  'Query.payment': reads(({ id }) => `payment(id: "${id}") { id }`),
  'Query.paymentByReference': reads(({ reference }) => `paymentByReference(reference: "${reference}") { id }`),
  'Query.node': reads(({ id }) => `node(id: "${id}") { id }`),
  'Query.payments': lists(
    ({ idCommande }) => `payments(filter: { idCommande: "${idCommande}" }) { edges { node { id } } }`,
  ),
  // The combinations of a société are visible to every caller that may initiate for it.
  'Query.paymentCapabilities': {
    field: () => 'paymentCapabilities(idSociete: "1") { paymentTarget paymentType }',
    answer: ({ societes }) =>
      societes?.has('1') === false
        ? []
        : capabilities.map(({ paymentTarget, paymentType }) => ({ paymentTarget, paymentType })),
  },
  // `test/modules/customers/rights.test.ts` covers existing entries; these ask about an absent one.
  'Query.customer': {
    field: ({ reference }) => `customer(idSociete: "1", idClient: "${reference}") { idClient }`,
    answer: () => null,
  },
  'Query.customers': {
    field: ({ reference }) =>
      `customers(idSociete: "1", first: 1, after: "1/zzz ${reference}") { edges { node { idClient } } }`,
    answer: () => ({ edges: [] }),
  },
  'Mutation.upsertCustomer': directory((key) => `upsertCustomer(input: { ${key}, city: "Paris" })`, {
    __typename: 'UpsertCustomerSuccess',
  }),
  'Mutation.removeCustomer': directory((key) => `removeCustomer(input: { ${key} })`, {
    __typename: 'RemoveCustomerSuccess',
  }),
  'Query.journalEntries': {
    field: () => `journalEntries(idSociete: "1", runMode: LIVE) {
      __typename ${anyError} ... on JournalEntryConnection { edges { node { id } } }
    }`,
    answer: (caller) => refusalOfBooks(caller) ?? { __typename: 'JournalEntryConnection', edges: [] },
  },
  'Query.bankReconciliation': {
    field: () => `bankReconciliation(idSociete: "1", runMode: LIVE, from: "2026-01-01", to: "2026-01-31") {
      __typename ${anyError} ... on BankReconciliation { maskedIban }
    }`,
    // The IBAN stands in this config for both modes: it belongs to neither.
    answer: (caller) =>
      refusalOfBooks(caller) ?? {
        ...{ __typename: 'InvalidInputError', code: 'INVALID_INPUT', path: ['idSociete'], retryAdvice: 'FIX_INPUT' },
      },
  },
  'Query.trialBalance': {
    field: () => `trialBalance(idSociete: "1", runMode: LIVE, from: "2026-01-01", to: "2026-01-31") {
      __typename ${anyError} ... on TrialBalance { isComplete }
    }`,
    answer: (caller) => refusalOfBooks(caller) ?? { __typename: 'TrialBalance', isComplete: true },
  },
  'Mutation.initiatePayment': initiation,
  // No payment has an entry here, so that it is unknown to the right client, too.
  'Mutation.reverseJournalEntry': {
    field: ({ id }) => `reverseJournalEntry(input: { id: "${id.replace('pay_', 'jrn_')}", reason: "essai" }) {
      __typename ${anyError}
    }`,
    answer: (caller) => (may(caller, 'accounting') ? unknown : notAllowed()),
  },
  // The bank has no server, so that the right client learns that it did not answer.
  'Mutation.refreshPayment': changes(['refresh'], 'ANY', ({ id }) => `refreshPayment(id: "${id}")`, {
    __typename: 'ProviderUnavailableError',
    code: 'PROVIDER_UNAVAILABLE',
    path: null,
    retryAdvice: 'RETRY_SAME_KEY',
  }),
  'Query.directDebitBatch': ofBatches(`directDebitBatch(id: "${noBatch}") { id }`, null, null),
  'Query.directDebitBatches': ofBatches('directDebitBatches { edges { node { id } } }', { edges: [] }, { edges: [] }),
  'Mutation.createDirectDebitBatch': createsBatch,
  'Mutation.cancelDirectDebitBatch': ofBatches(
    `cancelDirectDebitBatch(input: { id: "${noBatch}" }) { __typename ${anyError} }`,
    unknown,
  ),
  'Mutation.markDirectDebitBatchSubmitted': ofBatches(
    `markDirectDebitBatchSubmitted(input: { id: "${noBatch}" }) { __typename ${anyError} }`,
    unknown,
  ),
  'Query.mandate': ofMandates(`mandate(id: "${noMandate}") { id }`, null, null),
  'Query.mandates': ofMandates(
    'mandates(filter: { idClient: "nobody" }) { edges { node { id } } }',
    { edges: [] },
    { edges: [] },
  ),
  'Mutation.createMandate': createsMandate,
  'Mutation.signMandate': changesMandate('signMandate', ', signedOn: "2025-01-15", method: "PAPER"'),
  'Mutation.activateMandate': changesMandate('activateMandate'),
  'Mutation.suspendMandate': changesMandate('suspendMandate'),
  'Mutation.resumeMandate': changesMandate('resumeMandate'),
  'Mutation.revokeMandate': changesMandate('revokeMandate'),
  'Mutation.amendMandate': changesMandate('amendMandate'),
  'Query.webhookEndpoints': { field: () => 'webhookEndpoints { name }', answer: () => [] },
  'Query.webhookDeliveries': {
    field: ({ id }) => `webhookDeliveries(filter: { paymentId: "${id}" }) { edges { node { id } } }`,
    answer: () => ({ edges: [] }),
  },
  'Mutation.replayWebhookDelivery': ofOwnWebhooks(`replayWebhookDelivery(input: { id: "msg_${'0'.repeat(32)}" })`, [
    'id',
  ]),
  'Mutation.replayWebhooks': ofOwnWebhooks(
    'replayWebhooks(input: { endpoint: "shop", from: "2026-11-01T00:00:00Z", to: "2026-12-01T00:00:00Z" })',
    ['endpoint'],
  ),
  'Mutation.pingWebhookEndpoint': ofOwnWebhooks('pingWebhookEndpoint(input: { endpoint: "shop" })', ['endpoint']),
  // `test/modules/payments/replay-notification.test.ts` covers existing messages; these ask about an absent one.
  'Query.notifications': {
    field: ({ id }) => `notifications(filter: { payment: "${id}" }) { edges { node { id } } }`,
    answer: () => ({ edges: [] }),
  },
  'Mutation.replayNotification': {
    field: () => `replayNotification(input: { id: "ntf_${'0'.repeat(32)}" }) { __typename ${anyError} }`,
    answer: (caller) => (may(caller, 'replay') ? unknown : notAllowed()),
  },
  'Query.bankFile': {
    field: () => `bankFile(id: "bkf_${'0'.repeat(32)}") { id }`,
    answer: () => null,
  },
  // What is there is tried in `test/modules/bank-statements/doors.test.ts`; on this gateway there is nothing.
  'Query.bankFiles': { field: () => 'bankFiles(first: 1) { edges { node { id } } }', answer: () => ({ edges: [] }) },
  'Query.bankExceptions': {
    field: () => 'bankExceptions(first: 1) { edges { node { id } } }',
    answer: () => ({ edges: [] }),
  },
  'Mutation.importBankFile': bankFiles('importBankFile(input: { name: "a.xml", content: "!" })', {
    ...unknown,
    path: ['content'],
  }),
  'Mutation.confirmBankFile': bankFiles(`confirmBankFile(input: { id: "bkf_${'0'.repeat(32)}" })`, unknown),
  'Mutation.rejectBankFile': bankFiles(
    `rejectBankFile(input: { id: "bkf_${'0'.repeat(32)}", reason: "none" })`,
    unknown,
  ),
  'Mutation.raiseBankEntry': atBank('decide')(`raiseBankEntry(input: { id: "bke_${'0'.repeat(32)}" })`, unknown),
  'Mutation.resolveBankException': atBank('decide')(
    `resolveBankException(input: { id: "bkx_${'0'.repeat(32)}", resolution: HANDLED, reason: "none" })`,
    unknown,
  ),
  // It is unpaid: the right client learns that there is nothing to give back, to take or to decide.
  'Mutation.refundPayment': changes(
    ['refund'],
    'OWN',
    ({ id }) => `refundPayment(input: { id: "${id}" })`,
    notPossible('id'),
  ),
  'Mutation.capturePayment': changes(
    ['capture'],
    'OWN',
    ({ id }) => `capturePayment(input: { id: "${id}" })`,
    notPossible('id'),
  ),
  'Mutation.cancelPayment': cancels,
  'Mutation.reviewPayment': changes(
    ['decide'],
    'ANY',
    ({ id }) => `reviewPayment(input: { id: "${id}", status: PAID })`,
    notPossible('status'),
  ),
  // `readOperablePayment` decides for all of these: this one asks about an absent operation.
  'Mutation.settleOperation': {
    field: () => `settleOperation(input: { id: "ope_${'0'.repeat(32)}", outcome: DONE }) { __typename ${anyError} }`,
    answer: (caller) => (may(caller, 'decide') ? unknown : notAllowed()),
  },
  'Subscription.paymentUpdated': follows(({ id }) => `paymentUpdated(id: "${id}") { type }`),
};
