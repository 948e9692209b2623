import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createBooks } from '../../../src/app/event-handlers.ts';
import { defaultAccountingRules } from '../../../src/kernel/accounting-rules.ts';
import { addDays, parisDateOf } from '../../../src/kernel/sepa/target-calendar.ts';
import { checkJournal } from '../../../src/modules/accounting/check-journal.ts';
import { trialBalance } from '../../../src/modules/accounting/read-journal.ts';
import { canChange } from '../../../src/modules/payments/transitions.ts';
import { erasePerson } from '../../../src/modules/privacy/erase-person.ts';
import { ReverseJournalEntryDocument } from '../../generated/graphql.ts';
import { changed, notifyCard, payByCard, recorded } from '../../support/accounting/books.ts';
import { drawnDatabases } from '../../support/drawn-databases.ts';
import { startGateway } from '../../support/gateway.ts';
import { openForGroup } from '../../support/open-for.ts';
import { initiated } from '../../support/requests.ts';
import { someRuns } from '../../support/sample.ts';
import { identifiers } from '../../support/store/examples.ts';

/** Whatever happens to payments in whatever order, the books balance and agree with the payments' stories. */

const step = fc.record({
  kind: fc.constantFrom('book', 'card', 'transfer', 'debit', 'cancel', 'return', 'reverse', 'erase', 'post', 'wait'),
  which: fc.nat(20),
  amount: fc.integer({ min: 1, max: 999_999_999 }),
  feeCents: fc.constantFrom(0, 1, 89),
  surplusCents: fc.constantFrom(0, 1, 5000),
});
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

describe.each(drawnDatabases())('any story on $name', ({ open }) => {
  const payments: string[] = [];
  const gateway = openForGroup(() => startGateway({ open }));

  async function changeOne({ which, feeCents }: Step, to: 'CANCELLED' | 'RETURNED'): Promise<void> {
    const id = payments[which % payments.length];
    const payment = id === undefined ? null : await gateway.store.paymentById(id);
    const cause = to === 'CANCELLED' ? 'CALLER' : 'BANK_STATEMENT';
    if (payment && canChange(payment.status, to, cause)) await changed(gateway, payment.id, to, cause, { feeCents });
  }

  async function reverseOne({ which }: Step): Promise<void> {
    const entries = await gateway.store.journalEntries({ idSociete: '1', runMode: 'TEST', limit: 20, beforeId: null });
    const entry = entries[which % Math.max(entries.length, 1)];
    if (!entry) return;
    await gateway.send(ReverseJournalEntryDocument, { input: { id: entry.id, reason: 'essai' } });
  }

  async function run(one: Step): Promise<void> {
    const { kind, amount, surplusCents, feeCents, which } = one;
    const idClient = `client-${which}`;
    if (kind === 'book') payments.push((await initiated(gateway, { ...recorded, amount, idClient })).payment.id);
    else if (kind === 'card') {
      const paid = await payByCard(gateway, { amount, idClient });
      payments.push(paid.payment.id);
      if (which % 3 === 0) await notifyCard(gateway, paid, { vads_trans_status: 'CANCELLED' });
    } else if (kind === 'transfer') {
      const { payment } = await initiated(gateway, { paymentTarget: 'MILLIET', paymentType: 'SEPA', amount, idClient });
      await changed(gateway, payment.id, 'PAID', 'BANK_STATEMENT', { surplusCents });
      payments.push(payment.id);
    } else if (kind === 'debit') {
      const asked = { paymentTarget: 'LABANQUEPOSTALE', paymentType: 'DIRECT_SEPA', amount, idClient } as const;
      const { payment } = await initiated(gateway, asked);
      await changed(gateway, payment.id, 'PENDING', 'BANK_NEWS');
      const isReturned = which % 2 === 0;
      await changed(gateway, payment.id, 'SUBMITTED', 'BATCH');
      await changed(gateway, payment.id, isReturned ? 'RETURNED' : 'PAID', 'BANK_STATEMENT', { feeCents });
      payments.push(payment.id);
    } else if (kind === 'cancel') await changeOne(one, 'CANCELLED');
    else if (kind === 'return') await changeOne(one, 'RETURNED');
    else if (kind === 'reverse') await reverseOne(one);
    else if (kind === 'erase') await erase(idClient, which);
    else if (kind === 'post') await gateway.runWorkers('journal');
    else gateway.advance(3_600_000);
  }

  const erase = (idClient: string, which: number) =>
    erasePerson(
      { store: gateway.store, clock: gateway.now, identifiers, eventHandlers: [] },
      {
        person: { idClient, idSociete: null },
        pseudonym: `erased-${which}`,
        erasesClientNumber: true,
        isRehearsal: false,
      },
    );

  it('leaves books that balance, without gap, and that say what the payments say', async () => {
    const books = { idSociete: '1', runMode: 'TEST' } as const;
    const writing = { identifiers, clock: gateway.now, rulesOf: () => defaultAccountingRules };
    const services = { store: gateway.store, ...createBooks(writing) };
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), async (story) => {
        for (const one of story) await run(one);
        await gateway.runWorkers('journal');
        const options = { books, booksMissing: false, onProgress: () => undefined };
        const { problems, unposted } = await checkJournal(services, options);
        expect([problems, unposted]).toEqual([[], 0]);
        const today = parisDateOf(gateway.now());
        const balance = await trialBalance(services, books, { from: addDays(today, -60), to: addDays(today, 31) });
        expect(balance.debitCents).toBe(balance.creditCents);
      }),
      { ...someRuns(5), endOnFailure: true },
    );
  });
});
