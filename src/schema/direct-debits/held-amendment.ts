import type { Mandate as MandateRecord } from '../../modules/direct-debits/mandates/mandate.ts';
import { readMandate } from '../../modules/direct-debits/mandates/read-mandates.ts';
import { type AmendmentApproval, approvalStatusAt } from '../../modules/payments/operations/approval.ts';
import { isOutOfDate } from '../../modules/payments/operations/use-approval.ts';
import { builder } from '../builder.ts';
import { Approval } from '../payments/approvals.ts';
import { paymentOf } from '../payments/payment-of.ts';
import type { SchemaContext } from '../server/context.ts';
import { Mandate } from './mandate.ts';

async function mandateIn(
  { mandateId }: Pick<AmendmentApproval, 'mandateId'>,
  { services }: SchemaContext,
): Promise<MandateRecord> {
  const mandate = await services.store.mandateById(mandateId);
  if (mandate === null) throw new Error('a mandate with an approval is there');
  return mandate;
}

const HeldAmendment = builder.objectRef<AmendmentApproval>('HeldAmendment').implement({
  description: 'Another account of a mandate, with what changes beside it.',
  fields: (t) => ({
    mandate: t.field({
      type: Mandate,
      nullable: true,
      description: 'The mandate; null without the scope `mandates`.',
      resolve: ({ mandateId }, _args, { services, caller }) => readMandate(services, caller, mandateId),
    }),
    rum: t.string({
      description: 'Its reference, as it is now.',
      resolve: async (approval, _args, context) => (await mandateIn(approval, context)).rum,
    }),
    oldIban: t.exposeString('oldIban', { description: 'The account that was, masked.' }),
    newIban: t.exposeString('newIban', { description: 'The account that is to be, masked.' }),
    fields: t.stringList({
      description:
        'All that changes: `rum`, `ics`, `creditorName`, `debtorName`, `iban`, `bic`, `address`, `endsWithNext`.',
      resolve: ({ fields }) => fields.split(' '),
    }),
  }),
});

builder.objectField(Approval, 'amendment', (t) =>
  t.field({
    type: HeldAmendment,
    nullable: true,
    description: 'What is to change of a mandate; null for what concerns a payment.',
    resolve: (approval) => (approval.kind === 'AMEND_MANDATE' ? approval : null),
  }),
);

builder.objectField(Approval, 'isOutOfDate', (t) =>
  t.boolean({
    description:
      'Whether the mandate, or the payment in review, has changed since it was asked for: while it waits, it can only be refused. False for a refund.',
    resolve: async (approval, _args, context) => {
      if (approval.kind === 'REFUND' || approvalStatusAt(approval, context.services.clock()) !== 'PENDING')
        return false;
      if (approval.kind === 'AMEND_MANDATE') return isOutOfDate(approval, await mandateIn(approval, context));
      const payment = await paymentOf(context, approval.paymentId);
      return payment !== null && isOutOfDate(approval, payment);
    },
  }),
);
