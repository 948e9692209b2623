import { operationsOn } from '../payments/operations.ts';
import type { OpenConsole } from './open-console.ts';

/** A person asks for a refund that a second one has to decide, and answers that person's window. */
export async function askedRefund(opened: OpenConsole) {
  const { payment } = await operationsOn(opened.gateway).paid('PAYBOX', { amount: '90000' });
  await operationsOn(opened.gateway).night();
  const asking = await opened.at(`/payments/${payment.id}`, ['comptabilite']);
  await asking.page.click('main button:has-text("Rembourser")');
  await asking.page.keyboard.press('Enter');
  await asking.page.waitForSelector('text=Une deuxième personne doit le valider');
  return asking;
}
