import { TOTP } from 'otpauth';
import { describe, expect, it } from 'vitest';
import { commandLine } from '../../src/cli/operator/operator.ts';
import { countGuess, takeBackGuess } from '../../src/modules/people/proofs/guesses.ts';
import { readSession } from '../../src/modules/people/read-session.ts';
import { resetPerson } from '../../src/modules/people/sign-in/invite-person.ts';
import { drawnDatabases } from '../support/drawn-databases.ts';
import { openForEach } from '../support/open-for.ts';
import { cookie, invite, sendForm, servicesOf, startConsole, tokenSetBy } from '../support/people/console.ts';
import { enrol, password } from '../support/people/enrol.ts';

const halfMinute = 30_000;

describe.each(drawnDatabases())('a local account with a password and an app, on $name', ({ open }) => {
  const gateway = openForEach(() => startConsole({ open }));
  const login = 'camille@milliet.example';
  const signIn = (change: Record<string, string> = {}) =>
    sendForm(gateway, '/console/sign-in', { login, password, code: '', ...change });
  const isIn = async (response: Response) => {
    const token = tokenSetBy(response);
    return token !== null && (await readSession(servicesOf(gateway), token)) !== null;
  };

  it('is made by a one-time link, which signs in, shows recovery codes once, and serves once', async () => {
    const { token, form, done, codes } = await enrol(gateway, login);
    expect([done.status, codes.length, await isIn(done)]).toEqual([200, 10, true]);
    const again = await sendForm(gateway, `/console/link/${token}`, form);
    expect([again.status, tokenSetBy(again)]).toEqual([410, null]);
    expect((await gateway.get(`/console/link/${token}`)).status).toBe(410);
  });

  it('is not made with a link that is too old, or unknown', async () => {
    const { token } = await invite(gateway, login);
    expect((await gateway.get(`/console/link/${'A'.repeat(43)}`)).status).toBe(410);
    expect((await gateway.get('/console/link/x')).status).toBe(410);
    gateway.advance(24 * 3_600_000);
    expect((await gateway.get(`/console/link/${token}`)).status).toBe(410);
  });

  it.each([
    [{ password: 'court' }, /trop court/],
    [{ password: 'reglement123456' }, /facile à deviner/],
    [{ password: 'camillecamille' }, /facile à deviner/],
    [{ code: '000000' }, /pas le code/],
  ])('is not made with %j, and the same app goes on', async (change, said) => {
    const { token } = await invite(gateway, login);
    const page = await (await gateway.get(`/console/link/${token}`)).text();
    const [, sealed = ''] = /name="sealed" value="([^"]+)"/.exec(page) ?? [];
    const [, secret = ''] = /class="key">([A-Z2-7]+)</.exec(page) ?? [];
    const code = new TOTP({ secret }).generate({ timestamp: gateway.now() });
    const refused = await sendForm(gateway, `/console/link/${token}`, { password, sealed, code, ...change });
    const text = await refused.text();
    expect([refused.status, tokenSetBy(refused)]).toEqual([400, null]);
    expect(text).toMatch(said);
    expect(text).toContain(secret);
  });

  it('signs in with both, sets the cookie as it must be, and never with a code twice', async () => {
    const { code } = await enrol(gateway, login);
    gateway.advance(halfMinute);
    const given = { code: code() };
    const done = await signIn(given);
    expect([done.status, done.headers.get('Location')]).toEqual([303, '/console']);
    expect(done.headers.getSetCookie()[0]).toMatch(
      /^__Host-console=[\w-]{43}; Path=\/; Secure; HttpOnly; SameSite=Strict$/,
    );
    expect(await isIn(done)).toBe(true);
    const again = await signIn(given);
    expect([again.status, tokenSetBy(again)]).toEqual([401, null]);
  });

  it.each([
    ['a wrong password', { password: 'another password' }],
    ['a wrong code', { code: '123456' }],
    ['an unknown login', { login: 'unknown@milliet.example' }],
    ['no code', { code: '' }],
    ['a recovery code of no one', { code: '0'.repeat(24) }],
  ])('says the same for %s', async (_what, change) => {
    const { code } = await enrol(gateway, login);
    gateway.advance(halfMinute);
    const refused = await signIn({ code: code(), ...change });
    expect([refused.status, tokenSetBy(refused)]).toEqual([401, null]);
    expect(await refused.text()).toContain('Identifiant, mot de passe ou code incorrect.');
  });

  it('takes each recovery code once', async () => {
    const { codes } = await enrol(gateway, login);
    const code = codes[0]?.toLowerCase().replaceAll('-', ' ') ?? '';
    const done = await signIn({ code });
    const signedIn = await readSession(servicesOf(gateway), tokenSetBy(done) ?? '');
    expect(signedIn?.caller.person?.confirmedAt).toBeNull();
    expect(await isIn(await signIn({ code }))).toBe(false);
  });

  it('is not locked with the others of its office by sign-ins that were right, and is by wrong ones', async () => {
    const { code } = await enrol(gateway, login);
    const services = servicesOf(gateway);
    for (let person = 0; person < 47; person++)
      expect(await countGuess(services, [{ kind: 'network', name: '127.0.0.1' }])).toBeNull();
    for (let day = 0; day < 5; day++) {
      gateway.advance(halfMinute);
      expect((await signIn({ code: code() })).status).toBe(303);
    }
    for (const status of [401, 401, 401, 429])
      expect((await signIn({ login: 'unknown@milliet.example', code: '1' })).status).toBe(status);
  });

  it('that is right takes away no wait that a wrong one brought to its office meanwhile', async () => {
    const services = servicesOf(gateway);
    const network = { kind: 'network', name: '192.0.2.7' } as const;
    const takeBack = (at: number) => services.store.transact((transaction) => takeBackGuess(transaction, network, at));
    for (let wrong = 0; wrong < 49; wrong++) await countGuess(services, [network]);
    const at = services.clock();
    await countGuess(services, [network], at);
    expect(await countGuess(services, [network])).not.toBeNull();
    gateway.advance(60_000);
    await countGuess(services, [network]);
    await takeBack(at);
    expect(await countGuess(services, [network])).toBeGreaterThan(60_000);
  });

  it('is locked for longer and longer after wrong guesses, and opens again', async () => {
    const { code } = await enrol(gateway, login);
    for (let tried = 0; tried < 5; tried++) {
      expect((await signIn({ password: `wrong ${tried}`, code: '1' })).status).toBe(401);
    }
    const locked = await signIn({ code: code() });
    expect([locked.status, locked.headers.get('Retry-After')]).toEqual([429, '60']);
    expect(await locked.text()).toContain('Réessayez dans 1 min.');
    gateway.advance(60_000);
    expect((await signIn({ password: 'wrong', code: '1' })).status).toBe(401);
    expect((await signIn({ code: code() })).headers.get('Retry-After')).toBe('120');
    gateway.advance(120_000);
    expect(await isIn(await signIn({ code: code() }))).toBe(true);
  });

  it('counts guesses at once as guesses one after the other', async () => {
    await enrol(gateway, login);
    const tries = await Promise.all(Array.from({ length: 20 }, () => signIn({ password: 'wrong', code: '1' })));
    const checked = tries.filter(({ status }) => status === 401).length;
    expect(checked).toBeLessThanOrEqual(5);
    expect(tries.every(({ status }) => [401, 429, 503].includes(status))).toBe(true);
  });

  it('steps up by a fresh code, and gets a new token for it', async () => {
    const { done, code } = await enrol(gateway, login);
    const token = tokenSetBy(done) ?? '';
    gateway.advance(10 * 60_000);
    const refused = await sendForm(gateway, '/console/confirm', { code: '123456' }, cookie(token));
    expect([refused.status, tokenSetBy(refused)]).toEqual([401, null]);
    const confirmed = await sendForm(gateway, '/console/confirm', { code: code() }, cookie(token));
    const renewed = tokenSetBy(confirmed) ?? '';
    expect(renewed).not.toBe('');
    expect(await readSession(servicesOf(gateway), token)).toBeNull();
    const now = await readSession(servicesOf(gateway), renewed);
    expect(now?.caller.person?.confirmedAt).toBe(now?.session.seenAt);
  });

  it('changes its password by the old one and a code, and ends the other sessions', async () => {
    const { done, code } = await enrol(gateway, login);
    const token = tokenSetBy(done) ?? '';
    gateway.advance(halfMinute);
    const other = tokenSetBy(await signIn({ code: code() })) ?? '';
    const next = 'trois moineaux sur un toit';
    const change = (form: Record<string, string>) => sendForm(gateway, '/console/password', form, cookie(token));
    gateway.advance(halfMinute);
    const weak = await change({ current: password, next: 'motdepasse2026', code: code() });
    expect([weak.status, await weak.text()]).toEqual([400, expect.stringContaining('facile à deviner')]);
    const weakAndWrong = { current: 'wrong', next: 'motdepasse2026', code: code() };
    for (let tried = 0; tried < 6; tried++) expect((await change(weakAndWrong)).status).toBe(400);
    expect((await change({ current: 'wrong', next, code: code() })).status).toBe(401);
    expect((await change({ current: password, next, code: '123456' })).status).toBe(401);
    const changed = await change({ current: password, next, code: code() });
    expect([changed.status, changed.headers.get('Location')]).toEqual([303, '/console/sessions?password=changed']);
    expect(await isIn(changed)).toBe(true);
    for (const ended of [token, other]) expect(await readSession(servicesOf(gateway), ended)).toBeNull();
    gateway.advance(halfMinute);
    expect((await signIn({ code: code() })).status).toBe(401);
    gateway.advance(halfMinute);
    expect(await isIn(await signIn({ password: next, code: code() }))).toBe(true);
  });

  it('is reset from the command line: every proof and session ends, and a new link is made', async () => {
    const { done, code, codes } = await enrol(gateway, login);
    const { token } = await resetPerson(servicesOf(gateway), commandLine, login);
    expect(await isIn(done)).toBe(false);
    gateway.advance(halfMinute);
    expect((await signIn({ code: code() })).status).toBe(401);
    expect((await signIn({ code: codes[1] ?? '' })).status).toBe(401);
    expect((await gateway.get(`/console/link/${token}`)).status).toBe(200);
  });

  it('is refused a form that a page of another site sends, and one of no browser', async () => {
    const { code, done } = await enrol(gateway, login);
    gateway.advance(halfMinute);
    const form = { login, password, code: code() };
    const foreign = [
      { 'Sec-Fetch-Site': 'cross-site' },
      { 'Sec-Fetch-Site': 'same-site' },
      { 'Sec-Fetch-Site': 'none' },
    ];
    for (const headers of foreign)
      expect((await sendForm(gateway, '/console/sign-in', form, headers)).status).toBe(403);
    const origin = (value: string) =>
      gateway.get('/console/sign-out', {
        method: 'POST',
        headers: { Origin: value, ...cookie(tokenSetBy(done) ?? '') },
      });
    expect((await origin('https://evil.example')).status).toBe(403);
    expect((await gateway.get('/console/sign-out', { method: 'POST' })).status).toBe(403);
    expect(await isIn(done)).toBe(true);
    expect((await origin(gateway.url)).status).toBe(303);
    expect(await isIn(done)).toBe(false);
  });

  it('is counted and logged by the id of its person', async () => {
    await enrol(gateway, login);
    await signIn({ password: 'wrong', code: '1' });
    const metrics = await (await gateway.get('/metrics')).text();
    expect(metrics).toContain('reglement_sign_ins_total{outcome="signed_in"} 1');
    expect(metrics).toContain('reglement_sign_ins_total{outcome="wrong"} 1');
    expect(metrics).toContain('reglement_sign_ins_total{outcome="blocked"} 0');
    const person = await gateway.store.personBySubject('local', login);
    expect(gateway.logs).toContainEqual(expect.objectContaining({ msg: 'a person signed in', person: person?.id }));
  });

  it('leaves no login, password, code, token or link in a log or an answer', async () => {
    const { token, form, done, codes, code } = await enrol(gateway, login);
    await signIn({ code: code() });
    await signIn({ login: password, password: login, code: codes[0] ?? '' });
    const secrets = [login, password, token, tokenSetBy(done) ?? '', form.sealed, codes[0] ?? '', codes[1] ?? ''];
    const logs = JSON.stringify(gateway.logs);
    for (const secret of secrets) expect(logs).not.toContain(secret);
    const [lost] = gateway.logs.filter(({ msg }) => msg === 'a sign-in was refused');
    expect(lost).toMatchObject({ refusal: 'WRONG' });
    expect(gateway.logs.some(({ route }) => route === '/console/link/:token')).toBe(true);
  });
});
