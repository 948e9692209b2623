import { type Caller, owningClient, type Scope } from '../../../src/kernel/caller.ts';
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

export const notAllowed = (path: readonly string[] | null = null) => ({
  __typename: 'NotAllowedError',
  code: 'NOT_ALLOWED',
  path,
  retryAdvice: 'DO_NOT_RETRY',
});
export const unknown = {
  __typename: 'InvalidInputError',
  code: 'INVALID_INPUT',
  path: ['id'],
  retryAdvice: 'FIX_INPUT',
};
export const anyError = '... on PaymentError { code path retryAdvice }';

/** The same answer for every caller. */
export const always = (field: Operation['field'], answer: unknown): Operation => ({ field, answer: () => answer });

/** A connection in which there is nothing. */
export const listsNothing = (field: Operation['field']): Operation => always(field, { edges: [] });

/** For a caller that has this power. */
export const takes = (
  power: Scope,
  field: Operation['field'],
  answer: unknown,
  without: unknown = notAllowed(),
): Operation => ({ field, answer: (caller) => (may(caller, power) ? answer : without) });

/** A payment, or null, by something that names it. */
export const reads = (field: Operation['field']): Operation => ({
  field,
  answer: (caller, subject) => (maySee(caller, subject) ? { id: subject.id } : null),
  reveals: maySee,
});

/** A connection in which the payment is the only one that could be. */
export const lists = (field: Operation['field']): Operation => ({
  field,
  answer: (caller, subject) => ({ edges: maySee(caller, subject) ? [{ node: { id: subject.id } }] : [] }),
  reveals: maySee,
});

/**
 * Does something with a payment, which takes a scope and the right to see it; `entitled` is what the right client is
 * answered. A payment that is not seen is an unknown one.
 * @param whose `OWN`: one that is seen and another client's takes the scope `allPayments`
 */
export const changes = (
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
      const isTheirs = whose === 'ANY' || owningClient(caller) === subject.client || may(caller, 'allPayments');
      return isTheirs ? entitled : notAllowed(['id']);
    },
    reveals: (caller, subject) => mayCall(caller) && maySee(caller, subject),
  };
};
export const notPossible = (path: string) => ({
  __typename: 'OperationNotPossibleError',
  code: 'OPERATION_NOT_POSSIBLE',
  path: [path],
  retryAdvice: 'DO_NOT_RETRY',
});

export const noMandate = `mdt_${'0'.repeat(32)}`;

/** About an absent mandate: only a caller with the scope learns that it is absent. */
export const ofMandates = (field: string, answer: unknown, without?: unknown): Operation =>
  takes('mandates', () => field, answer, without);
export const changesMandate = (name: string, more = ''): Operation =>
  ofMandates(`${name}(input: { id: "${noMandate}"${more} }) { __typename ${anyError} }`, unknown);

/** The first thing that a caller is refused for who asks for debits of société 1 in LIVE. */
function refusalOfDebits(caller: Caller, power: Scope, isOpenToKeyless = false): object | null {
  const { runModes, societes, targets } = caller;
  if (!may(caller, power)) return notAllowed();
  if (!runModes.has('LIVE')) return notAllowed(['runMode']);
  if (caller.keylessRefusal && !isOpenToKeyless) return notAllowed();
  if (societes?.has('1') === false) return notAllowed(['idSociete']);
  return targets?.has('MILLIET') === false ? notAllowed() : null;
}

export const createsMandate: Operation = {
  field: () => `createMandate(input: { idSociete: "1", idClient: "7", runMode: LIVE, scheme: CORE,
    debtor: { name: "A", iban: "FR7630006000011234567890189" } }) { __typename ${anyError} }`,
  answer: (caller) => refusalOfDebits(caller, 'mandates') ?? { __typename: 'CreateMandateSuccess' },
};

export const noBatch = `bat_${'0'.repeat(32)}`;
export const ofBatches = (field: string, answer: unknown, without?: unknown): Operation =>
  takes('batches', () => field, answer, without);
export const createsBatch: Operation = {
  field: () => `createDirectDebitBatch(input: { idSociete: "1", runMode: LIVE, cutOff: "2020-01-01" })
    { __typename ${anyError} ... on CreateDirectDebitBatchSuccess { batches { id } } }`,
  answer: (caller) =>
    refusalOfDebits(caller, 'batches') ?? { __typename: 'CreateDirectDebitBatchSuccess', batches: [] },
};

/** Debits of société 1 in LIVE, in a query with a union. */
export const looksAtDebits = (field: string, success: string): Operation => ({
  field: () => `${field} { __typename ${anyError} }`,
  answer: (caller) => refusalOfDebits(caller, 'batches', !success.startsWith('Preview')) ?? { __typename: success },
});

export const follows = (field: Operation['field']): Operation => ({
  field,
  answer: (caller, subject) => (maySee(caller, subject) ? { type: 'INITIATED' } : new ErrorCode('NOT_FOUND')),
  reveals: maySee,
});

/** The first thing that a caller is refused for, in the order in which the gateway looks. */
export function refusalOfInitiation({ scopes, origins, societes, targets, runModes }: Caller): object | null {
  if (!scopes.has('initiate')) return notAllowed();
  if (origins && !origins.has('web')) return notAllowed(['idOrigin']);
  if (societes && !societes.has('1')) return notAllowed(['idSociete']);
  if (targets && !targets.has('PAYBOX')) return notAllowed(['paymentTarget']);
  return runModes.has('LIVE') ? null : notAllowed(['paymentRunMode']);
}

/** About the caller's own webhooks: it has none, and an absent one looks like another client's. */
export const ofOwnWebhooks = (call: string, path: readonly string[]): Operation =>
  takes('replay', () => `${call} { __typename ${anyError} }`, { ...unknown, path });

export const initiation: Operation = {
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
export const directory = (call: (key: string) => string, entitled: object): Operation => ({
  field: ({ idCommande }) => `${call(`idSociete: "1", idClient: "${idCommande}"`)} { __typename ${anyError} }`,
  answer: (caller) => {
    const { societes } = caller;
    if (!may(caller, 'customers')) return notAllowed();
    return societes?.has('1') === false ? notAllowed(['idSociete']) : entitled;
  },
});

/** The books of a société hold the payments of every origin and target. */
export const refusalOfBooks = (caller: Caller): object | null => {
  const { societes, runModes } = caller;
  if (!may(caller, 'accounting')) return notAllowed();
  if (societes && !societes.has('1')) return notAllowed(['idSociete']);
  return runModes.has('LIVE') || runModes.has('FORCE_LIVE') ? null : notAllowed(['runMode']);
};

/** By this scope, for the target MILLIET. */
export const atBank =
  (power: Scope) =>
  (call: string, entitled: object): Operation => ({
    field: () => `${call} { __typename ${anyError} }`,
    answer: (caller) => (may(caller, power) && caller.targets?.has('MILLIET') !== false ? entitled : notAllowed()),
  });
export const bankFiles = atBank('bankFiles');

export const cancelled = { __typename: 'CancelPaymentSuccess' };
export const cancelsSomething = changes(
  ['cancel', 'book'],
  'OWN',
  ({ id }) => `cancelPayment(input: { id: "${id}" })`,
  cancelled,
);
/** A client that only books is refused for a payment that is no booking. */
export const cancels: Operation = {
  ...cancelsSomething,
  answer: (caller, subject) => {
    const answer = cancelsSomething.answer(caller, subject);
    return answer === cancelled && !may(caller, 'cancel') ? notAllowed() : answer;
  },
};
