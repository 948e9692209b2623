import type { Caller } from '../../kernel/caller.ts';
import { NotAllowedError } from '../../kernel/errors.ts';
import { decimalComma } from '../../kernel/money.ts';
import { paymentStatus, paymentTarget, paymentType } from '../../kernel/vocabulary.ts';
import { type Customer, fullName } from '../customers/customer.ts';
import { readCustomers } from '../customers/save-customers.ts';
import { filterOf } from '../payment-lists/given-filter.ts';
import { seesDetails } from '../payments/may-see.ts';
import { isErased, type Payment } from '../payments/payment.ts';
import { type ListedPayment, type PaymentQuery, type PaymentSort, paymentSort } from '../payments/payment-store.ts';
import { listPayments } from '../payments/read-payments.ts';
import { customerKeyOf } from '../search/document-of.ts';
import { exportColumns } from './columns.ts';
import { type Asked, type Plan, rowsPerRead } from './export-kind.ts';
import type { Services } from './ports.ts';
import { oneModeOf, type Parameters, refuse } from './read-parameters.ts';
import { csvType, headOf, momentOf, pageOf } from './write-csv.ts';

/** @throws InvalidInputError, NotAllowedError */
export function planPayments(services: Services, caller: Caller, parameters: Parameters, asked: Asked): Plan {
  const { text, range, some, one } = parameters;
  check(caller);
  const runMode = oneModeOf(services, caller, parameters);
  const filter = filterOf(
    {
      runMode,
      ...{ status: some('status', paymentStatus), paymentTarget: some('paymentTarget', paymentTarget) },
      ...{ paymentType: some('paymentType', paymentType), client: text('client'), idSociete: text('idSociete') },
      ...{ idOrigin: text('idOrigin'), idClient: text('idClient'), idCommande: text('idCommande') },
      ...{ mandate: text('mandate'), created: range('created'), due: range('due'), amount: range('amount') },
    },
    refuse,
  );
  const sort = one('sort', paymentSort) ?? 'NEWEST';
  return {
    fileName: `${runMode === 'TEST' ? 'TEST-' : ''}${asked.language === 'fr' ? 'paiements' : 'payments'}`,
    type: csvType,
    head: headOf(exportColumns.payments, asked),
    check,
    async *pages(callerNow) {
      for (let place: Place | null = start; place !== null; ) {
        const query = { ...filter, ...place, sort, limit: rowsPerRead };
        const now = await callerNow();
        const payments: readonly ListedPayment[] = await listPayments(services, now, query);
        const customers = asked.names ? await customersOf(services, now, payments) : noCustomers;
        const rows = payments.map((payment) =>
          cellsOf(payment, seesDetails(now) ? payment.payer : null, customers.get(customerKeyOf(payment))),
        );
        if (rows.length > 0) yield pageOf(exportColumns.payments, asked, rows);
        place = payments.length < rowsPerRead ? null : placeAfter(sort, payments.at(-1));
      }
    },
  };
}

type Place = Pick<PaymentQuery, 'beforeId' | 'beforeValue'>;
const start: Place = { beforeId: null, beforeValue: null };

/** The list goes on after the last payment, by what sorts it. */
function placeAfter(sort: PaymentSort, last: ListedPayment | undefined): Place | null {
  if (last === undefined) return null;
  if (sort !== 'DUE') return { beforeId: last.id, beforeValue: sort === 'AMOUNT' ? last.amountCents : null };
  return { beforeId: last.id, beforeValue: last.dueOn ?? null };
}

function check(caller: Caller): void {
  if (!caller.scopes.has('read')) throw new NotAllowedError('You may not see payments: that takes the scope read.');
}

const noCustomers: ReadonlyMap<string, Customer> = new Map();

/** As the directory has them, by their keys. */
async function customersOf(
  services: Services,
  caller: Caller,
  payments: readonly Payment[],
): Promise<ReadonlyMap<string, Customer>> {
  const found = await readCustomers(services, caller, payments);
  return new Map(found.map((customer) => [customerKeyOf(customer), customer]));
}

const cellsOf = (payment: Payment, payer: Payment['payer'], customer?: Customer): (string | null)[] => [
  ...[payment.reference, payment.id, momentOf(payment.createdAt), momentOf(payment.updatedAt), payment.status],
  ...[payment.effectiveRunMode, payment.paymentTarget, payment.paymentType, payment.typePaiement],
  ...[payment.idSociete, payment.idOrigin, payment.idClient, payment.idCommande],
  ...[decimalComma(payment.amountCents), payment.currency, payment.mandate, payment.client],
  ...[payment.email, payer?.firstName ?? null, payer?.lastName ?? null, payment.commentaire],
  customer && !isErased(payment) ? fullName(customer.details) : null,
];
