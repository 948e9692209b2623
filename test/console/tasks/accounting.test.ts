import { expect } from 'vitest';
import { decideTexts } from '../../../console/src/pages/exceptions/decide-texts.ts';
import { texts as exceptionTexts } from '../../../console/src/pages/exceptions/texts.ts';
import { actionTexts } from '../../../console/src/pages/payment/action-texts.ts';
import { sentences } from '../../../console/src/pages/payment/sentences.ts';
import { texts as paymentTexts } from '../../../console/src/pages/payment/texts.ts';
import { chequeTexts } from '../../../console/src/parts/business/cheque-texts.ts';
import { allPayments } from '../../../src/modules/payments/payment-store.ts';
import { broughtStatement, unmatchedCredit } from '../../support/bank-statements/brought.ts';
import { credit } from '../../support/bank-statements/written-files.ts';
import { targets } from '../../support/console/tasks/targets.ts';
import { casesOf, describeTasks, onceEach } from '../../support/console/tasks/task.ts';
import { operationsOn } from '../../support/payments/operations.ts';
import { initiated } from '../../support/requests.ts';
import { sampled } from '../../support/sample.ts';
import { index } from '../../support/search/searching.ts';

/** The tasks of accounting: money given back, money assigned, cheques. */

const resolved = { limit: 1000, beforeId: null, status: 'RESOLVED', kind: null, societes: null } as const;

const cases = casesOf({
  'refund all or a part': {
    roles: ['comptabilite'],
    run: async ({ gateway, page, hands, said, begin }) => {
      const { paid, night } = operationsOn(gateway);
      const { payment } = await paid('PAYBOX', { amount: '12500' });
      await night();
      const { refunded } = said(actionTexts);
      const { actions } = said(paymentTexts);
      const refund = page.getByRole('button', { name: actions.REFUND, exact: true });
      await begin(`/payments/${payment.id}`);
      await hands.press(refund);
      await hands.fill(page.locator('[role=dialog] input[name=amount]'), '25,5');
      await hands.submit();
      await page.getByText(refunded.DONE ?? '').waitFor();
      const partly = said(sentences).status.PARTIALLY_REFUNDED;
      const facts = { at: '', until: null, due: null, why: null, isTransfer: false };
      const [before = ''] = partly({ ...facts, refunded: '|', amount: '' }).split('|');
      await page.locator('main p', { hasText: before }).waitFor();
      await page.getByText(said(paymentTexts).by('Camille Exemple')).first().waitFor();
      hands.expectWithin(targets['refund all or a part']);
      // The rest: the amount stands in the field already.
      await hands.press(refund);
      await page.locator('[role=dialog] input[name=amount]').waitFor();
      await hands.submit();
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      await expect.poll(async () => (await gateway.store.paymentById(payment.id))?.status).toBe('REFUNDED');
      const operations = await gateway.store.operationsOf(payment.id);
      expect(operations.map(({ amountCents }) => amountCents)).toEqual([2550, 9950]);
    },
  },

  'clear ten exceptions that have a suggestion': {
    roles: ['comptabilite'],
    run: async ({ gateway, page, hands, said, begin, own }) => {
      const names = Array.from({ length: 10 }, (_, place) => `TIERS ${own}-${place}`);
      for (const name of names) await unmatchedCredit(gateway, name);
      const { candidates, assign, noUndo } = said(decideTexts);
      await begin('/exceptions');
      await expect.poll(() => page.locator('tbody tr').count()).toBe(names.length);
      await hands.openRow(page.getByRole('row').filter({ hasText: names.at(-1) ?? '' }));
      for (const name of names.toReversed()) {
        await page.locator('dd', { hasText: name }).waitFor();
        await hands.key('a', page.getByRole('region', { name: candidates }).getByText(assign, { exact: true }).first());
        await page.getByRole('dialog').getByText(noUndo).waitFor();
        await hands.submit();
        await page.getByRole('row').filter({ hasText: name }).waitFor({ state: 'detached' });
      }
      const { agrees, emptyTitle } = said(exceptionTexts);
      await page.getByText(emptyTitle).waitFor();
      const decided = (await gateway.store.bankExceptions(resolved)).filter(({ details }) =>
        names.includes(details.counterparty ?? ''),
      );
      // The reason says what agrees, so that Enter is enough.
      expect(decided.map(({ resolution, resolutionReason }) => [resolution, resolutionReason])).toEqual(
        names.map(() => ['ASSIGNED', said(decideTexts).agreeing(agrees.AMOUNT)]),
      );
    },
  },

  'assign money without a suggestion': {
    roles: ['tresorerie'],
    run: async ({ gateway, page, hands, said, begin, own }) => {
      const wanted = {
        paymentTarget: 'MILLIET',
        paymentType: 'SEPA',
        amount: 20_000,
        idClient: `CHERCHE-${own}`,
      } as const;
      const { id, reference } = (await initiated(gateway, wanted)).payment;
      const detail = { texts: ['?'], debtor: { name: `INCONNU ${own}` } };
      await broughtStatement(gateway, [credit('199.00', detail, { bankReference: `X${own}` })]);
      await index(gateway.store);
      const { otherPayment, assignTo, assigned } = said(decideTexts);
      await begin('/exceptions');
      await hands.openRow(page.getByRole('row').filter({ hasText: `INCONNU ${own}` }));
      await hands.fill(page.getByRole('searchbox'), reference);
      await hands.press(
        page.getByRole('region', { name: otherPayment }).getByRole('button', { name: assignTo(reference) }),
      );
      const [differs = ''] = said(decideTexts).amountOther('|').split('|');
      await page
        .getByRole('dialog')
        .getByText(differs)
        .filter({ hasText: /200[.,]00/ })
        .waitFor();
      await hands.submit();
      await page.getByText(assigned(reference)).waitFor();
      expect((await gateway.store.receivedForPayments([id])).get(id)).toBe(19_900);
    },
  },

  'record a cheque, and the next': {
    roles: ['comptabilite'],
    run: async ({ gateway, page, hands, said, begin, own }) => {
      const { button, close, before } = said(chequeTexts);
      const field = (name: string) => page.locator(`[role=dialog] input[name=${name}]`);
      const client = `CHQ-${own}`;
      await begin('/payments');
      await hands.key('n', page.getByRole('button', { name: button }));
      for (const [number, amount] of [
        ['1', '12,5'],
        ['2', '1 000'],
      ] as const) {
        for (const [name, text] of [
          ['idClient', client],
          ['amount', amount],
          ['pieceReference', `N° ${own} ${number}`],
          ['email', 'client@example.fr'],
        ] as const)
          await hands.fill(field(name), text);
        await hands.submit();
        const recorded = page.getByRole('list', { name: before }).getByRole('listitem').filter({ hasText: client });
        await expect.poll(() => recorded.count()).toBe(Number(number));
        await expect.poll(() => field('idClient').inputValue()).toBe('');
        hands.expectWithin(targets['record a cheque, and the next']);
      }
      const sum = page.getByRole('list', { name: before }).getByRole('listitem').last();
      expect(((await sum.textContent()) ?? '').replaceAll(/\s/g, ' ')).toMatch(/1[ ,]012[.,]50/);
      await page.getByRole('button', { name: close }).click();
      const all = await gateway.store.payments({ ...allPayments, limit: 10, idClient: client });
      expect(all.map(({ status, amountCents }) => [status, amountCents])).toEqual([
        ['PAID', 100_000],
        ['PAID', 1250],
      ]);
    },
  },
});

describeTasks(sampled(cases, onceEach(cases)));
