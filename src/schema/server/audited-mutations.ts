import SchemaBuilder, { BasePlugin, type PothosOutputFieldConfig, type SchemaTypes } from '@pothos/core';
import type { GraphQLFieldResolver } from 'graphql';
import type { AuditOutcome } from '../../kernel/audit/audit-entry.ts';
import { PaymentError } from '../../kernel/errors.ts';
import { idOrNull } from '../../kernel/identifiers.ts';
import { auditedStore, recordAlone } from '../../modules/audit-log/auditing.ts';
import { ApprovalRequiredError } from '../../modules/payments/payment-errors.ts';
import type { SchemaContext } from './context.ts';

declare global {
  namespace PothosSchemaTypes {
    interface Plugins<Types extends SchemaTypes> {
      auditedMutations: AuditedMutations<Types>;
    }
  }
}

type Resolve = GraphQLFieldResolver<unknown, SchemaContext, Args, unknown>;
type Acting = { store: SchemaContext['services']['store']; request: string };
type Args = Readonly<Record<string, unknown>>;

/** Its event names the client, and its transaction is the hot path. */
const unaudited: ReadonlySet<string> = new Set(['initiatePayment']);

/** Gives every mutation its entry in the audit log: those of today, and those that are added. */
class AuditedMutations<Types extends SchemaTypes> extends BasePlugin<Types> {
  override wrapResolve(
    resolve: GraphQLFieldResolver<unknown, Types['Context'], object>,
    { kind, name }: PothosOutputFieldConfig<Types>,
  ): GraphQLFieldResolver<unknown, Types['Context'], object> {
    if (kind !== 'Mutation' || unaudited.has(name)) return resolve;
    return audited(name, resolve as unknown as Resolve) as unknown as typeof resolve;
  }
}

SchemaBuilder.registerPlugin('auditedMutations', AuditedMutations);

function audited(action: string, resolve: Resolve): Resolve {
  return async (root, args, context, info) => {
    const { services, caller, requestId: request } = context;
    const input = { ...args, ...Object(args.input) } as Args;
    const named = idOrNull(input.id) ?? idOrNull(input.person);
    const watched = auditedStore(services, services.store, {
      caller,
      facts: (created) => ({
        ...{ action, request, approval: idOfApproval(named) ?? idOfApproval(created) },
        outcome: idOfApproval(created) === null ? 'DONE' : 'WAITING',
        object: named ?? created ?? knownName(input, services),
      }),
    });
    const acting = Object.create(services) as SchemaContext['services'] & Acting;
    acting.store = watched.store;
    // What a use case records itself names the request too.
    acting.request = request;
    const alone = (outcome: AuditOutcome, code: string | null = null, approval = idOfApproval(named)): Promise<void> =>
      recordAlone(services, {
        caller,
        facts: () => ({ action, request, object: named, approval, outcome, code }),
      });
    try {
      const result = await resolve(root, args, { ...context, services: acting }, info);
      if (!watched.isRecorded()) await alone('UNCHANGED');
      return result;
    } catch (error) {
      if (error instanceof ApprovalRequiredError) {
        // What was asked for before has its entry; that it was asked for again is one of its own.
        if (!watched.isRecorded()) await alone('WAITING', null, error.approval.id);
        throw error;
      }
      // Any other error is a fault: what was committed has its entry, and the log has the fault.
      if (error instanceof PaymentError) await alone(watched.isRecorded() ? 'FAILED' : 'REFUSED', error.code);
      throw error;
    }
  };
}

const idOfApproval = (id: string | null): string | null => (id?.startsWith('apr_') ? id : null);

/** The société of the input, where there is one of the config: any other text may be a customer's. */
function knownName({ idSociete }: Args, { societes }: SchemaContext['services']): string | null {
  return typeof idSociete === 'string' && societes.has(idSociete) ? idSociete : null;
}
