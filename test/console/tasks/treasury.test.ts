import { readFile } from 'node:fs/promises';
import { expect } from 'vitest';
import { fileTexts } from '../../../console/src/pages/bank-files/file-texts.ts';
import { texts as batchTexts } from '../../../console/src/pages/batch/texts.ts';
import { texts as debitsTexts } from '../../../console/src/pages/debits/texts.ts';
import { uploadTexts } from '../../../console/src/parts/upload/texts.ts';
import { ImportBankFileDocument } from '../../generated/graphql.ts';
import { awaitedTransfer } from '../../support/bank-statements/bank-gateway.ts';
import { credit, writtenReport, writtenStatement } from '../../support/bank-statements/written-files.ts';
import { openConsole } from '../../support/console/open-console.ts';
import { casesOf, describeTasks, onceEach } from '../../support/console/tasks/task.ts';
import { batched, debited } from '../../support/direct-debits/debit-requests.ts';
import { signed } from '../../support/direct-debits/mandate-requests.ts';
import type { TestGateway } from '../../support/gateway.ts';
import { sampled } from '../../support/sample.ts';

/** The tasks of the treasurer: statements, and files of direct debits. */

/** A Wednesday, from which the due dates follow. */
const aheadMs = Date.UTC(2026, 10, 25, 9) - Date.now();

async function debitOf(gateway: TestGateway, idClient: string, amount: number): Promise<string> {
  await signed(gateway, { idClient });
  return debited(gateway, { idClient, amount });
}

const cases = casesOf({
  'import a statement after a dry run': {
    roles: ['tresorerie'],
    run: async ({ gateway, page, hands, said, begin, own }) => {
      const { id, creditorReference, reference } = await awaitedTransfer(gateway);
      const detail = { texts: [creditorReference], debtor: { name: 'CAFE' } };
      const entries = [credit('123.45', detail, { bankReference: `T${own}` })];
      const name = `releve-${own}.xml`;
      const file = {
        name,
        mimeType: 'application/xml',
        buffer: Buffer.from(writtenStatement({ id: `T${own}`, entries })),
      };
      const words = said(fileTexts);
      const statusOf = async () => (await gateway.store.paymentById(id))?.status;
      await begin('/bank-files');
      const choosing = page.waitForEvent('filechooser');
      await hands.press(page.getByRole('button', { name: said(uploadTexts).choose }));
      await (await choosing).setFiles(file);
      hands.countEntry();
      await page.getByRole('heading', { name: words.checkTitle(name) }).waitFor();
      await page.getByRole('row').filter({ hasText: reference }).waitFor();
      expect(await statusOf()).toBe('REQUIRES_ACTION');
      await hands.press(page.getByRole('button', { name: words.import, exact: true }));
      await page.getByText(words.imported).waitFor();
      expect(await statusOf()).toBe('PAID');
    },
  },

  'make, download and hand over a debit file': {
    roles: ['tresorerie'],
    run: async ({ gateway, page, hands, said, begin, own }) => {
      const id = await debitOf(gateway, `FILE-${own}`, 4250);
      const { prepare, make, preview } = said(debitsTexts);
      const words = said(batchTexts);
      await begin('/debits?idSociete=1');
      await hands.press(page.getByRole('main').getByRole('button', { name: prepare }).first());
      await page
        .getByRole('region', { name: preview })
        .locator('strong')
        .filter({ hasText: /42[.,]50/ })
        .waitFor();
      await hands.press(page.getByRole('button', { name: make }));
      await page.getByText(words.toDownload).waitFor();
      const downloading = page.waitForEvent('download');
      await hands.press(page.getByRole('button', { name: words.download }));
      expect(await readFile(await (await downloading).path(), 'utf8')).toContain(
        '<InstdAmt Ccy="EUR">42.50</InstdAmt>',
      );
      await page.getByText(words.toHandOver).waitFor();
      await hands.press(page.getByRole('main').getByRole('button', { name: words.submit }));
      await hands.submit();
      await page.getByText(words.handedOver).waitFor();
      expect(await page.getByRole('main').getByRole('button', { name: words.cancel }).count()).toBe(0);
      expect((await gateway.store.paymentById(id))?.status).toBe('SUBMITTED');
    },
  },

  'see what a batch brought and what came back': {
    roles: ['tresorerie'],
    run: async ({ gateway, page, hands, said, begin, own }) => {
      const [paid, returned] = [
        await debitOf(gateway, `KEPT-${own}`, 3300),
        await debitOf(gateway, `BACK-${own}`, 1700),
      ];
      const [made] = (await batched(gateway)).batches;
      const back = await gateway.store.directDebitOf(returned);
      if (!made || !back) throw new Error('nothing was due');
      const transactions = [{ endToEndId: back.endToEndId, status: 'RJCT', reason: 'AC04' }];
      const blocks = [{ id: back.blockId ?? '', transactions }];
      const content = writtenReport({ messageId: made.messageId, blocks });
      await gateway.send(ImportBankFileDocument, { input: { name: 'report.xml', content } });
      const words = said(batchTexts);
      await begin('/debits?idSociete=1');
      await hands.openRow(page.getByRole('row').filter({ hasText: made.messageId }));
      const report = page.getByRole('region', { name: words.report });
      await report
        .getByRole('row')
        .filter({ hasText: /33[.,]00/ })
        .waitFor();
      await report
        .getByRole('row')
        .filter({ hasText: /17[.,]00/ })
        .waitFor();
      await page.getByRole('region', { name: words.about }).getByText(words.names.bankShowed).waitFor();
      const debits = page.getByRole('region', { name: words.debits });
      await debits.locator(`tr:has(a[href*="${paid}"])`).waitFor();
      await debits.locator(`tr:has(a[href*="${returned}"])`, { hasText: 'AC04' }).waitFor();
    },
  },
});

describeTasks(sampled(cases, onceEach(cases)), (options) => openConsole({ ...options, aheadMs }));
