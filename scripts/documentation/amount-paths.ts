/** The files that an amount passes. `test/docs/amount-path.unit.test.ts` holds each list to the imports. */
export const amountPaths: readonly {
  readonly heading: string;
  readonly files: readonly (readonly [file: string, does: string])[];
}[] = [
  {
    heading: 'From the GraphQL argument to the row',
    files: [
      ['src/schema/payments/payment-fields.ts', '`amount`'],
      ['src/schema/server/scalars.ts', '`Cents`, a number or digits, never rounded'],
      ['src/schema/payments/initiate-payment.ts', 'the mutation'],
      ['src/modules/payments/initiation/initiate-payment.ts', 'the use case'],
      ['src/modules/payments/initiation/plan-initiation.ts', 'checks the request'],
      ['src/modules/payments/initiation/initiation-problems.ts', 'limits of SEPA and bank'],
      ['src/modules/payments/initiation/initiation.ts', 'digits become `amountCents`'],
      ['src/kernel/money.ts', 'asserts a safe integer above zero'],
      ['src/modules/payments/initiation/record-initiation.ts', 'the payment and all that is written with it'],
      ['src/modules/payments/store/initiations.ts', 'the port `recordInitiation`: the rows'],
      ['src/modules/payments/store/payment-row.ts', 'the column `amount_cents`'],
      ['src/store/migrations/0001-payments.ts', 'the column and its check'],
    ],
  },
  {
    heading: 'From the message of La Banque Postale to `PAID`',
    files: [
      ['src/modules/payments/notifications/notifications.ts', 'the bytes of the request'],
      ['src/modules/payments/notifications/receive-notification.ts', 'verifies, stores'],
      ['src/modules/payments/notifications/verify-notification.ts', 'the accounts whose key counts'],
      ['src/providers/labanquepostale/notification.ts', 'the fields; `rest-notification.ts` reads a REST message'],
      ['src/providers/labanquepostale/signature.ts', 'the signature over them'],
      ['src/providers/labanquepostale/meanings.ts', 'the meaning of the status'],
      ['src/modules/payments/notifications/process-notification.ts', 'once, in one transaction'],
      ['src/modules/payments/apply-provider-update.ts', 'compares the amount'],
      ['src/modules/payments/reconcile-update.ts', 'late, repeated or new'],
      ['src/modules/payments/transitions.ts', 'whether the status may change'],
      ['src/modules/payments/change-payment.ts', 'compare-and-set on the version'],
      ['src/modules/payments/append-event.ts', 'the event, the journal, the webhook'],
      ['src/modules/payments/store/writes.ts', 'the update'],
      ['src/modules/payments/store/payment-row.ts', 'its columns: the status alone'],
    ],
  },
];

/** The page of the way of an amount. */
export const describeAmountPaths = (): string =>
  [
    '# The way of an amount',
    '',
    'Written by `npm run codegen` from `scripts/documentation/amount-paths.ts`. A test holds each list to the imports.',
    '',
    ...amountPaths.flatMap(({ heading, files }) => [
      `${heading}:`,
      '',
      ...files.map(([file, does], index) => `${index + 1}. \`${file}\`: ${does}`),
      '',
    ]),
    'At Paybox the files of its folder take the places 4 to 6.',
    '',
  ].join('\n');
