import { type CapabilityOfSociete, capabilitiesOf } from '../../modules/payments/capabilities-of-societe.ts';
import { builder } from '../builder.ts';
import { PaymentFlow, PaymentRunMode, PaymentTarget, PaymentType } from '../server/enums.ts';

export const PaymentCapability = builder.objectRef<CapabilityOfSociete>('PaymentCapability').implement({
  description: 'One cell of the table of what can be paid how.',
  fields: (t) => ({
    paymentTarget: t.expose('paymentTarget', {
      type: PaymentTarget,
      description: 'Where.',
    }),
    paymentType: t.expose('paymentType', { type: PaymentType, description: 'With what.' }),
    flow: t.expose('flow', {
      type: PaymentFlow,
      nullable: true,
      description: 'How; null where it is not possible.',
    }),
    isSupported: t.boolean({
      description: 'Whether this target takes this type.',
      resolve: ({ flow }) => flow !== null,
    }),
    effectiveRunModes: t.expose('runModes', {
      type: [PaymentRunMode],
      description: 'The modes for which the société has an account there that takes the type; empty where it has none.',
    }),
  }),
});

builder.queryField('paymentCapabilities', (t) =>
  t.field({
    type: [PaymentCapability],
    description:
      'What can be paid how at a société: the whole table, in the order of the enums. Empty for an unknown société.',
    args: { idSociete: t.arg.string({ required: true, description: "The société's number: `1`, `2`, `3` or `6`." }) },
    resolve: (_root, { idSociete }, { services, caller }) => {
      const societe = services.societes.get(idSociete);
      if (!societe || (caller.societes !== null && !caller.societes.has(idSociete))) return [];
      return capabilitiesOf(services, societe);
    },
  }),
);
