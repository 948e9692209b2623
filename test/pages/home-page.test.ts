import { describe, expect, it } from 'vitest';
import { launchBrowser, openPage } from '../support/browser.ts';
import { startGateway } from '../support/gateway.ts';
import { openForGroup } from '../support/open-for.ts';

const gateway = openForGroup(() => startGateway());
const html = { Accept: 'text/html,application/xhtml+xml,*/*;q=0.8' };

describe('the home page', () => {
  it('is JSON for programs, and every link of it answers', async () => {
    const answer = await gateway.get('/');
    expect([answer.status, answer.headers.get('Vary')]).toEqual([200, expect.stringContaining('Accept')]);
    const { name, links } = (await answer.json()) as { name: string; links: Record<string, string> };
    expect(name).toBe('Règlement');
    expect(Object.keys(links)).toEqual([
      ...['graphql', 'console', 'graphqlReference', 'errors', 'legacy', 'openapi', 'sandbox', 'houseBank', 'health'],
    ]);
    for (const link of Object.values(links)) {
      expect(new URL(link).origin).toBe(new URL(gateway.url).origin);
      expect([link, (await fetch(link, { headers: html })).status]).toEqual([link, 200]);
    }
  });

  it('is HTML for browsers, in French or English', async () => {
    const page = async (language: string) =>
      (await gateway.get('/', { headers: { ...html, 'Accept-Language': language } })).text();
    expect(await page('fr')).toContain('<html lang="fr">');
    expect(await page('en')).toContain('Payment gateway');
  });

  it('shows what the config shows, and in production nothing', async () => {
    await using closed = await startGateway({ config: { graphql: { graphiql: false, corsOrigins: [] } } });
    const { links } = (await (await closed.get('/')).json()) as { links: Record<string, string> };
    expect(links).not.toHaveProperty('graphql');
  });

  it.each([
    ['light', 1440],
    ['light', 360],
    ['dark', 390],
  ] as const)('breaks no policy, calls no other host and fits in %s at %i pixels', async (colorScheme, width) => {
    await using browser = await launchBrowser();
    const { page, complaints } = await openPage(browser, { colorScheme, viewport: { width, height: 800 } });
    await page.goto(`${gateway.url}/`);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
    expect(await page.locator('.places a').count()).toBe(9);
    expect(complaints).toEqual([]);
    expect(browser.outsideRequests).toEqual([]);
  });
});

it('/health answers like /health/ready', async () => {
  const [one, other] = [await gateway.get('/health'), await gateway.get('/health/ready')];
  expect([one.status, await one.json()]).toEqual([other.status, await other.json()]);
});
