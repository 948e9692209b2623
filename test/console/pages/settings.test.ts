import { describe, expect, it } from 'vitest';
import { readConfig } from '../../../src/config/config.ts';
import { clientNamed } from '../../support/clients/client-named.ts';
import { openConsole } from '../../support/console/open-console.ts';
import { drawnDatabases } from '../../support/drawn-databases.ts';
import { openForGroup } from '../../support/open-for.ts';
import { enterPerson, sessionOf } from '../../support/people/console.ts';
import { sampled } from '../../support/sample.ts';
import { endpoint } from '../../support/webhooks/told-client.ts';

const drawn = drawnDatabases();
const drawnLook = sampled(
  [
    { width: 1280, theme: 'light', language: 'fr' },
    { width: 1280, theme: 'dark', language: 'en' },
    { width: 390, theme: 'dark', language: 'fr' },
    { width: 360, theme: 'light', language: 'en' },
  ] as const,
  { about: 1, name: 'looks of settings' },
);

const secret = 'whsec_Y2FuYXJ5Y2FuYXJ5Y2FuYXJ5';
const clients = [clientNamed('shop', {}, [endpoint('http://127.0.0.1:9/?token=canary', [secret])])];

describe.each(drawn)('/console/settings, on $name', ({ open }) => {
  const opened = openForGroup(() => openConsole({ open, config: { clients } }));

  it('ends another browser of one’s own, by the keyboard alone', async () => {
    const { page, go, person, axe, complaints } = await opened.signedIn(['lecture']);
    if (!person) throw new Error('a person is signed in');
    await sessionOf(opened.gateway, person, { device: 'Firefox, Linux' });
    await go('/settings');
    const other = page.locator('tbody tr', { hasText: 'Firefox, Linux' });
    await other.waitFor();
    await page.waitForSelector('tr:has-text("celle-ci")');
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await page.waitForSelector('[role=dialog]:has-text("Firefox, Linux")');
    expect(await axe()).toEqual([]);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForSelector('text=La session est terminée.');
    await other.waitFor({ state: 'detached' });
    expect(complaints).toEqual([]);
  });

  it('ends all sessions of a person, for who manages access', async () => {
    const colleague = await enterPerson(opened.gateway, ['accueil'], { name: 'Dominique Exemple' });
    await sessionOf(opened.gateway, colleague, { device: 'Safari, iPhone' });
    await sessionOf(opened.gateway, colleague, { device: 'Chrome, Windows' });
    const { page, axe, complaints } = await opened.at('/settings', ['exploitation']);
    await page.click('button:has-text("Dominique Exemple")');
    await page.waitForSelector('section[aria-label="Sessions de Dominique Exemple"] tr:has-text("Safari, iPhone")');
    expect(page.url()).toContain(`person=${colleague.id}`);
    expect(await axe()).toEqual([]);
    await page.click('button:has-text("Terminer toutes ses sessions")');
    await page.click('[role=dialog] button:has-text("Terminer toutes ses sessions")');
    await page.waitForSelector('text=2 sessions sont terminées.');
    await page.waitForSelector('text=Aucune session ouverte.');
    expect(complaints).toEqual([]);
  });

  it('shows neither people nor config to others', async () => {
    const { page } = await opened.at('/settings', ['comptabilite']);
    await page.waitForSelector('text=Prête');
    await page.waitForSelector('text=celle-ci');
    for (const panel of ['Personnes', 'Applications', 'Configuration'])
      expect(await page.locator(`section[aria-label="${panel}"]`).count()).toBe(0);
  });
});

describe('/console/settings', () => {
  const opened = openForGroup(() => openConsole({ config: { clients } }));

  it.each(drawnLook)('shows health, clients and config without secrets, at $width px, $theme', async (looks) => {
    const { page, axe, fits, complaints } = await opened.at('/settings', ['exploitation'], looks);
    await page.waitForSelector('tr:has-text("shop")');
    await page.click('summary:has-text("retention")');
    const text = (await page.textContent('main')) ?? '';
    expect(text).not.toMatch(/canary|Y2FuYXJ5/);
    expect(text).toContain('auditMonths');
    expect([await axe(), await fits()]).toEqual([[], true]);
    expect(complaints).toEqual([]);
  });
});

describe('an open console', () => {
  const opened = openForGroup(() => openConsole({ config: { console: readConfig({}).console } }));

  it('says that it has no sessions, no people and no clients', async () => {
    const { page, go } = await opened.visitor();
    await go('/settings');
    await page.waitForSelector('text=elle fonctionne sans connexion');
    await page.waitForSelector('text=Personne n’a encore accès à la console');
    await page.waitForSelector('text=Aucune application n’est configurée');
  });
});
