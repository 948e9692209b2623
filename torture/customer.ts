import { setTimeout as pause } from 'node:timers/promises';
import { type Caller, form, pauseAfter } from './caller.ts';
import type { Intent } from './intents.ts';
import type { Initiated } from './requests.ts';

/** What the customer's browser does: follows the gateway to the bank's page and presses one button there, once. */

const cards = {
  PAYBOX: { card_number: '1111222233334444', expiry: '12/39', security_code: '123' },
  LABANQUEPOSTALE: { card_number: '4970100000000007', expiry: '12/39', security_code: '123' },
} as const;

export type Button = 'pay' | 'refuse' | 'cancel';
/** What is pressed on one page, one after the other. */
export type Visit = readonly (Button | 'try-again')[];

export type Customer = {
  readonly caller: Caller;
  readonly publicUrl: string;
  readonly isOver: () => boolean;
};

/** Tries of a page that does not open; then this customer has lost patience. */
const patience = 12;

/**
 * @param prepare sets the bank's faults for this attempt, before the customer comes
 * @returns the attempt's reference, or null where the customer never saw the bank's page
 */
export async function pressAtBank(
  customer: Customer,
  { intent, initiated, visit }: { readonly intent: Intent; readonly initiated: Initiated; readonly visit: Visit },
  prepare: (reference: string) => Promise<void>,
): Promise<string | null> {
  const redirect = intent.usesPayLink ? await followPayLink(customer, initiated) : initiated.redirect;
  if (redirect === null) return null;
  const reference = redirect.fields.PBX_CMD ?? redirect.fields.vads_order_id ?? '';
  const session = await openPage(customer, redirect);
  if (session === null) return null;
  const card = cards[intent.flow as keyof typeof cards];
  for (const button of visit) {
    // What goes wrong goes wrong with the last word.
    if (button === visit.at(-1)) await prepare(reference);
    await press(customer, session, { action: button, ...card });
  }
  return reference;
}

type Redirect = NonNullable<Initiated['redirect']>;

/** The gateway's own page holds a fresh form. */
async function followPayLink({ caller, publicUrl }: Customer, { payPath }: Initiated): Promise<Redirect | null> {
  const page = payPath === null ? null : await caller.untilAnswered({ url: `${publicUrl}${payPath}` });
  if (page?.status !== 200) return null;
  const action = /<form id="to-bank"[^>]* action="([^"]*)"/.exec(page.body)?.[1];
  if (action === undefined) return null;
  const fields = [...page.body.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)">/g)];
  return {
    url: unescapeHtml(action),
    fields: Object.fromEntries(fields.map(([, name = '', value = '']) => [unescapeHtml(name), unescapeHtml(value)])),
  };
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };
const unescapeHtml = (text: string): string =>
  text.replaceAll(/&(amp|lt|gt|quot|#39);/g, (_all, name) => entities[name] ?? '');

/** The bank may be gone for a moment; a form that it refuses is not offered again. */
async function openPage({ caller, isOver }: Customer, { url, fields }: Redirect): Promise<string | null> {
  for (let tries = 0; tries < patience && !isOver(); tries++) {
    const answer = await caller.once(form(url, fields)).catch(() => null);
    if (answer?.location) return new URL(answer.location, url).href;
    if (answer && answer.status < 500) return null;
    await pause(pauseAfter(tries));
  }
  return null;
}

/** Without an answer a customer looks at the page first, as people do, and presses again only where it still asks. */
async function press({ caller, isOver }: Customer, session: string, entry: Record<string, string>): Promise<void> {
  for (let tries = 0; tries < patience && !isOver(); tries++) {
    if (tries > 0) {
      const page = await caller.once({ url: session }).catch(() => null);
      if (page === null) {
        await pause(pauseAfter(tries));
        continue;
      }
      if (!page.body.includes(`name="action" value="${entry.action}"`)) return;
    }
    const answer = await caller.once(form(session, entry)).catch(() => null);
    if (answer !== null && answer.status < 500) return;
    await pause(pauseAfter(tries));
  }
}
