import type { Download } from 'playwright-core';
import { expect } from 'vitest';
import { actionNames } from '../../../console/src/pages/audit/actions.ts';
import { texts as auditTexts } from '../../../console/src/pages/audit/texts.ts';
import { entryTexts } from '../../../console/src/pages/books/entry-texts.ts';
import { texts as bookTexts } from '../../../console/src/pages/books/texts.ts';
import { texts as ledgerTexts } from '../../../console/src/pages/ledger/texts.ts';
import { texts as overviewTexts } from '../../../console/src/pages/overview/texts.ts';
import { statementWords } from '../../../console/src/texts/statements.ts';
import { payByCard } from '../../support/accounting/books.ts';
import { broughtStatement } from '../../support/bank-statements/brought.ts';
import { targets } from '../../support/console/tasks/targets.ts';
import { casesOf, type Desk, describeTasks, onceEach } from '../../support/console/tasks/task.ts';
import { operationsOn } from '../../support/payments/operations.ts';
import { sampled } from '../../support/sample.ts';

/** The tasks of those who look whether all is right: the treasurer, accounting at the month's end, operator, auditor. */

const dayMs = 86_400_000;

/** By the menu, which a telephone opens first; or by `G` and the letter of the page. */
async function goTo({ page, hands, isNarrow }: Desk, path: string, letter: string): Promise<void> {
  if (hands.kind === 'keyboard') {
    await hands.key('g', page.locator('main h1'));
    await hands.key(letter, page.locator('main h1'));
    return;
  }
  if (isNarrow) await hands.press(page.locator('[aria-controls=navigation]'));
  await hands.press(page.locator(`#navigation a[href^="/console${path}"]`));
}

async function fileOf(desk: Desk, name: RegExp): Promise<Download> {
  const downloading = desk.page.waitForEvent('download');
  await desk.hands.press(desk.page.getByRole('main').getByRole('link', { name }));
  return downloading;
}

const wellTarget = targets['see that all is well, who did something, and prove the ledger'];

const cases = casesOf({
  'see that no statement is missing': {
    roles: ['tresorerie'],
    run: async ({ gateway, page, hands, said, begin }) => {
      const isFirst = (await gateway.store.bankFiles({ limit: 1, beforeId: null, visibleTo: null })).length === 0;
      const day = new Date(gateway.now() - 6 * dayMs).toISOString().slice(0, 10);
      if (isFirst) await broughtStatement(gateway, [], { day, opening: 1_000_000 });
      const { unbroken } = said(statementWords);
      await begin('/');
      await hands.press(page.getByRole('main').getByRole('link', { name: unbroken }));
      await page.getByRole('main').getByRole('listitem').first().waitFor();
      await page.getByRole('main').getByText(unbroken).waitFor();
    },
  },

  'bring balance, suspense and FEC of the month': {
    roles: ['comptabilite'],
    run: async (desk) => {
      const { gateway, page, hands, said, begin, own } = desk;
      await payByCard(gateway, { amount: 123_400 + Number(own), idCommande: `M${own}` });
      await gateway.runWorkers();
      const { views, total, nothingHeld, parts } = said(bookTexts);
      const tab = (name: string) => page.getByRole('navigation', { name: parts }).getByRole('link', { name });
      await begin('/books');
      const file = await fileOf(desk, /^(Exporter le FEC de la période|FEC of the period) \(\d{4}\)$/);
      expect(file.suggestedFilename()).toMatch(/^TEST-.*-1-ENC-\d{8}-\d{8}\.txt$/);
      await hands.press(tab(views.balance));
      await page.getByRole('table', { name: views.balance }).getByRole('row').filter({ hasText: total }).waitFor();
      await hands.press(tab(views.suspense));
      await page.getByText(nothingHeld).waitFor();
    },
  },

  'undo an entry': {
    roles: ['comptabilite'],
    run: async ({ gateway, page, hands, said, begin }) => {
      const { payment } = await payByCard(gateway, { amount: 7700 });
      await gateway.runWorkers();
      const words = said(entryTexts);
      await begin(`/books?payment=${payment.id}`);
      await hands.openRow(page.locator('tbody tr').first());
      await hands.press(page.getByRole('main').getByRole('button', { name: words.reverse }));
      await hands.fill(page.locator('[role=dialog] input[name=reason]'), 'Doublon');
      await hands.submit();
      await page.getByText(words.reversed).waitFor();
      await page.locator('dd', { hasText: 'Doublon' }).waitFor();
      const [undone] = await gateway.store.journalEntriesOf(payment.id);
      const shown = new URL(page.url()).pathname.split('/').at(-1) ?? '';
      expect(await gateway.store.journalEntry(shown)).toMatchObject({ kind: 'REVERSAL', reverses: undone?.id });
    },
  },

  'see that all is well, who did something, and prove the ledger': {
    roles: ['exploitation'],
    run: async (desk) => {
      const { gateway, page, hands, said, begin } = desk;
      const { paid, night, refund } = operationsOn(gateway);
      const { payment } = await paid('PAYBOX', { amount: '5000' });
      await night();
      await refund({ id: payment.id, amount: 100 });
      // What is new is anchored some seconds later.
      await gateway.pass(120_000, 'ledger');
      await begin('/');
      await page.getByText(said(overviewTexts).allWell, { exact: true }).waitFor();
      hands.expectWithin({ ...wellTarget, presses: 0 });
      await goTo(desk, '/audit', 'a');
      const row = page
        .getByRole('row')
        .filter({ hasText: said(actionNames).refundPayment ?? '' })
        .first();
      await row
        .filter({ hasText: 'anonymous' })
        .filter({ hasText: said(auditTexts).outcomes.DONE })
        .waitFor();
      hands.expectWithin({ ...wellTarget, presses: 2 });
      const { verify, holds } = said(ledgerTexts);
      await begin('/ledger');
      await hands.press(page.getByRole('button', { name: verify }));
      await page.getByText(holds).waitFor();
      hands.expectWithin({ ...wellTarget, presses: 1 });
    },
  },
});

describeTasks(sampled(cases, onceEach(cases)));
