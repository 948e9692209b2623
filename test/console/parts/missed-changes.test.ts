import type { Request, Route } from 'playwright-core';
import { describe, it } from 'vitest';
import { commonTexts } from '../../../console/src/texts/common.ts';
import { intercept } from '../../support/browser.ts';
import { openConsole } from '../../support/console/open-console.ts';
import { consoleOperations } from '../../support/console/operations.ts';
import { openForGroup } from '../../support/open-for.ts';
import { initiated, moveTo } from '../../support/requests.ts';

/** What changes while a page is opened, or while another one is. */

const isStream = (request: Request): boolean => request.headers().accept === 'text/event-stream';
const asksPayment = (request: Request): boolean => request.postData()?.includes(consoleOperations.Payment) ?? false;

describe('a page that is opened while something changes', () => {
  const opened = openForGroup(openConsole);

  /** A page that waits for one answer, which the gateway gives when `answer` says so. */
  const waiting = async (is: (request: Request) => boolean, hold: (route: Route) => Promise<() => Promise<void>>) => {
    const console = await opened.signedIn(['lecture']);
    const asked = Promise.withResolvers<void>();
    const wanted = Promise.withResolvers<void>();
    let isFirst = true;
    await intercept(console.page, '**/console/graphql', async (route, request) => {
      if (!isFirst || !is(request)) return route.continue();
      isFirst = false;
      const answer = await hold(route);
      asked.resolve();
      await wanted.promise;
      await answer();
    });
    return { ...console, asked: asked.promise, answer: wanted.resolve };
  };

  it('shows it in the list of each window, where the stream of changes begins after it', async () => {
    const { page, go, asked, answer } = await waiting(isStream, async (route) => () => route.continue());
    const before = await initiated(opened.gateway);
    await go('/payments');
    await asked;
    // Another window shares the stream.
    const other = await page.context().newPage();
    await other.goto(page.url());
    for (const one of [page, other]) await one.getByRole('link', { name: before.payment.reference }).waitFor();
    const { payment } = await initiated(opened.gateway);
    answer();
    for (const one of [page, other]) await one.getByRole('link', { name: payment.reference }).waitFor();
    // The list was read again. No line asks for that.
    await page.getByRole('button', { name: commonTexts.fr.mayHaveChanged }).waitFor({ state: 'detached' });
  });

  it('shows it, where its first answer is older and arrives after the message of the stream', async () => {
    const { payment } = await initiated(opened.gateway);
    const { page, go, asked, answer } = await waiting(asksPayment, async (route) => {
      const response = await route.fetch();
      return () => route.fulfill({ response });
    });
    await go('/payments');
    const heard = page.evaluate(
      (id) =>
        new Promise<void>((resolve) => {
          new BroadcastChannel('console-changes').addEventListener('message', ({ data }) => {
            if (JSON.stringify(data).includes(id)) resolve();
          });
        }),
      payment.id,
    );
    await page.getByRole('link', { name: payment.reference }).click();
    await asked;
    await moveTo(opened.gateway, payment.id, 'PAID');
    await heard;
    answer();
    await page.getByRole('main').getByText('Payé', { exact: true }).first().waitFor();
  });
  it('is read again by a page that the person comes back to', async () => {
    const { payment } = await initiated(opened.gateway);
    const { page } = await opened.at('/payments', ['lecture']);
    await page.getByRole('link', { name: payment.reference }).click();
    await page.getByRole('main').getByText('Attend le client').first().waitFor();
    await page.goBack();
    await page.getByRole('link', { name: payment.reference }).waitFor();
    await moveTo(opened.gateway, payment.id, 'PAID');
    await page.getByText(commonTexts.fr.changed(1)).waitFor();
    await page.goForward();
    await page.getByRole('main').getByText('Payé', { exact: true }).first().waitFor();
  });
});
