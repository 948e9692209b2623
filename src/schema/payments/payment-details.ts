import type { Payer as PayerRecord } from '../../kernel/payer.ts';
import { type PayerField, payerField } from '../../kernel/vocabulary.ts';
import { initiationMutation, sameInitiation } from '../../modules/payments/initiation/same-initiation.ts';
import { seesDetails } from '../../modules/payments/may-see.ts';
import { notificationsOfPayments } from '../../modules/payments/notifications/list-notifications.ts';
import type { BankNotification as NotificationRecord } from '../../modules/payments/notifications/notification.ts';
import { shownOfEachPayment } from '../../modules/payments/read-payments.ts';
import { builder } from '../builder.ts';
import { batched } from '../server/batched.ts';
import { BankNotification } from './bank-notification.ts';
import { Payment } from './payment.ts';

/** What the back office and developers want to know of a payment. */

const Payer = builder.objectRef<Partial<PayerRecord>>('Payer').implement({
  description: 'Who pays, as far as it was said.',
  fields: (t) => {
    const part = (field: PayerField) =>
      t.string({
        nullable: true,
        description: payerField.descriptions[field],
        resolve: (payer) => payer[field] ?? null,
      });
    return {
      firstName: part('firstName'),
      lastName: part('lastName'),
      address: part('address'),
      zipCode: part('zipCode'),
      city: part('city'),
      country: part('country'),
      phone: part('phone'),
    };
  },
});

type Twin = { readonly variables: object };

export const GraphqlTwin = builder.objectRef<Twin>('GraphqlTwin').implement({
  description: 'A request of the GraphQL door. It has no idempotency key: give one of your own.',
  fields: (t) => ({
    query: t.string({ description: 'The document.', resolve: () => initiationMutation }),
    variables: t.string({
      description: 'Its variables, as JSON.',
      resolve: ({ variables }) => JSON.stringify(variables, null, 2),
    }),
  }),
});

builder.objectFields(Payment, (t) => ({
  client: t.exposeString('client', { description: 'The client of the gateway that initiated it.' }),
  payer: t.field({
    type: Payer,
    nullable: true,
    description:
      'Who pays, as the request said. Null where it said nothing, after an erasure, and without the scope `operations`.',
    resolve: ({ payer }, _args, { caller }) => (seesDetails(caller) ? payer : null),
  }),
  legacyUrl: t.field({
    type: 'URL',
    nullable: true,
    description:
      'A URL of the legacy door that asks for the same. It has no place for the payer and what accounting says, and names the return address for the scope `operations` alone. Null for `capture: LATER`, which no URL asks for.',
    resolve: (payment, _args, context) =>
      context.services.legacyUrlOf(sameInitiation(payment, seesDetails(context.caller))),
  }),
  graphqlTwin: t.field({
    type: GraphqlTwin,
    description:
      'A GraphQL request that asks for the same. It holds the payer and the return address for the scope `operations` alone.',
    resolve: (payment, _args, context) => ({
      variables: { input: sameInitiation(payment, seesDetails(context.caller)) },
    }),
  }),
}));

const notificationsOf = batched<readonly NotificationRecord[]>(async ({ services, caller }, ids) =>
  Map.groupBy(await notificationsOfPayments(services, caller, ids), ({ outcome }) => outcome.paymentId ?? ''),
);

builder.objectField(Payment, 'notifications', (t) =>
  t.field({
    type: [BankNotification],
    description: `The bank's messages about it, newest first: the newest ${shownOfEachPayment}. Empty without the scope \`replay\`.`,
    resolve: async ({ id }, _args, context) => [...((await notificationsOf(context, id)) ?? [])],
  }),
);
