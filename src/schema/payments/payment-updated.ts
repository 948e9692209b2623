import { followPayment } from '../../modules/payments/follow-payment.ts';
import { maySee } from '../../modules/payments/may-see.ts';
import { readPayment } from '../../modules/payments/read-payments.ts';
import { builder } from '../builder.ts';
import { requestError } from '../server/guard/graphql-error.ts';
import { notFound, PaymentEvent } from './payment-event.ts';
import { sequenceAfter } from './payment-progress.ts';

builder.subscriptionField('paymentUpdated', (t) =>
  t.field({
    type: PaymentEvent,
    description:
      'What happens to a payment, as it happens. Replays what came after `afterEvent` first, so that a reconnecting client misses nothing: a browser repeats the last event by the header `Last-Event-ID`, which comes before the argument. Ends where the right to see the payment ends.',
    args: {
      id: t.arg.id({ required: true, description: '`pay_…`' }),
      afterEvent: t.arg.string({
        description:
          'The id, or the cursor, of the last event that you have; left out, the story starts at its beginning.',
      }),
    },
    subscribe: async (_root, { id, afterEvent }, { services, caller, callerNow = () => caller, lastEventId }) => {
      const payment = await readPayment(services, caller, id);
      if (payment === null) throw notFound();
      const sequence = await sequenceAfter(lastEventId || afterEvent, payment.version, (from, limit) =>
        services.store.eventsOf(payment.id, from, limit),
      );
      if (sequence === null) {
        throw requestError('BAD_USER_INPUT', 'No event of this payment has this cursor or id.');
      }
      return followPayment(services, payment.id, sequence, () => {
        const now = callerNow();
        return now !== null && maySee(services, now, payment);
      });
    },
    resolve: (event, _args, { nameEvent }) => {
      nameEvent?.(event.id);
      return event;
    },
  }),
);
