import { effectiveModeOf } from '../../kernel/given-values.ts';
import {
  type AwaitedTransfer as TransferRecord,
  transferState,
} from '../../modules/bank-statements/awaited-transfer.ts';
import { listTransfers } from '../../modules/bank-statements/list-transfers.ts';
import { builder, connectionOf, enumOf, pageArguments } from '../builder.ts';
import { Payment } from '../payments/payment.ts';
import { PaymentRunMode } from '../server/enums.ts';
import { identifierWanted } from '../server/list-filters.ts';
import { Money } from '../server/money.ts';
import { idOfCursor, pageOf, pageSize } from '../server/page.ts';
import { refuseFilter } from '../server/ranges.ts';

const AwaitedTransfer = builder.objectRef<TransferRecord>('AwaitedTransfer').implement({
  description: 'A transfer that the company waits for.',
  fields: (t) => ({
    payment: t.expose('payment', { type: Payment, description: 'Its payment.' }),
    received: t.expose('receivedCents', { type: Money, description: 'The part that came.' }),
    missing: t.field({
      type: Money,
      description: 'The part that did not come yet.',
      resolve: ({ payment, receivedCents }) => Math.max(0, payment.amountCents - receivedCents),
    }),
    isLate: t.exposeBoolean('isLate', { description: 'Whether it expires soon: remind the customer.' }),
  }),
});

const AwaitedTransferConnection = connectionOf(AwaitedTransfer, 'AwaitedTransfer', 'awaited transfers', 'A transfer');

const AwaitedTransferFilter = builder.inputType('AwaitedTransferFilter', {
  description: 'Which transfers; what is left out does not restrict.',
  fields: (t) => ({
    idSociete: t.string({ description: 'To this société.' }),
    state: t.field({ type: enumOf(transferState), description: 'That stand like this.' }),
  }),
});

builder.queryField('awaitedTransfers', (t) =>
  t.field({
    type: AwaitedTransferConnection,
    description: 'The transfers to the company that you may see and that did not come, or not all of it, newest first.',
    args: {
      runMode: t.arg({ type: PaymentRunMode, required: true, description: '`TEST` or `LIVE`.' }),
      filter: t.arg({ type: AwaitedTransferFilter, description: 'Which ones.' }),
      ...pageArguments(t, 'transfer'),
    },
    resolve: async (_root, { runMode, filter, first, after }, { services, caller }) => {
      const size = pageSize(first, 20);
      const transfers = await listTransfers(services, caller, {
        ...{ beforeId: idOfCursor('pay', after), limit: size + 1, state: filter?.state ?? 'AWAITED' },
        runMode: effectiveModeOf(runMode, refuseFilter) ?? 'TEST',
        idSociete: identifierWanted(filter?.idSociete),
      });
      return pageOf(transfers, size, ({ payment }) => payment.id, Boolean(after));
    },
  }),
);
