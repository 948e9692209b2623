import { TOTP } from 'otpauth';
import { describe, expect, it } from 'vitest';
import { hashOfToken } from '../../src/modules/people/session.ts';
import { consoleOperations } from '../support/console/operations.ts';
import { drawnDatabases } from '../support/drawn-databases.ts';
import { openForEach } from '../support/open-for.ts';
import {
  askConsole,
  cookie,
  enterPerson,
  invite,
  sendForm,
  sessionOf,
  startConsole,
  tokenSetBy,
} from '../support/people/console.ts';

/** What the audit log says of sign-ins: whose, by which request, and that a flood hides no one else's. */

const all = { actors: null, action: null, object: null, outcome: null, from: null, until: null };

describe.each(drawnDatabases())('the audit log of sign-ins, on $name', ({ open }) => {
  const gateway = openForEach(() => startConsole({ open }));
  const refused = () => gateway.store.auditEntries({ ...all, outcome: 'REFUSED' }, null, 100);
  const guess = (login: string) =>
    sendForm(gateway, '/console/sign-in', { login, password: 'a wrong password', code: '123456' });

  it('names a person who is known, by its id alone, and of a stranger nothing that was typed', async () => {
    const person = await enterPerson(gateway, ['lecture']);
    const answers = [await guess(person.subject), await guess('secret-typed-into-the-login')];
    await expect.poll(refused).toHaveLength(2);
    const entries = await refused();
    const requests = answers.map((answer) => answer.headers.get('X-Request-Id'));
    expect(entries.toReversed()).toMatchObject([
      { action: 'signIn', actor: 'console', object: person.id, code: 'WRONG', request: requests[0] },
      { action: 'signIn', actor: 'console', object: null, code: 'WRONG', request: requests[1] },
    ]);
    expect(JSON.stringify(entries)).not.toMatch(/typed|milliet\.example/);
  });

  it('has the refusal of one person while a stranger, or another person, floods it', async () => {
    const [one, other] = [await enterPerson(gateway, ['lecture']), await enterPerson(gateway, ['lecture'])];
    // At the beginning of a minute: the limit is one of each minute.
    gateway.advance(60_000 - (gateway.now() % 60_000));
    for (let count = 0; count < 30; count++) await guess(`stranger-${count}`);
    for (let count = 0; count < 12; count++) await guess(other.subject);
    await guess(one.subject);
    await expect.poll(async () => (await refused()).map(({ object }) => object)).toContain(one.id);
    const objects = (await refused()).map(({ object }) => object);
    expect(objects.filter((object) => object === null)).toHaveLength(10);
    expect(objects.filter((object) => object === other.id).length).toBeLessThanOrEqual(10);
  });

  it('names what a person who is signed in was refused', async () => {
    const person = await enterPerson(gateway, ['lecture']);
    const token = await sessionOf(gateway, person);
    await sendForm(gateway, '/console/confirm', { code: '123456' }, cookie(token));
    await sendForm(
      gateway,
      '/console/password',
      { current: 'x', next: 'quatre mots sans rapport', code: '1' },
      cookie(token),
    );
    await sendForm(gateway, `/console/link/${'A'.repeat(43)}`, { code: '1' });
    await expect.poll(refused).toHaveLength(3);
    expect((await refused()).toReversed().map(({ action, object, code }) => [action, object, code])).toEqual([
      ['stepUp', person.id, 'WRONG'],
      ['changePassword', person.id, 'WRONG'],
      ['useLink', null, 'LINK'],
    ]);
  });

  it('asks for a fresh proof before it ends the session of another person, and notes that', async () => {
    const stale = { confirmedAt: null };
    const [asking, other] = [await enterPerson(gateway, ['exploitation']), await enterPerson(gateway, ['lecture'])];
    const token = await sessionOf(gateway, asking, stale);
    await sessionOf(gateway, other);
    const [session] = await gateway.store.sessionsOf(other.id);
    const answer = await sendForm(gateway, '/console/sessions/end', { id: session?.id ?? '' }, cookie(token));
    expect(answer.status).toBe(403);
    expect(await answer.text()).toContain('Confirmez d’abord que c’est vous.');
    expect(await gateway.store.sessionsOf(other.id)).toHaveLength(1);
    await expect.poll(refused).toMatchObject([{ action: 'endSession', object: asking.id, code: 'STALE' }]);
  });

  it('does not end the session of another person without the right people, and notes that', async () => {
    const [asking, other] = [await enterPerson(gateway, ['lecture']), await enterPerson(gateway, ['lecture'])];
    const token = await sessionOf(gateway, asking);
    await sessionOf(gateway, other);
    const [session] = await gateway.store.sessionsOf(other.id);
    const answer = await sendForm(gateway, '/console/sessions/end', { id: session?.id ?? '' }, cookie(token));
    expect([answer.status, await answer.text()]).toEqual([403, expect.stringContaining('Rien n’a été fait.')]);
    expect(await gateway.store.sessionsOf(other.id)).toHaveLength(1);
    await expect.poll(refused).toMatchObject([{ action: 'endSession', object: asking.id, code: 'FOREIGN' }]);
  });

  it('leads back to the sessions where one’s own had ended before', async () => {
    const person = await enterPerson(gateway, ['lecture']);
    const [token, elsewhere] = [await sessionOf(gateway, person), await sessionOf(gateway, person)];
    const session = await gateway.store.sessionByToken(hashOfToken(elsewhere));
    for (const _time of ['first', 'second']) {
      const answer = await sendForm(gateway, '/console/sessions/end', { id: session?.session.id ?? '' }, cookie(token));
      expect([answer.status, answer.headers.get('location')]).toEqual([303, '/console/sessions']);
      expect(await gateway.store.sessionsOf(person.id)).toHaveLength(1);
    }
  });

  it('says which request a person signed in, confirmed and ended sessions by', async () => {
    const { token: link, person } = await invite(gateway, 'camille@milliet.example', ['exploitation']);
    const page = await (await gateway.get(`/console/link/${link}`)).text();
    const [, sealed = ''] = /name="sealed" value="([^"]+)"/.exec(page) ?? [];
    const [, secret = ''] = /class="key">([A-Z2-7]+)</.exec(page) ?? [];
    const code = () => new TOTP({ secret }).generate({ timestamp: gateway.now() });
    const password = 'un vélo bleu dans la cour';
    let token = '';
    const requests: string[] = [];
    const send = async (path: string, fields: Record<string, string>): Promise<void> => {
      const answer = await sendForm(gateway, path, fields, token === '' ? {} : cookie(token));
      token = tokenSetBy(answer) ?? token;
      requests.push(answer.headers.get('X-Request-Id') ?? '');
    };
    await send(`/console/link/${link}`, { password, sealed, code: code() });
    gateway.advance(30_000);
    await send('/console/sign-in', { login: 'camille@milliet.example', password, code: code() });
    gateway.advance(30_000);
    await send('/console/confirm', { code: code() });
    gateway.advance(30_000);
    await send('/console/password', { current: password, next: 'quatre mots sans aucun rapport', code: code() });
    const other = await enterPerson(gateway, ['lecture']);
    await sessionOf(gateway, other);
    const [session] = await gateway.store.sessionsOf(other.id);
    await askConsole(
      gateway,
      { documentId: consoleOperations.EndSession, variables: { id: session?.id } },
      cookie(token),
    );
    await send('/console/sign-out', {});
    const entries = (await gateway.store.auditEntries(all, null, 100)).filter(
      ({ actor }) => actor === `console/${person.id}`,
    );
    expect(entries.toReversed().map(({ action, request }) => [action, requests.indexOf(request ?? '')])).toEqual([
      ...[
        ['useLink', 0],
        ['signIn', 0],
        ['signIn', 1],
        ['stepUp', 2],
        ['changePassword', 3],
        ['stepUp', 3],
      ],
      ...[
        ['endSession', -1],
        ['endSession', 4],
      ],
    ]);
    expect(entries.every(({ request }) => request?.startsWith('req_'))).toBe(true);
  });
});
