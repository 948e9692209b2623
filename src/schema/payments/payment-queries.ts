import type { Caller } from '../../kernel/caller.ts';
import { isIdOf, normaliseReference } from '../../kernel/identifiers.ts';
import { isCalendarDate } from '../../kernel/sepa/target-calendar.ts';
import { totalPayments } from '../../modules/payment-lists/total-payments.ts';
import {
  type ListedPayment,
  type PaymentFilter as PaymentFilterOf,
  type PaymentQuery,
  type PaymentSort,
  paymentSort,
} from '../../modules/payments/payment-store.ts';
import { listPayments, readPayment, readPaymentByReference } from '../../modules/payments/read-payments.ts';
import { builder, enumOf, pageArguments } from '../builder.ts';
import { isText, listWithText } from '../search/list-with-text.ts';
import type { SchemaContext } from '../server/context.ts';
import { requestError } from '../server/guard/graphql-error.ts';
import { keyOfCursor, notACursor, pageOf, pageSize } from '../server/page.ts';
import { Payment } from './payment.ts';
import { filterWanted, PaymentFilter, refuseTotals } from './payment-filter.ts';
import { PaymentTotal, type TotalSource } from './payment-totals.ts';

const PaymentSortOrder = enumOf(paymentSort);

/** What a page was asked for, for its totals. */
type Asked = { readonly filter: PaymentFilterOf; readonly text: string | null | undefined };

const PaymentConnection = builder.connectionObject<typeof Payment, Asked>(
  {
    type: Payment,
    name: 'PaymentConnection',
    description: 'A page of payments.',
    fields: (t) => ({
      totals: t.field({
        type: [PaymentTotal],
        description: 'Number and sum of all payments of the list, on every page: one total for each mode.',
        resolve: async ({ filter, text }, _args, { services, caller }) => {
          refuseTotals(text);
          const { totals, isExact } = await totalPayments(services, caller, filter, []);
          return totals.map((total): TotalSource => ({ ...total, isExact }));
        },
      }),
    }),
  },
  { name: 'PaymentEdge', description: 'A payment and its place in the list.' },
);

builder.queryField('payment', (t) =>
  t.field({
    type: Payment,
    nullable: true,
    description: 'A payment by its id. Null where there is none that you may see.',
    args: { id: t.arg.id({ required: true, description: '`pay_…`' }) },
    resolve: (_root, { id }, { services, caller }) => readPayment(services, caller, id),
  }),
);

builder.queryField('paymentByReference', (t) =>
  t.field({
    type: Payment,
    nullable: true,
    description: 'A payment by the reference that people say on the phone; case, blanks and dashes do not count.',
    args: { reference: t.arg.string({ required: true, description: '`4K7M-9QXT`' }) },
    resolve: (_root, { reference }, { services, caller }) =>
      readPaymentByReference(services, caller, normaliseReference(reference)),
  }),
);

builder.queryField('payments', (t) =>
  t.field({
    type: PaymentConnection,
    description: 'The payments that you may see, newest first.',
    args: {
      filter: t.arg({ type: PaymentFilter, description: 'Which ones.' }),
      ...pageArguments(t, 'payment'),
      sort: t.arg({ type: PaymentSortOrder, description: 'In which order. Left out: `NEWEST`.' }),
    },
    resolve: async (_root, { filter: given, first, after, sort: order }, { services, caller }) => {
      const size = pageSize(first, 20);
      const filter = filterWanted(given);
      const sort = order ?? 'NEWEST';
      const place = await placeAfter(services, caller, sort, keyOfCursor(after, readCursor));
      const text = given?.text;
      if (isText(text) && sort !== 'NEWEST')
        throw requestError('BAD_USER_INPUT', 'filter.text goes with NEWEST alone.');
      const payments: readonly ListedPayment[] = await listWithText(services, caller, {
        ...{ kind: 'PAYMENT', text, beforeId: place.beforeId, limit: size + 1, within: filter },
        list: (ids, limit) =>
          listPayments(services, caller, { ...filter, ...place, ids: ids ?? undefined, sort, limit }),
      });
      return { ...pageOf(payments, size, cursorOf, Boolean(after)), filter: heldBy(filter, sort), text };
    },
  }),
);

/** What a list holds: by due date, only payments with one. */
const heldBy = (filter: PaymentFilterOf, sort: PaymentSort): PaymentFilterOf =>
  sort === 'DUE' && filter.due === null ? { ...filter, due: { from: '0001-01-01', to: null } } : filter;

type Cursor = { readonly id: string; readonly dueOn: string | null };

/** A debit's has the due date that sorted it, because that may change before the next page is asked for. */
const cursorOf = ({ id, dueOn }: ListedPayment): string => (dueOn === undefined ? id : `${id}/${dueOn}`);

/** One of an older gateway has the id alone. */
function readCursor(cursor: string): Cursor | null {
  const [id = '', dueOn = null, ...rest] = cursor.split('/');
  return isIdOf('pay', id) && rest.length === 0 && (dueOn === null || isCalendarDate(dueOn)) ? { id, dueOn } : null;
}

/**
 * Where the list goes on after a payment.
 * @throws GraphQLError where it is none that the caller may see, and the order needs it
 */
async function placeAfter(
  services: SchemaContext['services'],
  caller: Caller,
  sort: PaymentSort,
  cursor: Cursor | null,
): Promise<Pick<PaymentQuery, 'beforeId' | 'beforeValue'>> {
  const beforeId = cursor?.id ?? null;
  if (beforeId === null || sort === 'NEWEST' || sort === 'OLDEST') return { beforeId, beforeValue: null };
  if (sort === 'DUE' && cursor?.dueOn) return { beforeId, beforeValue: cursor.dueOn };
  const payment = await readPayment(services, caller, beforeId);
  const debit = payment && sort === 'DUE' ? await services.store.directDebitOf(payment.id) : null;
  const beforeValue = sort === 'DUE' ? debit?.dueDate : payment?.amountCents;
  if (beforeValue === undefined) throw notACursor();
  return { beforeId, beforeValue };
}
