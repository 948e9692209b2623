import type { PaymentTarget } from '../../../src/kernel/vocabulary.ts';
import type { TestGateway } from '../gateway.ts';
import type { Initiated } from '../requests.ts';
import { decode } from './shown.ts';

/** What a customer does with the link of a payment, without a browser. */

export type Shown = {
  readonly status: number;
  readonly location: string | null;
  readonly body: string;
  /** The signed form to the bank, where the page has one. */
  readonly form: { readonly url: string; readonly fields: Readonly<Record<string, string>> } | null;
  /** Where the button *Try again* leads, where the page has one. */
  readonly retryPath: string | null;
};

async function shownOf(response: Response, path: string): Promise<Shown> {
  const body = await response.text();
  const action = /<form id="to-bank" method="\w+" action="([^"]*)"/.exec(body)?.[1];
  const fields = [...body.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)">/g)].map(
    ([, name = '', value = '']) => [decode(name), decode(value)] as const,
  );
  const retry = /<form id="retry" method="post" action="([^"]*)"/.exec(body)?.[1];
  return {
    status: response.status,
    location: response.headers.get('Location'),
    body,
    form: action === undefined ? null : { url: decode(action), fields: Object.fromEntries(fields) },
    retryPath: retry === undefined ? null : new URL(retry, `http://gateway${path}`).pathname,
  };
}

export const openLink = async (gateway: Pick<TestGateway, 'get'>, path: string): Promise<Shown> =>
  shownOf(await gateway.get(path), path);

export const pressTryAgain = async (gateway: Pick<TestGateway, 'get'>, path: string): Promise<Shown> =>
  shownOf(await gateway.get(path, { method: 'POST' }), path);

/** As if the payment had been initiated with this form. */
export function initiationBy(id: string, { form }: Shown): Initiated {
  const fields = Object.entries(form?.fields ?? {}).map(([name, value]) => ({ name, value }));
  return { payment: { id, nextAction: { __typename: 'RedirectAction', fields } } } as Initiated;
}

const cards: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  PAYBOX: { card_number: '1111222233334444', expiry: '12/99', security_code: '123' },
  LABANQUEPOSTALE: { card_number: '4970100000000007', expiry: '12/99', security_code: '123' },
};

const post = (fields: Readonly<Record<string, string>>): RequestInit => ({
  method: 'POST',
  body: new URLSearchParams(fields),
  redirect: 'manual',
});

export type Action = 'pay' | 'refuse' | 'cancel' | 'try-again';

/**
 * Sends the form of a page to the simulator, and presses one button there after the other.
 * @returns the address of the bank's page, for `pressButtons`
 */
export async function useForm(
  { form }: Pick<Shown, 'form'>,
  target: PaymentTarget,
  ...actions: readonly Action[]
): Promise<string> {
  if (form === null) throw new Error('the page has no form to the bank');
  const opened = await fetch(form.url, post(form.fields));
  const session = new URL(opened.headers.get('Location') ?? '', form.url);
  await pressButtons(session, target, ...actions);
  return session.href;
}

/** More buttons, on a page of the bank that is open. */
export async function pressButtons(session: string | URL, target: PaymentTarget, ...actions: readonly Action[]) {
  for (const action of actions) await fetch(session, post({ action, ...cards[target] }));
}
