import { expect, it } from 'vitest';
import { postgres } from '../support/databases.ts';
import { startGateway, type TestGateway } from '../support/gateway.ts';
import { startFreezingProxy } from '../support/postgres/freezing-proxy.ts';

/** A scrape is answered in time while the database hangs, so that the right alert fires. */

/** Prometheus waits for ten seconds at most. */
async function scrape(gateway: TestGateway): Promise<string> {
  const page = await gateway.get('/metrics', { signal: AbortSignal.timeout(8_000) });
  return page.text();
}

it('says that a database which answers nothing is not ready, and leaves out what it cannot read', async () => {
  const opened = await postgres.open();
  const proxy = await startFreezingProxy();
  const gateway = await startGateway({ databaseUrl: proxy.url(opened.databaseUrl) });
  const well = await scrape(gateway);
  expect(well).toMatch(/^reglement_database_ready 1$/m);
  expect(well).toMatch(/^reglement_payments_in_review\{mode="TEST"\} 0$/m);
  proxy.freeze();
  // The check before the freeze counts for a moment.
  await expect.poll(() => scrape(gateway), { timeout: 20_000 }).toMatch(/^reglement_database_ready 0$/m);
  expect(await scrape(gateway)).not.toMatch(/^reglement_payments_in_review\{/m);
  await proxy.close();
  await gateway.close();
  await opened.dispose();
});

it('leaves out only what a slow query reads', async () => {
  const around = <Store>(store: Store): Store => ({ ...store, paymentsInReview: () => new Promise(() => undefined) });
  await using gateway = await startGateway({ around });
  const text = await scrape(gateway);
  expect(text).not.toMatch(/^reglement_payments_in_review\{/m);
  expect(text).toMatch(/^reglement_direct_debits_overdue\{mode="LIVE"\} 0$/m);
  expect(text).toMatch(/^reglement_database_ready 1$/m);
});
