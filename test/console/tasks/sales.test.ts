import { expect } from 'vitest';
import { searchTexts } from '../../../console/src/app/search/texts.ts';
import { sentences } from '../../../console/src/pages/payment/sentences.ts';
import { texts as payment } from '../../../console/src/pages/payment/texts.ts';
import { texts as transfers } from '../../../console/src/pages/transfers/texts.ts';
import { commonTexts } from '../../../console/src/texts/common.ts';
import { awaitedTransfer } from '../../support/bank-statements/bank-gateway.ts';
import { targets } from '../../support/console/tasks/targets.ts';
import { casesOf, type Desk, describeTasks, onceEach } from '../../support/console/tasks/task.ts';
import { debited } from '../../support/direct-debits/debit-requests.ts';
import { coreMandate, signed } from '../../support/direct-debits/mandate-requests.ts';
import { operationsOn } from '../../support/payments/operations.ts';
import { initiated } from '../../support/requests.ts';
import { sampled } from '../../support/sample.ts';
import { index, later } from '../../support/search/searching.ts';

/** The tasks of the sales desk, within the clicks and keystrokes of a trained person. */

/** A French account of its own, so that its end leads to one mandate. */
function ibanOf(own: string): string {
  const account = own.padStart(11, '0');
  const key = 97 - Number((89n * 30006n + 15n * 1n + 3n * BigInt(account)) % 97n);
  const bban = `3000600001${account}${String(key).padStart(2, '0')}`;
  const check = 98n - (BigInt(`${bban}152700`) % 97n);
  return `FR${String(check).padStart(2, '0')}${bban}`;
}

/** What customers say on the telephone, and what stands on paper, of payments that only they find. */
async function fragmentsOf({ gateway, own }: Desk) {
  const payer = { firstName: 'Zénobie', lastName: `Quérillac${own}`, zipCode: '75011', city: 'Paris' };
  const card = await operationsOn(gateway).paid('PAYBOX', {
    ...{ idClient: `TEL-${own}`, idCommande: `7788${own}`, email: `zenobie.${own}@example.fr`, payer },
    amount: 700_000 + Number(own),
  });
  const transfer = await awaitedTransfer(gateway);
  const debtor = { ...coreMandate.debtor, name: `Épicerie ${own}`, iban: ibanOf(own) };
  const mandate = await signed(gateway, { idClient: `RUM-${own}`, debtor });
  const debit = await debited(gateway, { idClient: `RUM-${own}` });
  const [attempt] = await gateway.store.attemptsOf(card.payment.id);
  await index(gateway.store, later);
  const found = (fragment: string, name: string, address: string, holds = '') => ({ fragment, name, address, holds });
  const { id, reference } = card.payment;
  const ofCard = [
    ...[reference, `7788${own}`, `TEL-${own}`, `zenobie.${own}@example.fr`, `querillac${own} zen`],
    ...[`7 000,${own.padStart(2, '0')}`, attempt?.bankTransaction ?? ''],
  ];
  return [
    ...ofCard.map((fragment) => found(fragment, reference, `/payments/${id}`)),
    found(transfer.creditorReference, transfer.reference, `/payments/${transfer.id}`),
    // A RUM and an account are those of a mandate, whose page names its payments.
    found(mandate.rum, mandate.rum, `/mandates/${mandate.id}`, debit),
    found(debtor.iban.slice(-5), mandate.rum, `/mandates/${mandate.id}`, debit),
  ];
}

const cases = casesOf({
  'find a payment by any fragment in one box': {
    roles: ['direct'],
    run: async (desk) => {
      const { page, hands, said, begin } = desk;
      const { search } = said(searchTexts);
      const fragments = await fragmentsOf(desk);
      expect(fragments.length).toBe(10);
      await begin('/payments');
      for (const { fragment, name, address, holds } of fragments) {
        await hands.key('/', page.getByRole('button', { name: search }));
        const box = page.getByRole('combobox', { name: search });
        await hands.fill(box, fragment);
        const hit = page.getByRole('option').filter({ hasText: name }).first();
        // Enter waits for what the text finds; a pointer sees it.
        await hands.press(hands.kind === 'pointer' ? hit : box);
        await page.getByRole('dialog').waitFor({ state: 'detached' });
        await page.waitForURL(`**${address}*`);
        await page.locator('main h1', { hasText: name }).waitFor();
        if (holds) await page.locator(`main a[href*="${holds}"]`).waitFor();
        hands.expectWithin(targets['find a payment by any fragment in one box']);
      }
    },
  },

  'read what happened and comes next': {
    roles: ['accueil'],
    run: async ({ gateway, page, said, begin }) => {
      const { reference, id } = (await initiated(gateway)).payment;
      await begin(`/payments/${id}`);
      await page.getByRole('heading', { level: 1, name: reference }).waitFor();
      const { REQUIRES_ACTION: awaits } = said(sentences).status;
      const [first] = awaits({
        at: '',
        until: null,
        due: null,
        why: null,
        isTransfer: false,
        refunded: '',
        amount: '',
      }).split('.');
      const sentence = page.locator('main p', { hasText: `${first}.` });
      await sentence.waitFor();
      expect(await sentence.textContent()).toMatch(/\d{4}/);
      // What this person may never do is not shown.
      expect(await page.getByRole('button', { name: said(payment).actions.REFUND }).count()).toBe(0);
    },
  },

  'copy RF and IBAN of an awaited or late transfer': {
    roles: ['accueil'],
    run: async ({ gateway, page, hands, said, begin }) => {
      const { reference, creditorReference } = await awaitedTransfer(gateway);
      const { theReference, theIban } = said(transfers);
      const { copy } = said(commonTexts);
      const copied = () => page.evaluate(() => navigator.clipboard.readText());
      await begin('/transfers');
      const row = page.getByRole('row').filter({ hasText: reference });
      await hands.toRow(row);
      await hands.press(row.getByRole('button', { name: copy(theReference) }));
      await expect.poll(copied).toBe(creditorReference);
      hands.expectWithin(targets['copy RF and IBAN of an awaited or late transfer']);
      await hands.press(row.getByRole('button', { name: copy(theIban) }));
      await expect.poll(copied).toMatch(/^FR\d{2}[\dA-Z]+$/);
    },
  },
});

describeTasks(sampled(cases, onceEach(cases)));
