import { describe, expect, it } from 'vitest';
import { Secret } from '../../src/kernel/merchant.ts';
import { readSession } from '../../src/modules/people/read-session.ts';
import { readyRoles } from '../../src/modules/people/role.ts';
import type { ConsoleSettings } from '../../src/modules/people/settings.ts';
import { drawnDatabases } from '../support/drawn-databases.ts';
import type { TestGateway } from '../support/gateway.ts';
import { openForGroup } from '../support/open-for.ts';
import { localConsole, servicesOf, startConsole } from '../support/people/console.ts';
import { clientId, clientSecret, createTraveller, startProvider } from '../support/people/provider.ts';

const same = { 'Sec-Fetch-Site': 'same-origin' };

describe.each(drawnDatabases())('signing in at the identity provider, on $name', ({ open }) => {
  const provider = openForGroup(startProvider);
  // The gateway reads it for each request, so that a test changes it in place.
  const settings: { -readonly [Name in keyof ConsoleSettings]: ConsoleSettings[Name] } = {
    ...localConsole,
    local: null,
  };
  const gateway = openForGroup(async () => {
    const clientSettings = { issuer: provider.issuer, clientId, clientSecret: new Secret(clientSecret) };
    settings.oidc = { ...clientSettings, rolesClaim: 'roles' };
    const started: TestGateway = await startConsole({ open, config: { console: settings } });
    provider.allow(started.url);
    return started;
  });

  let count = 0;
  const become = (claims: Record<string, unknown>) => {
    provider.account.id = `u-${count++}`;
    provider.account.claims = { name: 'Camille Exemple', preferred_username: 'camille@example.fr', ...claims };
    provider.account.signedInAt = 0;
    return createTraveller(gateway.url);
  };
  const tokenOf = (browser: ReturnType<typeof createTraveller>) => browser.cookies().get('__Host-console') ?? null;
  const callerOf = async (browser: ReturnType<typeof createTraveller>) => {
    const token = tokenOf(browser);
    return token === null ? null : ((await readSession(servicesOf(gateway, settings), token))?.caller ?? null);
  };
  const refused = async (response: Response, browser: ReturnType<typeof createTraveller>, status = 401) => {
    expect(response.status).toBe(status);
    expect(await callerOf(browser)).toBeNull();
  };

  it('gives the roles of the claim, and a session', async () => {
    const browser = become({ roles: ['comptabilite', 'unknown'] });
    const done = await browser.go(await browser.reachCallback(), same);
    expect([done.status, done.headers.get('Location')]).toEqual([303, '/console']);
    expect((await callerOf(browser))?.person).toMatchObject({ name: 'Camille Exemple', roles: ['comptabilite'] });
    const page = await (await browser.go(`${gateway.url}/console/sessions`, same)).text();
    expect(page).toContain('Camille Exemple');
    expect(page).toContain('compte de l’entreprise');
  });

  it('asks for PKCE, state and nonce, and keeps them in a Lax cookie of ten minutes', async () => {
    const browser = become({ roles: ['lecture'] });
    const response = await browser.go(`${gateway.url}/console/oidc`);
    const { searchParams } = new URL(response.headers.get('Location') ?? '');
    expect(searchParams.get('code_challenge_method')).toBe('S256');
    for (const name of ['state', 'nonce', 'code_challenge']) expect(searchParams.get(name)).toMatch(/^[\w-]{43}$/);
    expect(response.headers.getSetCookie()[0]).toMatch(
      /^__Host-console-flow=[\w-]+; Path=\/; Secure; HttpOnly; SameSite=Lax; Max-Age=600$/,
    );
  });

  it('begins no sign-in where another site sends the browser', async () => {
    const browser = become({ roles: ['lecture'] });
    const response = await browser.go(`${gateway.url}/console/oidc`, { 'Sec-Fetch-Site': 'cross-site' });
    expect([response.status, response.headers.get('Location')]).toEqual([303, '/console/sign-in']);
    expect(browser.cookies().size).toBe(0);
  });

  it('asks the browser again where the provider led it here, for its session is left out then', async () => {
    const browser = become({ roles: ['lecture'] });
    const callback = await browser.reachCallback();
    const led = await browser.go(callback, { 'Sec-Fetch-Site': 'cross-site' });
    expect([led.status, led.headers.get('Refresh'), tokenOf(browser)]).toEqual([200, '0', null]);
    expect((await browser.go(callback, same)).status).toBe(303);
  });

  it('follows the provider at each sign-in: a role that it took away is gone', async () => {
    const browser = become({ roles: ['comptabilite'] });
    const { id } = provider.account;
    await browser.go(await browser.reachCallback(), same);
    const other = become({ roles: ['lecture'], name: 'Camille Autre' });
    provider.account.id = id;
    await other.go(await other.reachCallback(), same);
    expect((await callerOf(browser))?.person).toMatchObject({ name: 'Camille Autre', roles: ['lecture'] });
  });

  it('refuses a person without a role here, and keeps nothing of it', async () => {
    const browser = become({ roles: ['sales'], name: 'Dominique Sansrole' });
    const answer = await browser.go(await browser.reachCallback(), same);
    await refused(answer, browser, 403);
    expect(await answer.text()).toContain('n’a pas accès à la console');
    expect(await gateway.store.personBySubject(provider.issuer, provider.account.id)).toBeNull();
  });

  it('reads roles from another claim, from within an object, and from a verified address alone', async () => {
    const { oidc, roles: before } = settings;
    const [lecture] = [readyRoles.get('lecture')];
    if (oidc === null || !lecture) throw new Error('the test has a provider, and lecture is ready');
    const roles = new Map([['lecture', { ...lecture, claims: new Set(['g-1', 'camille@example.fr']) }]]);
    const tryWith = async (rolesClaim: string, claims: Record<string, unknown>) => {
      Object.assign(settings, { roles, oidc: { ...oidc, rolesClaim } });
      const browser = become(claims);
      await browser.go(await browser.reachCallback(), same);
      return (await callerOf(browser))?.person?.roles ?? null;
    };
    expect(await tryWith('groups', { groups: ['g-1'] })).toEqual(['lecture']);
    expect(await tryWith('groups', { groups: 'g-1' })).toEqual(['lecture']);
    expect(await tryWith('realm_access.roles', { realm_access: { roles: ['g-1'] } })).toEqual(['lecture']);
    expect(await tryWith('email', { email: 'camille@example.fr', email_verified: true })).toEqual(['lecture']);
    expect(await tryWith('email', { email: 'camille@example.fr', email_verified: false })).toBeNull();
    expect(await tryWith('email', { email: 'camille@example.fr' })).toBeNull();
    expect(await tryWith('__proto__.constructor', {})).toBeNull();
    Object.assign(settings, { roles: before, oidc });
  });

  describe('is refused', () => {
    const change = (callback: string, name: string, value: string): string => {
      const url = new URL(callback);
      url.searchParams.set(name, value);
      return url.href;
    };
    const withFlow = (browser: ReturnType<typeof createTraveller>, part: object): void => {
      const flow = JSON.parse(Buffer.from(browser.cookies().get('__Host-console-flow') ?? '', 'base64url').toString());
      const changed = Buffer.from(JSON.stringify({ ...flow, ...part })).toString('base64url');
      browser.cookies().set('__Host-console-flow', changed);
    };

    it.each(['state', 'code', 'iss'])('with another %s', async (name) => {
      const browser = become({ roles: ['lecture'] });
      const callback = change(await browser.reachCallback(), name, 'https://other.example/aaaaaaaaaaaaaaaaaaaaaaaaaa');
      await refused(await browser.go(callback, same), browser);
    });

    it('without the issuer that the provider always names', async () => {
      const browser = become({ roles: ['lecture'] });
      const url = new URL(await browser.reachCallback());
      url.searchParams.delete('iss');
      await refused(await browser.go(url.href, same), browser);
    });

    it.each([{ nonce: 'n'.repeat(43) }, { state: 's'.repeat(43) }, { verifier: 'v'.repeat(43) }])(
      'where the browser brings %j',
      async (part) => {
        const browser = become({ roles: ['lecture'] });
        const callback = await browser.reachCallback();
        withFlow(browser, part);
        await refused(await browser.go(callback, same), browser);
      },
    );

    it('without the cookie of the flow: another browser began it', async () => {
      const browser = become({ roles: ['lecture'] });
      const callback = await browser.reachCallback();
      browser.cookies().delete('__Host-console-flow');
      await refused(await browser.go(callback, same), browser);
    });

    it('with a code that was used before', async () => {
      const browser = become({ roles: ['lecture'] });
      const callback = await browser.reachCallback();
      const flow = browser.cookies().get('__Host-console-flow') ?? '';
      expect((await browser.go(callback, same)).status).toBe(303);
      browser.cookies().clear();
      browser.cookies().set('__Host-console-flow', flow);
      await refused(await browser.go(callback, same), browser);
    });

    it('where the provider says no, and its words are not shown', async () => {
      const browser = become({ roles: ['lecture'] });
      const url = new URL(await browser.reachCallback());
      url.searchParams.delete('code');
      url.searchParams.set('error', 'access_denied');
      url.searchParams.set('error_description', 'go to evil.example');
      const answer = await browser.go(url.href, same);
      expect(await answer.clone().text()).not.toContain('evil.example');
      await refused(answer, browser);
      expect(JSON.stringify(gateway.logs)).not.toContain('evil.example');
    });

    it('where the provider cannot be reached', async () => {
      const { oidc } = settings;
      settings.oidc = oidc && { ...oidc, issuer: 'http://127.0.0.1:1' };
      const browser = become({ roles: ['lecture'] });
      const answer = await browser.go(`${gateway.url}/console/oidc`);
      settings.oidc = oidc;
      expect(answer.status).toBe(503);
      expect(await answer.text()).toContain('ne répond pas');
    });

    it.each(['ANSWER', 'CUT'] as const)('where the provider cannot be reached on the way back: %s', async (how) => {
      const browser = become({ roles: ['lecture'] });
      const callback = await browser.reachCallback();
      provider.fail(how);
      const answer = await browser.go(callback, same);
      provider.fail(null);
      expect(await answer.clone().text()).toContain('ne répond pas');
      await refused(answer, browser, 503);
    });
  });

  it('gives a new token whatever token the browser had: none can be planted', async () => {
    const planted = 'p'.repeat(43);
    const browser = become({ roles: ['lecture'] });
    const callback = await browser.reachCallback();
    browser.cookies().set('__Host-console', planted);
    await browser.go(callback, same);
    expect(tokenOf(browser)).not.toBe(planted);
    expect(await readSession(servicesOf(gateway, settings), planted)).toBeNull();
    const first = tokenOf(browser) ?? '';
    await browser.go(await browser.reachCallback(), same);
    expect(tokenOf(browser)).not.toBe(first);
    expect(await readSession(servicesOf(gateway, settings), first)).toBeNull();
  });

  it('has the provider say when it asked the person last, by the longest session', async () => {
    const browser = become({ roles: ['comptabilite'] });
    const response = await browser.go(`${gateway.url}/console/oidc`);
    expect(new URL(response.headers.get('Location') ?? '').searchParams.get('max_age')).toBe('36000');
    provider.account.signedInAt = Date.now() - 120_000;
    await browser.go(await browser.reachCallback(), same);
    const confirmedAt = (await callerOf(browser))?.person?.confirmedAt ?? 0;
    expect(Math.abs(confirmedAt - (gateway.now() - 120_000))).toBeLessThan(60_000);
  });

  it.each([
    { published: {}, signsIn: false },
    { published: { claims_supported: undefined }, signsIn: false },
    { published: { claims_supported: ['sub', 'name'] }, signsIn: true },
  ])('by an answer that says no time signs in only where the provider never says one: $published', async (given) => {
    provider.allow(gateway.url, given.published);
    // The gateway reads what the provider publishes again for other settings.
    settings.oidc = settings.oidc && { ...settings.oidc };
    const browser = become({ roles: ['comptabilite'] });
    const asked = new URL((await browser.go(`${gateway.url}/console/oidc`)).headers.get('Location') ?? '');
    // As a person can at a browser that is signed in at the provider.
    asked.searchParams.delete('max_age');
    const answer = await browser.go(await browser.reachCallback(asked.href), same);
    provider.allow(gateway.url);
    settings.oidc = settings.oidc && { ...settings.oidc };
    const caller = await callerOf(browser);
    if (given.signsIn) expect(caller?.person).toMatchObject({ confirmedAt: null });
    else expect([answer.status, caller]).toEqual([401, null]);
    if (!given.signsIn) expect(await answer.text()).toContain('href="/console/oidc?again=1"');
    const again = new URL((await browser.go(`${gateway.url}/console/oidc?again=1`)).headers.get('Location') ?? '');
    expect([again.searchParams.get('max_age'), again.searchParams.get('prompt')]).toEqual(['0', 'login']);
  });

  it('steps up where the provider asked again just now, for the same person alone', async () => {
    const browser = become({ roles: ['comptabilite'] });
    await browser.go(await browser.reachCallback(), same);
    const before = tokenOf(browser);
    const confirm = `${gateway.url}/console/oidc?confirm=1`;
    const answer = await browser.go(await browser.reachCallback(confirm), same);
    expect(answer.status).toBe(303);
    expect(tokenOf(browser)).not.toBe(before);
    const confirmedAt = (await callerOf(browser))?.person?.confirmedAt ?? 0;
    expect(Math.abs(confirmedAt - gateway.now())).toBeLessThan(60_000);
    browser.leave(provider.issuer);
    provider.account.id = `u-${count++}`;
    const other = await browser.go(await browser.reachCallback(confirm), same);
    expect(other.status).toBe(401);
    expect((await callerOf(browser))?.person?.roles).toEqual(['comptabilite']);
  });

  it('follows the provider at a step-up too, which ends the session of a person without a role by now', async () => {
    const browser = become({ roles: ['comptabilite'] });
    await browser.go(await browser.reachCallback(), same);
    const stepUpWith = async (roles: readonly string[]) => {
      provider.account.claims = { ...provider.account.claims, roles };
      return browser.go(await browser.reachCallback(`${gateway.url}/console/oidc?confirm=1`), same);
    };
    expect((await stepUpWith(['lecture'])).status).toBe(303);
    expect((await callerOf(browser))?.person?.roles).toEqual(['lecture']);
    await refused(await stepUpWith(['sales']), browser, 403);
  });

  it('does not step up by an old proof of the provider', async () => {
    const browser = become({ roles: ['comptabilite'] });
    await browser.go(await browser.reachCallback(), same);
    const before = tokenOf(browser);
    provider.account.signedInAt = Date.now() - 3_600_000;
    const answer = await browser.go(await browser.reachCallback(`${gateway.url}/console/oidc?confirm=1`), same);
    expect([answer.status, tokenOf(browser)]).toEqual([401, before]);
  });

  it('leaves no secret, code, token or claim in a log', async () => {
    const browser = become({ roles: ['lecture'], email: 'canary@example.fr' });
    const callback = new URL(await browser.reachCallback());
    await browser.go(callback.href, same);
    const secrets = [clientSecret, callback.searchParams.get('code') ?? '', callback.searchParams.get('state') ?? ''];
    const logs = JSON.stringify(gateway.logs);
    for (const secret of [...secrets, tokenOf(browser) ?? '', 'canary@', 'Camille']) expect(logs).not.toContain(secret);
  });
});
