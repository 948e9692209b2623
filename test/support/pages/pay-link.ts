import type { TestGateway } from '../gateway.ts';
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

const cards: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  PAYBOX: { card_number: '1111222233334444', expiry: '12/99', security_code: '123' },
  LABANQUEPOSTALE: { card_number: '4970100000000007', expiry: '12/99', security_code: '123' },
};

/**
 * Sends the form of a page to the simulator, and presses one button there after the other.
 * @returns the address of the bank's page, for `pressAtBank`
 */
export async function useForm(
  { form }: Shown,
  target: 'PAYBOX' | 'LABANQUEPOSTALE',
  ...actions: readonly ('pay' | 'refuse' | 'cancel')[]
): Promise<string> {
  if (form === null) throw new Error('the page has no form to the bank');
  const post = (fields: Readonly<Record<string, string>>): RequestInit => ({
    method: 'POST',
    body: new URLSearchParams(fields),
    redirect: 'manual',
  });
  const opened = await fetch(form.url, post(form.fields));
  const session = new URL(opened.headers.get('Location') ?? '', form.url);
  for (const action of actions) await fetch(session, post({ action, ...cards[target] }));
  return session.href;
}
