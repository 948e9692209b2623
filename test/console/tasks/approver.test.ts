import { texts } from '../../../console/src/pages/approvals/texts.ts';
import { proofTexts } from '../../../console/src/parts/proof/texts.ts';
import { openConsole, settings } from '../../support/console/open-console.ts';
import { consoleOperations } from '../../support/console/operations.ts';
import { targets } from '../../support/console/tasks/targets.ts';
import { casesOf, type Desk, describeTasks, onceEach } from '../../support/console/tasks/task.ts';
import { freePort } from '../../support/http/free-port.ts';
import { operationsOn } from '../../support/payments/operations.ts';
import { addAuthenticator } from '../../support/people/browser-authenticator.ts';
import { askConsole, cookie, enterPerson, invite, sessionOf } from '../../support/people/console.ts';
import { sampled } from '../../support/sample.ts';

/** The task of a person who approves: a decision, a reason, and a passkey. */

/** A refund above the limit of who asks. */
async function heldRefund({ gateway }: Desk) {
  const { paid, night } = operationsOn(gateway);
  const { payment } = await paid('PAYBOX', { amount: '90000' });
  await night();
  const headers = cookie(
    await sessionOf(gateway, await enterPerson(gateway, ['comptabilite'], { name: 'Dominique Exemple' })),
  );
  const variables = { input: { id: payment.id } };
  await askConsole(gateway, { documentId: consoleOperations.RefundPayment, variables }, headers);
  return payment;
}

/** The browser plays the finger of the person, who enrols by a link. */
async function enrol({ gateway, page, begin, own }: Desk): Promise<void> {
  await addAuthenticator(page);
  await begin(`/link/${(await invite(gateway, `valide-${own}@milliet.example`, ['validation'])).token}`);
  await page.locator('[data-passkey=create]').click();
  await page.locator('#content h1').waitFor();
}

async function decide(desk: Desk, decision: 'approve' | 'refuse'): Promise<void> {
  const { gateway, page, hands, said, begin } = desk;
  const { reference } = await heldRefund(desk);
  // The proof of the sign-in has grown too old.
  gateway.advance(settings.sessions.confirmedMs + 60_000);
  const words = said(texts);
  await begin('/approvals');
  const card = page.getByRole('region').filter({ hasText: reference });
  await hands.press(card.getByRole('button', { name: words[decision] }));
  await hands.fill(page.locator('[role=dialog] input[name=reason]'), 'Commande annulée');
  await hands.submit();
  await hands.press(page.getByRole('button', { name: said(proofTexts).byPasskey }));
  await page
    .getByText(decision === 'approve' ? words.refunds.DONE : words.refused)
    .first()
    .waitFor();
  await card.waitFor({ state: 'detached' });
  hands.expectWithin(targets['approve or refuse a refund']);
}

const cases = casesOf({
  'approve or refuse a refund': {
    roles: ['validation'],
    run: async (desk) => {
      await enrol(desk);
      await decide(desk, 'approve');
      await decide(desk, 'refuse');
    },
  },
});

/** Chromium gives passkeys to a name, not to an address. */
describeTasks(sampled(cases, onceEach(cases)), async (options) => {
  const port = await freePort();
  return openConsole({ ...options, port, config: { publicUrl: `http://localhost:${port}` } });
});
