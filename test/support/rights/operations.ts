import { expect } from 'vitest';
import { type Caller, hasRight } from '../../../src/kernel/caller.ts';
import { capabilities } from '../providers/capabilities.ts';
import { booksOperations } from './books-operations.ts';
import { ofTheGateway } from './gateway-operations.ts';
import {
  always,
  anyError,
  atBank,
  bankFiles,
  cancels,
  changes,
  changesMandate,
  createsBatch,
  createsMandate,
  directory,
  follows,
  initiation,
  lists,
  listsNothing,
  looksAtDebits,
  maySee,
  noBatch,
  noMandate,
  notAllowed,
  notPossible,
  type Operation,
  ofBatches,
  ofMandates,
  ofOwnWebhooks,
  reads,
  takes,
  unknown,
} from './operation-kinds.ts';
import { may } from './powers.ts';
import { savedViewOperations } from './saved-view-operations.ts';

const endsSessions = (call: string, succeeds: (caller: Caller) => boolean): Operation => ({
  field: () => `${call} { __typename ... on EndSessionsSuccess { ended } ${anyError} }`,
  answer: (caller) => (succeeds(caller) ? { __typename: 'EndSessionsSuccess', ended: 0 } : notAllowed()),
});
const seesPeople = (caller: Caller): boolean => hasRight(caller, 'people');

export const operations: Readonly<Record<string, Operation>> = {
  'Query.payment': reads(({ id }) => `payment(id: "${id}") { id }`),
  'Query.paymentByReference': reads(({ reference }) => `paymentByReference(reference: "${reference}") { id }`),
  'Query.node': reads(({ id }) => `node(id: "${id}") { id }`),
  'Query.payments': lists(
    ({ idCommande }) => `payments(filter: { idCommande: "${idCommande}" }) { edges { node { id } } }`,
  ),
  'Query.paymentTotals': {
    field: ({ idCommande }) => `paymentTotals(filter: { idCommande: "${idCommande}" }) { runMode count }`,
    answer: (caller, subject) => (maySee(caller, subject) ? [{ runMode: subject.effectiveRunMode, count: 1 }] : []),
    reveals: maySee,
  },
  // `test/modules/workload/workload.test.ts` counts and lists; here is nothing.
  'Query.paymentsInDoubt': always(() => 'paymentsInDoubt(runMode: LIVE, idSociete: "nowhere") { id }', []),
  // `test/modules/workload/restores.test.ts` says who sees one.
  'Query.restoreToCompare': always(() => 'restoreToCompare { restoredAt knownUntil }', null),
  'Query.workload': {
    field: () => `workload(runMode: LIVE, idSociete: "nowhere") {
      paymentsInReview paymentsContradicted { id } operationsInDoubt bankExceptions { count } mandatesLapsing debitsOverdue batchesToHandOver batchesLate
      webhooksDead transfersLate webhookEndpointsFailing
    }`,
    answer: (caller) => ({
      ...{ paymentsInReview: 0, paymentsContradicted: [], operationsInDoubt: 0 },
      bankExceptions: may(caller, 'decide') ? [] : null,
      mandatesLapsing: caller.scopes.has('mandates') ? 0 : null,
      debitsOverdue: may(caller, 'batches') ? 0 : null,
      batchesToHandOver: may(caller, 'batches') ? 0 : null,
      batchesLate: may(caller, 'batches') ? 0 : null,
      webhooksDead: may(caller, 'replay') ? 0 : null,
      ...{ transfersLate: 0, webhookEndpointsFailing: may(caller, 'replay') ? 0 : null },
    }),
  },
  // The combinations of a société are visible to every caller that may initiate for it.
  'Query.paymentCapabilities': {
    field: () => 'paymentCapabilities(idSociete: "1") { paymentTarget paymentType }',
    answer: ({ societes }) =>
      societes?.has('1') === false
        ? []
        : capabilities.map(({ paymentTarget, paymentType }) => ({ paymentTarget, paymentType })),
  },
  // `test/modules/customers/rights.test.ts` covers existing entries; these ask about an absent one.
  'Query.customer': always(({ reference }) => `customer(idSociete: "1", idClient: "${reference}") { idClient }`, null),
  'Query.customers': listsNothing(
    ({ reference }) =>
      `customers(idSociete: "1", first: 1, after: "1/zzz ${reference}") { edges { node { idClient } } }`,
  ),
  'Mutation.upsertCustomer': directory((key) => `upsertCustomer(input: { ${key}, city: "Paris" })`, {
    __typename: 'UpsertCustomerSuccess',
  }),
  'Mutation.importCustomers': directory((key) => `importCustomers(input: { customers: [{ ${key}, city: "Paris" }] })`, {
    __typename: 'ImportCustomersSuccess',
  }),
  'Mutation.removeCustomer': directory((key) => `removeCustomer(input: { ${key} })`, {
    __typename: 'RemoveCustomerSuccess',
  }),
  ...booksOperations,
  'Query.awaitedTransfers': listsNothing(() => 'awaitedTransfers(runMode: LIVE) { edges { node { isLate } } }'),
  // The only account stands in this config for both modes: `look-at-files.test.ts` has accounts of one.
  'Query.statementCalendar': always(
    () => `statementCalendar(runMode: LIVE, from: "2026-01-01", to: "2026-01-31") {
      __typename ${anyError} ... on StatementCalendars { accounts { lastDay } }
    }`,
    { __typename: 'StatementCalendars', accounts: [] },
  ),
  'Mutation.initiatePayment': initiation,
  // No payment has an entry here, so that it is unknown to the right client, too.
  'Mutation.reverseJournalEntry': takes(
    'accounting',
    ({ id }) => `reverseJournalEntry(input: { id: "${id.replace('pay_', 'jrn_')}", reason: "essai" }) {
      __typename ${anyError}
    }`,
    unknown,
  ),
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
  'Query.previewDirectDebitBatch': looksAtDebits(
    'previewDirectDebitBatch(input: { idSociete: "1", runMode: LIVE, cutOff: "2020-01-01" })',
    'PreviewDirectDebitBatchSuccess',
  ),
  'Query.directDebitCalendar': looksAtDebits(
    'directDebitCalendar(idSociete: "1", runMode: LIVE)',
    'DirectDebitCalendar',
  ),
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
  'Mutation.showIban': ofMandates(`showIban(input: { id: "${noMandate}" }) { __typename ${anyError} }`, unknown),
  'Mutation.createMandate': createsMandate,
  'Mutation.signMandate': changesMandate('signMandate', ', signedOn: "2025-01-15", method: "PAPER"'),
  'Mutation.activateMandate': changesMandate('activateMandate'),
  'Mutation.suspendMandate': changesMandate('suspendMandate'),
  'Mutation.resumeMandate': changesMandate('resumeMandate'),
  'Mutation.revokeMandate': changesMandate('revokeMandate'),
  'Mutation.amendMandate': changesMandate('amendMandate'),
  // `test/modules/approvals/refunds.test.ts` decides; these ask about an approval that is not there.
  'Query.approvals': listsNothing(() => 'approvals(status: EXPIRED) { edges { node { id } } }'),
  'Mutation.decideApproval': {
    field: ({
      id,
    }) => `decideApproval(input: { id: "${id.replace('pay_', 'apr_')}", decision: REFUSE, reason: "essai" }) {
      __typename ${anyError}
    }`,
    answer: (caller) => (hasRight(caller, 'approve') ? unknown : notAllowed()),
  },
  'Mutation.withdrawApproval': always(
    ({ id }) => `withdrawApproval(input: { id: "${id.replace('pay_', 'apr_')}" }) { __typename ${anyError} }`,
    unknown,
  ),
  // `test/modules/audit-log/list.test.ts` covers entries; these ask about an action that never was.
  'Query.auditEntries': listsNothing(() => 'auditEntries(filter: { action: "never" }) { edges { node { id } } }'),
  'Query.webhookEndpoints': always(() => 'webhookEndpoints { name }', []),
  'Query.webhookDeliveries': listsNothing(
    ({ id }) => `webhookDeliveries(filter: { paymentId: "${id}" }) { edges { node { id } } }`,
  ),
  // A search by id finds what the caller may see, and nothing that looks like more. Words: `test/modules/search`.
  'Query.search': {
    field: ({ id }) => `search(text: "${id}", runModes: [TEST, LIVE]) { hits { node { __typename } matched } }`,
    answer: (caller, subject) => ({
      hits: maySee(caller, subject) ? [{ node: { __typename: 'Payment' }, matched: 'ID' }] : [],
    }),
    reveals: maySee,
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
  'Query.notifications': listsNothing(
    ({ id }) => `notifications(filter: { payment: "${id}" }) { edges { node { id } } }`,
  ),
  'Mutation.replayNotification': takes(
    'replay',
    () => `replayNotification(input: { id: "ntf_${'0'.repeat(32)}" }) { __typename ${anyError} }`,
    unknown,
  ),
  'Query.bankFile': always(() => `bankFile(id: "bkf_${'0'.repeat(32)}") { id }`, null),
  // What is there is tried in `test/modules/bank-statements/doors.test.ts`; on this gateway there is nothing.
  'Query.bankFiles': listsNothing(() => 'bankFiles(first: 1) { edges { node { id } } }'),
  'Query.bankExceptions': listsNothing(() => 'bankExceptions(first: 1) { edges { node { id } } }'),
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
  'Mutation.settleOperation': takes(
    'decide',
    () => `settleOperation(input: { id: "ope_${'0'.repeat(32)}", outcome: DONE }) { __typename ${anyError} }`,
    unknown,
  ),
  'Query.me': {
    field: () => 'me { client scopes rights person { id } }',
    answer: ({ client, scopes, person }) => ({
      ...{ client, scopes: [...scopes], person: person ? { id: person.id } : null },
      rights: ['approve', 'people', 'audit'].filter((right) => person?.rights.has(right as never)),
    }),
  },
  // `test/modules/people/sessions.test.ts` covers those that are there; a program has none, and a person the one it uses.
  'Query.sessions': {
    field: () => 'sessions { id }',
    answer: ({ person }) => (person ? [{ id: person.sessionId }] : []),
  },
  'Query.people': {
    field: () => 'people(first: 1) { edges { node { id } } }',
    answer: ({ person }) => ({ edges: person?.rights.has('people') ? [{ node: { id: expect.any(String) } }] : [] }),
  },
  ...savedViewOperations,
  // A session that is gone, and those of others: `test/modules/people/sessions.test.ts` covers one's own.
  'Mutation.endSession': endsSessions(
    `endSession(id: "ses_${'0'.repeat(32)}")`,
    (caller) => caller.person !== undefined || seesPeople(caller),
  ),
  'Mutation.endSessions': endsSessions(`endSessions(person: "per_${'0'.repeat(32)}")`, seesPeople),
  'Subscription.changes': always(() => 'changes(topics: [PAYMENTS]) { topics { ids } }', { topics: [] }),
  ...ofTheGateway,
  'Subscription.paymentUpdated': follows(({ id }) => `paymentUpdated(id: "${id}") { type }`),
};
