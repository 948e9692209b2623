import { expect } from 'vitest';
import { actionTexts } from '../../../console/src/pages/mandate/action-texts.ts';
import { texts as mandateTexts } from '../../../console/src/pages/mandate/texts.ts';
import { newTexts } from '../../../console/src/pages/mandates/new-texts.ts';
import { targets } from '../../support/console/tasks/targets.ts';
import { casesOf, type Desk, describeTasks, onceEach } from '../../support/console/tasks/task.ts';
import { created, debtorIban, signed } from '../../support/direct-debits/mandate-requests.ts';
import { sampled } from '../../support/sample.ts';

/** The tasks of accounting with mandates. */

async function makeMandate({ page, hands, said, begin, own }: Desk): Promise<void> {
  const { button } = said(newTexts);
  const { sentences } = said(mandateTexts);
  const field = (name: string) => page.locator(`[role=dialog] input[name=${name}]`);
  await begin('/mandates');
  await hands.press(page.getByRole('button', { name: button }).first());
  await hands.fill(field('idClient'), `MDT-${own}`);
  await hands.fill(field('name'), 'Boulangerie Dupont');
  await hands.fill(field('iban'), debtorIban);
  await hands.submit();
  await page.getByText(sentences.DRAFT).waitFor();
}

async function printForm({ page, hands, said }: Desk): Promise<void> {
  const opening = page.context().waitForEvent('page');
  await hands.press(page.getByRole('link', { name: said(actionTexts).print }));
  const form = await opening;
  await form.getByText('Boulangerie Dupont').first().waitFor();
  await form.close();
}

const one = targets['sign, amend, suspend or revoke a mandate'];

const cases = casesOf({
  'make a mandate and print its form': {
    roles: ['comptabilite'],
    run: async (desk) => {
      await makeMandate(desk);
      const { hands, page } = desk;
      hands.expectWithin(targets['make a mandate and print its form']);
      await printForm(desk);
      hands.expectWithin({ ...targets['make a mandate and print its form'], presses: 1 });
      expect(await page.content()).not.toContain(debtorIban);
    },
  },

  'sign, amend, suspend or revoke a mandate': {
    roles: ['comptabilite'],
    run: async ({ gateway, page, hands, said, begin, own }) => {
      const words = said(actionTexts);
      const { sentences } = said(mandateTexts);
      const act = (name: string) => hands.press(page.getByRole('main').getByRole('button', { name, exact: true }));
      const done = async (text: string): Promise<void> => {
        await page.getByText(text).first().waitFor();
        await page.getByRole('dialog').waitFor({ state: 'detached' });
        hands.expectWithin(one);
      };
      const draft = await created(gateway, { idClient: `SIGN-${own}` });
      await begin(`/mandates/${draft.id}`);
      await act(words.sign);
      await hands.submit();
      await done(words.signed);
      const { id } = await signed(gateway, { idClient: `LIFE-${own}` });
      await begin(`/mandates/${id}`);
      await act(words.amend);
      await hands.fill(page.locator('[role=dialog] input[name=debtorName]'), `Le Nouveau Commerce ${own}`);
      await hands.submit();
      await done(words.amended);
      await page.locator('dd', { hasText: `Le Nouveau Commerce ${own}` }).waitFor();
      await act(words.suspend);
      await hands.submit();
      await done(words.suspended);
      await page.getByText(sentences.SUSPENDED).waitFor();
      await act(words.revoke);
      await hands.submit();
      await done(words.revoked);
      await page.getByText(sentences.REVOKED).waitFor();
      expect((await gateway.store.mandateById(id))?.status).toBe('REVOKED');
    },
  },
});

describeTasks(sampled(cases, onceEach(cases)));
