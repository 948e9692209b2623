import type { Initiated } from './requests.ts';

/** What the customer's browser does at the twins, without a browser. */

const cards = {
  PAYBOX: { card_number: '1111222233334444', expiry: '12/28', security_code: '123' },
  LABANQUEPOSTALE: { card_number: '4970100000000007', expiry: '12/28', security_code: '123' },
};

const form = (fields: Record<string, string>): RequestInit => ({
  method: 'POST',
  body: new URLSearchParams(fields),
  redirect: 'manual',
});

/** Posts the signed form, then pays by card or refuses. The notification has been answered when this resolves. */
export async function payAtBank({ payment }: Initiated, action: 'pay' | 'refuse' = 'pay'): Promise<void> {
  if (payment.nextAction?.__typename !== 'RedirectAction') throw new Error('no form');
  const fields = Object.fromEntries(payment.nextAction.fields.map(({ name, value }) => [name, value]));
  const opened = await fetch(payment.nextAction.url, form(fields));
  const session = new URL(opened.headers.get('Location') ?? '', payment.nextAction.url);
  await fetch(session, form({ action, ...cards[payment.paymentTarget as 'PAYBOX'] }));
}
