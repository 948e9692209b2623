import { readMandate } from '../../modules/direct-debits/mandates/read-mandates.ts';
import type { AmendmentApproval } from '../../modules/payments/operations/approval.ts';
import { builder } from '../builder.ts';
import { Approval } from '../payments/approvals.ts';
import { Mandate } from './mandate.ts';

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
      resolve: async ({ mandateId }, _args, { services }) => {
        const mandate = await services.store.mandateById(mandateId);
        if (mandate === null) throw new Error('a mandate with an approval is there');
        return mandate.rum;
      },
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
