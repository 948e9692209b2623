import { expect } from 'vitest';
import { texts } from '../../../console/src/pages/developers/texts.ts';
import { traceTexts } from '../../../console/src/pages/payment/trace-texts.ts';
import { commonTexts } from '../../../console/src/texts/common.ts';
import { webhookOutcomes } from '../../../console/src/texts/webhook-outcomes.ts';
import { paidAtBank } from '../../support/at-bank.ts';
import { asClient, clientNamed } from '../../support/clients/client-named.ts';
import { openConsole } from '../../support/console/open-console.ts';
import { casesOf, describeTasks, onceEach } from '../../support/console/tasks/task.ts';
import { legacyPath } from '../../support/requests.ts';
import { sampled } from '../../support/sample.ts';
import { endpoint, newPayment } from '../../support/webhooks/told-client.ts';

/** The tasks of developers and of the owners of old systems. */

const secret = 'whsec_Y2FuYXJ5Y2FuYXJ5Y2FuYXJ5';
/** No server listens there: no message of it arrives. */
const unreachable = (name: string) => clientNamed(name, {}, [endpoint('http://127.0.0.1:9/', [secret])]);
/** One for each case: an endpoint that failed for several is left alone for a while. */
const shops = Array.from({ length: 16 }, (_, place) => `shop-${place}`);
const clients = ['shop', ...shops].map(unreachable);

const cases = casesOf({
  'see why a webhook did not arrive, and replay it': {
    roles: ['direct'],
    run: async ({ gateway, page, hands, said, begin }) => {
      const { id } = await newPayment(gateway, shops.pop());
      await gateway.runWorkers();
      const words = said(traceTexts);
      await begin(`/payments/${id}`);
      const webhooks = page.getByRole('region', { name: words.webhooks });
      // Why, without a press.
      await webhooks.getByText(said(webhookOutcomes).NO_CONNECTION).waitFor();
      await hands.press(webhooks.getByRole('button', { name: words.resend }));
      await hands.submit();
      await page.getByText(words.resent).waitFor();
      await gateway.runWorkers();
      await page.reload();
      await webhooks.getByText(words.tries(2)).waitFor();
    },
  },

  'read what the bank sent, as it came': {
    roles: ['direct'],
    run: async ({ gateway, page, hands, said, begin, own }) => {
      const initiation = await paidAtBank(gateway, { idCommande: `RAW${own}` }, asClient('shop'));
      const words = said(traceTexts);
      await begin(`/payments/${initiation.payment.id}`);
      const messages = page.getByRole('region', { name: words.messages });
      const raw = messages.locator('pre').first();
      await raw.waitFor({ state: 'attached' });
      expect(await raw.isVisible()).toBe(false);
      await hands.press(messages.locator('summary').first());
      await raw.waitFor();
      expect(await raw.textContent()).toContain(`${initiation.payment.reference}-1`);
    },
  },

  'learn what an old URL does, and its GraphQL twin': {
    roles: ['comptabilite'],
    run: async ({ page, hands, said, begin, own }) => {
      const url = `https://pay.example${legacyPath({ commentaire: null, idCommande: `D${own}` })}`;
      const words = said(texts);
      await begin('/developers');
      await page.getByRole('textbox', { name: words.url }).waitFor();
      await page.evaluate((text) => navigator.clipboard.writeText(text), url);
      await page.keyboard.press('Control+V');
      hands.countEntry();
      await hands.key('Enter', page.getByRole('button', { name: words.explain, exact: true }));
      await page.getByText(words.effects.NEW_PAYMENT).waitFor();
      await page.getByText(words.test).waitFor();
      expect(await page.getByRole('row').filter({ hasText: 'id_commande' }).textContent()).toContain(
        `D${own}${words.sources.path}`,
      );
      await page.getByRole('button', { name: said(commonTexts).copy(words.theVariables) }).click();
      await page.getByText(said(commonTexts).copied).waitFor();
      const copied = JSON.parse(await page.evaluate(() => navigator.clipboard.readText()));
      expect(copied.input).toMatchObject({ idCommande: `D${own}`, paymentTarget: 'PAYBOX' });
      expect(page.url()).not.toContain('payment_initiate');
    },
  },
});

describeTasks(sampled(cases, onceEach(cases)), (options) => openConsole({ ...options, config: { clients } }));
