import { type Actor, actingName } from '../caller.ts';
import { PaymentError } from '../errors.ts';
import type { Identifiers } from '../identifiers.ts';
import type { Transacting } from '../transacting.ts';
import type { AuditEntry, AuditWrites } from './audit-entry.ts';

export type Acting = {
  readonly clock: () => number;
  readonly identifiers: Identifiers;
  /** The id of the request that acts. Left out: the facts name it, or there is none. */
  readonly request?: string;
};

/** To write an entry in a transaction of its own. */
export type Auditing = Acting & { readonly store: Transacting<AuditWrites> };

/** What a caller does, for the audit log. */
export type AuditFacts = Pick<AuditEntry, 'action'> &
  Partial<Pick<AuditEntry, 'object' | 'outcome' | 'code' | 'request' | 'approval'>>;

/**
 * Writes an entry in the transaction of the action. Mutations and commands get theirs from `auditing` of the audit log;
 * a use case writes its own where it has no door, or knows more.
 */
export function recordAudit(
  { clock, identifiers, request }: Acting,
  transaction: AuditWrites,
  caller: Actor,
  facts: AuditFacts,
): Promise<void> {
  return transaction.insertAuditEntry({
    id: identifiers.newId('aud'),
    at: clock(),
    actor: actingName(caller),
    roles: caller.person?.roles ?? [],
    operator: caller.operator ?? null,
    ...{ object: null, outcome: 'DONE', code: null, request: request ?? null, approval: null },
    ...facts,
  });
}

/** The services for one request, whose id the entries of the audit log then have. They inherit, as for `actingAs`. */
export const forRequest = <Services extends object>(
  services: Services,
  request: string,
): Services & Pick<Acting, 'request'> => Object.assign(Object.create(services) as Services, { request });

/**
 * Runs what a door does that is no mutation, and notes its refusal. What is done has its entry in its own transaction.
 * @throws what `run` throws
 */
export async function notingRefusals<Result>(
  services: Auditing,
  caller: Actor,
  action: string,
  run: () => Promise<Result>,
): Promise<Result> {
  try {
    return await run();
  } catch (error) {
    if (error instanceof PaymentError) {
      const facts = { action, outcome: 'REFUSED', code: error.code } as const;
      await services.store.transact((transaction) => recordAudit(services, transaction, caller, facts));
    }
    throw error;
  }
}
