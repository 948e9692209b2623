import type { BrowserContextOptions, Page } from 'playwright-core';
import type { Person } from '../../../src/modules/people/person.ts';
import { type Role, readyRoles } from '../../../src/modules/people/role.ts';
import type { ConsoleSettings } from '../../../src/modules/people/settings.ts';
import { launchBrowser, openPage, type TestBrowser } from '../browser.ts';
import type { TestGateway, TestGatewayOptions } from '../gateway.ts';
import { seriousFaultsOn } from '../pages/accessibility.ts';
import { enterPerson, localConsole, sessionOf, startConsole } from '../people/console.ts';
import { buildConsole } from './build-console.ts';

/** The console in a real browser, on a real gateway, as a person of any role. */

export type Looks = {
  readonly width?: number;
  readonly height?: number;
  readonly theme?: 'light' | 'dark';
  readonly language?: 'fr' | 'en';
  /** Other things of the browser: its time zone, forced colours. */
  readonly options?: BrowserContextOptions;
};

export type ConsolePage = {
  readonly page: Page;
  /** The person that is signed in; null on an open gateway. */
  readonly person: Person | null;
  /** Opens a page: `/payments`. */
  readonly go: (path: string) => Promise<void>;
  /** What axe finds serious or critical, one line each, on the page or in a part of it. */
  readonly axe: (part?: string) => Promise<readonly string[]>;
  /** Whether the page is as wide as the window, and not wider. */
  readonly fits: () => Promise<boolean>;
  /** What the browser complained about: a broken policy, an error, a missing file. Empty at the end of each test. */
  readonly complaints: string[];
  /** Ends the session as if it were too old. */
  readonly signOut: () => Promise<void>;
  /** Signs the same person in again, in the same browser. */
  readonly signIn: () => Promise<void>;
};

export type OpenConsole = {
  readonly gateway: TestGateway;
  /** A window in which a person of these roles is signed in, until the test ends. Each has its own cookies. */
  readonly signedIn: (roles: readonly string[], looks?: Looks) => Promise<ConsolePage>;
  /** The same, on this page: `/payments`. */
  readonly at: (path: string, roles: readonly string[], looks?: Looks) => Promise<ConsolePage>;
  /** A window without a session. */
  readonly visitor: (looks?: Looks) => Promise<ConsolePage>;
  /** Addresses outside of this machine that a page asked for: none. */
  readonly outsideRequests: readonly string[];
  readonly close: () => Promise<void>;
};

/**
 * The ready roles, and `direct`: all that the others may, in TEST, and in LIVE on a deployment for development too. No
 * test ever moves money: every bank is a simulator.
 */
export const settings: ConsoleSettings = { ...localConsole, roles: new Map([...readyRoles, ['direct', direct()]]) };

function direct(): Role {
  const roles = [...readyRoles.values()];
  const [first] = roles;
  if (!first) throw new Error('there is a ready role');
  return {
    ...first,
    runModes: new Set(['TEST', 'FORCE_LIVE']),
    scopes: new Set(roles.flatMap(({ scopes }) => [...scopes])),
    rights: new Set(roles.flatMap(({ rights }) => [...rights])),
    refundLimitCents: 50_000,
  };
}

/** For a page whose states are looked at one after the other. */
export const twoLooks = [
  { width: 1280, theme: 'light', language: 'fr' },
  { width: 390, theme: 'dark', language: 'en' },
] as const satisfies readonly Looks[];

/** Builds the console where its sources changed, and starts a gateway that people sign in to; opens a browser. */
export async function openConsole(options: TestGatewayOptions = {}): Promise<OpenConsole> {
  await buildConsole();
  const config = { console: settings, ...options.config };
  const [gateway, browser] = await Promise.all([startConsole({ ...options, config }), launchBrowser()]);
  const at = { gateway, browser, origin: config.publicUrl ?? gateway.url };
  const signedIn: OpenConsole['signedIn'] = async (roles, looks) =>
    openAs(at, await enterPerson(gateway, roles), looks);
  return {
    ...{ gateway, signedIn },
    at: async (path, ...as) => {
      const window = await signedIn(...as);
      await window.go(path);
      return window;
    },
    visitor: (looks) => openAs(at, null, looks),
    outsideRequests: browser.outsideRequests,
    close: async () => {
      await browser.close();
      await gateway.close();
    },
  };
}

/** `origin`: the public address, where the config names one. */
type At = { readonly gateway: TestGateway; readonly browser: TestBrowser; readonly origin: string };

async function openAs(
  { gateway, browser, origin }: At,
  person: Person | null,
  { width = 1280, height = 800, theme = 'light', language = 'fr', options = {} }: Looks = {},
): Promise<ConsolePage> {
  const { context, page, complaints } = await openPage(browser, {
    ...{ viewport: { width, height }, colorScheme: theme, locale: language === 'fr' ? 'fr-FR' : 'en-GB' },
    ...options,
  });
  const signIn = async (): Promise<void> => {
    if (!person) return;
    const value = await sessionOf(gateway, person, { settings });
    const flags = { secure: true, httpOnly: true, sameSite: 'Strict' as const, path: '/' };
    const { hostname: domain } = new URL(origin);
    await context.addCookies([{ name: '__Host-console', value, domain, ...flags }]);
  };
  await signIn();
  return {
    ...{ page, person, complaints, signIn },
    signOut: () => context.clearCookies(),
    go: async (path) => {
      await page.goto(`${origin}/console${path}`);
      await page.waitForSelector('main h1');
    },
    axe: (part) => seriousFaultsOn(page, part),
    fits: () => page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth),
  };
}
