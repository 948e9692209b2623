import { paymentStatus, paymentTarget, paymentType } from '../../kernel/vocabulary.ts';
import { filterOf, type GivenFilter } from '../../modules/payment-lists/given-filter.ts';
import type { PaymentFilter as Filter } from '../../modules/payments/payment-store.ts';
import { builder } from '../builder.ts';
import { isText } from '../search/list-with-text.ts';
import { PaymentRunMode, PaymentStatus, PaymentTarget, PaymentType } from '../server/enums.ts';
import { requestError } from '../server/guard/graphql-error.ts';
import { AmountRange, DayRange, refuseFilter } from '../server/ranges.ts';

export const PaymentFilter = builder.inputType('PaymentFilter', {
  description: 'Which payments; what is left out does not restrict.',
  fields: (t) => ({
    status: t.field({ type: [PaymentStatus], description: `Any of these: ${paymentStatus.names.join(', ')}.` }),
    paymentTarget: t.field({ type: [PaymentTarget], description: `Any of these: ${paymentTarget.names.join(', ')}.` }),
    idSociete: t.string({ description: 'Of this société.' }),
    idOrigin: t.string({ description: 'Asked for by this system.' }),
    idClient: t.string({ description: 'Of this customer.' }),
    idCommande: t.string({ description: 'Of this order.' }),
    paymentType: t.field({ type: [PaymentType], description: `Any of these: ${paymentType.names.join(', ')}.` }),
    runMode: t.field({ type: PaymentRunMode, description: '`TEST` or `LIVE`.' }),
    client: t.string({ description: 'Initiated by this client of the gateway.' }),
    mandate: t.string({ description: 'Under the mandate with this reference (RUM).' }),
    created: t.field({ type: DayRange, description: 'Recorded on these days.' }),
    due: t.field({ type: DayRange, description: 'Direct debits that are due on these days.' }),
    amount: t.field({ type: AmountRange, description: 'Of these amounts.' }),
    text: t.string({
      description: 'Only those that have these words, as `search` finds words: the newest first, and without totals.',
    }),
  }),
});

/** @throws GraphQLError for a value that no payment can have */
export const filterWanted = (given: GivenFilter | null | undefined): Filter => filterOf(given ?? {}, refuseFilter);

/** @throws GraphQLError for a filter by words: the index finds one page after the other. */
export function refuseTotals(text: string | null | undefined): void {
  if (isText(text)) throw requestError('BAD_USER_INPUT', 'filter.text goes with no totals.');
}
