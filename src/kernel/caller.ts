import { closedSet, type NameOf } from './closed-set.ts';
import { NotAllowedError, UnauthenticatedError } from './errors.ts';
import { type EffectiveRunMode, type PaymentRunMode, type PaymentTarget, paymentRunMode } from './vocabulary.ts';

export const scope = closedSet('Scope', 'What a client may do.', {
  initiate: 'Ask for payments. Holds `cancel` and `capture`.',
  read: 'See payments, their events and the messages about them.',
  refund: 'Give back the money of its own payments. Holds `cancel`.',
  cancel: 'Cancel its own payments before the money moves.',
  capture: 'Take the money of its own payments that a bank has authorised.',
  allPayments: 'Cancel, capture and refund the payments of other clients that it sees, by the scopes that it has.',
  book: 'With `initiate`: book payments (`COMPTABILITE`), which are paid on its word. Cancel its own bookings.',
  refresh: 'Ask a bank for the outcome of a payment.',
  decide: 'Decide by hand: payments in review, operations in doubt, exceptions of bank files.',
  mandates: 'Record and end mandates for direct debits.',
  batches: 'Make, download and cancel files of direct debits.',
  accounting: 'See the journal and the trial balance, and reverse entries; those of bookings with `book`.',
  customers: 'See and change the directory of customers.',
  replay: "See and replay the banks' messages and its own webhooks, and test its endpoints.",
  bankFiles: 'Bring files of the bank, and confirm those that another client brought.',
  operations:
    'All the work of the back office, as one scope. Holds `book`, `refresh`, `decide`, `batches`, `accounting`, `customers`, `replay` and `bankFiles`.',
});
export type Scope = NameOf<typeof scope>;

/** The other scopes that hold a scope: each config from before a power had its own scope works on. */
const holders: Readonly<Record<Scope, readonly Scope[]>> = {
  initiate: [],
  read: [],
  refund: [],
  cancel: ['initiate', 'refund'],
  capture: ['initiate'],
  allPayments: [],
  book: ['operations'],
  refresh: ['operations'],
  decide: ['operations'],
  mandates: [],
  batches: ['operations'],
  accounting: ['operations'],
  customers: ['operations'],
  bankFiles: ['operations'],
  replay: ['operations'],
  operations: [],
};

/** Whether a caller has a power: by the scope itself, or by one that holds it. */
export const holds = ({ scopes }: Pick<Caller, 'scopes'>, power: Scope): boolean =>
  scopes.has(power) || holders[power].some((scope) => scopes.has(scope));

/** Whether a caller works for a société, or at a target. Null: for all of them. */
export const worksFor = ({ societes }: Pick<Caller, 'societes'>, idSociete: string): boolean =>
  societes === null || societes.has(idSociete);
export const worksAt = ({ targets }: Pick<Caller, 'targets'>, target: PaymentTarget): boolean =>
  targets === null || targets.has(target);

/** @throws NotAllowedError where the caller has not the power. `doing` ends a sentence: `replay notifications`. */
export function requirePower(caller: Pick<Caller, 'scopes'>, power: Scope, doing: string): void {
  if (holds(caller, power)) return;
  throw new NotAllowedError(`This client may not ${doing}: that takes the scope ${power}.`);
}

/** The scopes that one scope holds. */
export const heldBy = (holder: Scope): readonly Scope[] =>
  scope.names.filter((power) => holders[power].includes(holder));

/** Why a caller that showed no key moves no real money: it never may, or a page of another site asked. */
export type KeylessRefusal = 'NO_KEY' | 'FOREIGN_PAGE';

const keylessTexts: Readonly<Record<KeylessRefusal, string>> = {
  NO_KEY:
    'This client is known by its network alone. In LIVE this needs a key, or the setting keylessMoney of the client.',
  FOREIGN_PAGE:
    'In LIVE this needs a key where a page of another site asks for it. keylessMoney.pageOrigins of the client names the pages that may.',
};

/**
 * Checks the right to move or promise real money without a customer's confirmation at a bank.
 * @throws NotAllowedError where the caller showed no key and may not do it without
 */
export function requireMoneyRight({ keylessRefusal }: Caller, runMode: EffectiveRunMode): void {
  if (runMode === 'LIVE' && keylessRefusal !== undefined) throw new NotAllowedError(keylessTexts[keylessRefusal]);
}

export const consoleRight = closedSet('ConsoleRight', 'What a person may do in the console beside the scopes.', {
  approve: 'Decide about what waits for a second person.',
  people: 'See all people and their sessions, and end sessions.',
  audit: 'Read the audit log.',
});
export type ConsoleRight = NameOf<typeof consoleRight>;

export const approvalKind = closedSet('ApprovalKind', 'What waits for a second person.', {
  REFUND: 'A refund above the limit of the one who asks.',
  AMEND_MANDATE: 'A mandate that is to have another account.',
  REVIEW_PAYMENT: 'A payment in review that is to be `PAID`.',
});
export type ApprovalKind = NameOf<typeof approvalKind>;

/** A kind that waits whatever the amount, where the config says so. */
export type ChangeKind = Exclude<ApprovalKind, 'REFUND'>;

/** A person who signed in, on top of the rights of the caller. */
export type ActingPerson = {
  /** `per_…` */
  readonly id: string;
  /** For people to read. Events and hashes never hold it: it may change, and may have to be erased. */
  readonly name: string;
  readonly roles: readonly string[];
  readonly rights: ReadonlySet<ConsoleRight>;
  /** Refunds above it wait for a second person. */
  readonly refundLimitCents: number;
  /** `ses_…` */
  readonly sessionId: string;
  /** When the person proved last who it is: at sign-in or by a step-up. Null: the sign-in is not a fresh proof. */
  readonly confirmedAt: number | null;
  /** Until when this proof counts as fresh. */
  readonly confirmedUntil: number | null;
};

/** The client name of all people. A person owns nothing by it: its role alone says what it sees and may change. */
export const consoleClient = 'console';

/** The caller: a client of the config, a person, or `anonymous` on an open development deployment. `null` means "any". */
export type Caller = {
  readonly client: string;
  /** Left out: a program. */
  readonly person?: ActingPerson;
  /** The user of the operating system, for a command. Events never hold it: it is a person's name. */
  readonly operator?: string;
  readonly origins: ReadonlySet<string> | null;
  readonly societes: ReadonlySet<string> | null;
  readonly targets: ReadonlySet<PaymentTarget> | null;
  /** `LIVE` and `FORCE_LIVE` are rights of their own: neither holds the other. */
  readonly runModes: ReadonlySet<PaymentRunMode>;
  readonly scopes: ReadonlySet<Scope>;
  /** Origins (`https://shop.example`) to which the customer's browser may be sent back. */
  readonly returnOrigins: ReadonlySet<string>;
  /** How much it may give back in a day, in cents. Left out: no limit. */
  readonly refundCeilingCents?: number;
  /** A refund above it waits for a second person, of a client. Left out: none does. For a person, see `person`. */
  readonly refundLimitCents?: number;
  /** Its changes that wait for a second person. Left out: none does. */
  readonly changesToApprove?: ReadonlySet<ChangeKind>;
  /** False: no answers as scripts, which any page may read. Left out: they are given. */
  readonly jsonp?: boolean;
  /** True: at `/graphql` it may only name documents that the config registers. Left out: it sends any. */
  readonly sendsRegisteredDocumentsOnly?: boolean;
  /** Whether another client has to confirm the bank files that it uploads. Left out: no. */
  readonly bankFilesNeedConfirmation?: boolean;
  /** Left out: it showed a key, or may move real money without. */
  readonly keylessRefusal?: KeylessRefusal;
  /** Whether any loopback origin is a valid return address too: only for `anonymous`, which has registered none. */
  readonly returnsToLoopback: boolean;
  /** True: it has the console's rights without a person, as the visitor of an open console. Left out: it has none. */
  readonly hasOpenConsole?: boolean;
};

/** Everything is open to it, at all banks and for all sociétés. */
export const unlimited: Omit<Caller, 'client'> = {
  ...{ origins: null, societes: null, targets: null },
  runModes: new Set<PaymentRunMode>(paymentRunMode.names),
  scopes: new Set(scope.names),
  returnOrigins: new Set(),
  returnsToLoopback: false,
};

/** The only caller of a development deployment without clients: TEST only, everything else open. */
export const anonymous: Caller = {
  ...unlimited,
  client: 'anonymous',
  runModes: new Set<PaymentRunMode>(['TEST']),
  returnsToLoopback: true,
};

/** The same where no people sign in either, so that the console is open. */
export const openVisitor: Caller = { ...anonymous, hasOpenConsole: true };

/** As much of a caller as a record needs. */
export type Actor = Pick<Caller, 'client' | 'operator'> & { readonly person?: Pick<ActingPerson, 'id' | 'roles'> };

/** Who acts, for records, events and keys: the name of a client, or `console/per_…` for a person. */
export const actingName = ({ client, person }: Actor): string => (person ? `${client}/${person.id}` : client);

/** Who booked or reversed: a client may name someone of its own, a person is always itself. */
export const operatorOf = (actor: Actor, named: string | null | undefined): string =>
  (actor.person ? null : named) ?? actingName(actor);

/** The id of the person in an `actingName`; null for a client. */
export const personIdIn = (actor: string | null): string | null =>
  actor?.startsWith(`${consoleClient}/per_`) ? actor.slice(consoleClient.length + 1) : null;

/** The client whose own payments and files the caller sees without further rights; null for a person. */
export const owningClient = ({ client, person }: Pick<Caller, 'client' | 'person'>): string | null =>
  person ? null : client;

/** Whether the caller has a right of the console. Programs have none; the visitor of an open console has all. */
export const hasRight = (
  { person, hasOpenConsole = false }: Pick<Caller, 'person' | 'hasOpenConsole'>,
  right: ConsoleRight,
): boolean => (person ? person.rights.has(right) : hasOpenConsole);

/** @throws NotAllowedError where the caller has not the right. `doing` ends a sentence: `see people`. */
export function requireRight(
  caller: Pick<Caller, 'person' | 'hasOpenConsole'>,
  right: ConsoleRight,
  doing: string,
): void {
  if (hasRight(caller, right)) return;
  throw new NotAllowedError(`You may not ${doing}: that takes a role of the console with the right ${right}.`);
}

/** The deployment decides what a right to a run mode is worth. */
export type OnDeployment = { readonly settings: { readonly deployment: 'development' | 'production' } };

/** Whether the proof of who a person is counts as fresh. A program proves it with each request, by its key. */
export const hasFreshProof = ({ person }: Pick<Caller, 'person'>, now: number): boolean =>
  !person || (person.confirmedUntil !== null && now < person.confirmedUntil);

/**
 * A person proves again who it is before an action with consequences. A program proves it with each request, by its key.
 * @throws NotAllowedError where the proof is too old. `doing` ends a sentence: `give money back`.
 */
export function requireFreshProof(caller: Pick<Caller, 'person'>, now: number, doing: string): void {
  if (hasFreshProof(caller, now)) return;
  throw new NotAllowedError(`To ${doing}, prove again who you are: the last proof is too old.`);
}

/** The run modes of the payments that the caller may see and change. */
export function runModesOf({ settings }: OnDeployment, { runModes }: Pick<Caller, 'runModes'>): EffectiveRunMode[] {
  const isLive = runModes.has('FORCE_LIVE') || (settings.deployment === 'production' && runModes.has('LIVE'));
  return [...(runModes.has('TEST') ? (['TEST'] as const) : []), ...(isLive ? (['LIVE'] as const) : [])];
}

/** Whether the caller sees every run mode that counts: on a development deployment that is `TEST`. */
export function seesEveryMode(on: OnDeployment, caller: Pick<Caller, 'runModes'>): boolean {
  const seen = runModesOf(on, caller);
  return seen.includes('TEST') && (seen.includes('LIVE') || on.settings.deployment === 'development');
}

/** Whether nothing narrows what the caller sees: for what belongs to no société, origin, target or run mode alone. */
export const seesEverything = (on: OnDeployment, caller: Caller): boolean =>
  seesEveryMode(on, caller) && caller.societes === null && caller.origins === null && caller.targets === null;

/** Null for a request without a key, or with one that is not known. */
export function callerOrNull<Asked>(authenticate: (request: Asked) => Caller, request: Asked): Caller | null {
  try {
    return authenticate(request);
  } catch (error) {
    if (error instanceof UnauthenticatedError) return null;
    throw error;
  }
}
