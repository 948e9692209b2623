import { userInfo } from 'node:os';
import { describe, expect, it } from 'vitest';
import { night } from '../support/at-bank.ts';
import { runGateway, runGatewayHere } from '../support/cli/run-gateway.ts';
import { drawnDatabases } from '../support/drawn-databases.ts';
import { scriptFault, startGateway } from '../support/gateway.ts';
import { openForGroup } from '../support/open-for.ts';
import { freeTexts } from '../support/privacy/free-texts.ts';
import { countPayments, type Initiated, initiated, legacyPath } from '../support/requests.ts';

const card = { card_number: '1111222233334444', expiry: '12/99', security_code: '123' };

describe.each(drawnDatabases())('the command line beside a gateway on $name', ({ name, open }) => {
  const gateway = openForGroup(() => startGateway({ open }));

  /** On the gateway's database and at its simulators. */
  const environment = () => ({ DATABASE_URL: gateway.databaseUrl, PUBLIC_URL: gateway.url, LOG_LEVEL: 'silent' });
  const run = (...args: string[]) => runGatewayHere(args, environment());
  const runProcess = (...args: string[]) => runGateway(args, environment());
  const form = (fields: Record<string, string>): RequestInit => ({ method: 'POST', body: new URLSearchParams(fields) });

  async function payUnheard({ payment }: Initiated): Promise<void> {
    await scriptFault(gateway, { kind: 'LOSE_NOTIFICATION', reference: `${payment.reference}-1` });
    if (payment.nextAction?.__typename !== 'RedirectAction') throw new Error('no form');
    const fields = Object.fromEntries(payment.nextAction.fields.map(({ name: field, value }) => [field, value]));
    const opened = await fetch(payment.nextAction.url, { ...form(fields), redirect: 'manual' });
    const session = new URL(opened.headers.get('Location') ?? '', payment.nextAction.url);
    await fetch(session, { ...form({ action: 'pay', ...card }), redirect: 'manual' });
  }

  it('asks the bank about a payment, and tells its story without the person', async () => {
    const initiation = await initiated(gateway, freeTexts("Livraison d'été"));
    const { id, reference } = initiation.payment;
    await payUnheard(initiation);
    expect(await runProcess('payment', 'refresh', reference)).toEqual({
      code: 0,
      stdout: `${reference} is PAID now.\n`,
      stderr: '',
    });
    expect((await run('payment', 'refresh', id, '--json')).stdout).toContain('"changed": false');

    const told = await runProcess('payment', 'show', reference.toLowerCase());
    expect(told).toMatchObject({ code: 0, stderr: '' });
    for (const text of [`${reference}  PAID  12,50 EUR`, id, `${reference}-1`, 'INITIATED', 'STATUS_CHANGED'])
      expect(told.stdout).toContain(text);
    const json = await run('payment', 'show', id, '--json');
    expect(JSON.parse(json.stdout)).toMatchObject({
      payment: { id, status: 'PAID' },
      attempts: [{ number: 1, status: 'PAID' }],
      events: [{ type: 'INITIATED' }, { type: 'STATUS_CHANGED' }],
    });
    for (const { stdout } of [told, json]) expect(stdout).not.toMatch(/example\.fr|\b2263\b|Livraison/);
    const personal = await run('payment', 'show', id, '--personal');
    for (const text of ['a.client+essai@example.fr', '2263', "Livraison d'été"])
      expect(personal.stdout).toContain(text);
    const payment = await gateway.store.paymentById(id);
    for (const { stdout } of [told, json, personal]) expect(stdout).not.toContain(payment?.token);
  });

  it('gives money back on request, once under a key, and shows it', async () => {
    const initiation = await initiated(gateway);
    const { id, reference } = initiation.payment;
    await payUnheard(initiation);
    await run('payment', 'refresh', reference);
    await night(gateway);
    expect(await run('payment', 'refund', reference)).toEqual({
      code: 0,
      stdout: `12,50 EUR of ${reference} would be given back. Nothing was changed: add --yes to do it.\n`,
      stderr: '',
    });
    expect(await gateway.store.operationsOf(id)).toEqual([]);
    const part = ['payment', 'refund', reference, '--euros', '5,00', '--key', `part-${name}`, '--yes'];
    expect((await runProcess(...part)).stdout).toBe(
      `${reference}: 5,00 EUR were given back. It is PARTIALLY_REFUNDED.\n`,
    );
    expect((await run(...part)).stdout).toContain('were given back before.');
    expect((await run('payment', 'refund', reference, '--cents', '1')).stdout).toContain('0,01 EUR of 7,50 EUR of');
    const { stdout: rehearsed } = await run('payment', 'refund', reference, '--cents', '1', '--json');
    expect(JSON.parse(rehearsed)).toMatchObject({
      ...{ done: false, maximumCents: 750, operation: { paymentId: id, kind: 'REFUND', amountCents: 1 } },
      payment: { id, status: 'PARTIALLY_REFUNDED' },
    });
    expect(rehearsed).not.toContain('example.fr');
    for (const bad of ['5,0', '-1', 'x'])
      expect((await run('payment', 'refund', reference, '--euros', bad)).code).toBe(2);
    for (const [option, bad] of [
      ['--cents', 'x'],
      ['--cents', '0'],
      ['--cents', '5.5'],
      ['--euros', '0,00'],
    ] as const) {
      const refused = await run('payment', 'refund', reference, option, bad);
      expect([refused.code, refused.stdout, refused.stderr]).toEqual([2, '', expect.stringContaining(option)]);
    }
    expect(await run('payment', 'refund', reference, '--cents', '751')).toMatchObject({
      ...{ code: 1, stdout: '', stderr: 'amount is more than can still be given back: 7,50 EUR.\n' },
    });
    const tooMuch = await run('payment', 'refund', reference, '--cents', '751', '--yes');
    expect([tooMuch.code, tooMuch.stdout]).toEqual([1, '']);
    expect(tooMuch.stderr).toContain('amount is more than can still be given back: 7,50 EUR.');
    const rest = await run('payment', 'refund', reference, '--yes', '--json');
    expect(JSON.parse(rest.stdout)).toMatchObject({ operation: { amountCents: 750 }, payment: { status: 'REFUNDED' } });
    expect(await run('payment', 'refund', reference)).toMatchObject({ code: 1, stdout: '' });
    expect((await run('payment', 'show', reference)).stdout).toMatch(
      /REFUND +5,00 EUR +DONE[\s\S]*REFUND +7,50 EUR +DONE/,
    );
    // Who was at the command line is known, and stands in no event.
    const { username } = userInfo();
    const actions = await run('actions', '--subject', id, '--json');
    expect(JSON.parse(actions.stdout)).toMatchObject([
      ...Array<object>(4).fill({ kind: 'REFUND_PAYMENT', client: 'operator', operator: username, subject: id }),
      { kind: 'REFRESH_PAYMENT', client: 'operator', operator: username, subject: id },
    ]);
    expect((await run('payment', 'show', reference)).stdout).toContain(`operator (${username})`);
    const events = await gateway.store.eventsOf(id, 0, 100);
    expect(events.at(-1)?.data.actor).toBe('operator');
    expect(events.every(({ data }) => !('operator' in data))).toBe(true);
  });

  it('says where the answer of the bank to a refund was lost', async () => {
    const initiation = await initiated(gateway);
    const { reference } = initiation.payment;
    await payUnheard(initiation);
    await run('payment', 'refresh', reference);
    await night(gateway);
    await scriptFault(gateway, { kind: 'CUT_CONNECTION', operation: 'REFUND', reference: `${reference}-1` });
    const { code, stdout, stderr } = await run('payment', 'refund', reference, '--yes');
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(/^ope_\S+: The bank gave no clear answer\./);
    expect((await run('payment', 'show', reference)).stdout).toMatch(/REFUND +12,50 EUR +UNKNOWN/);
  });

  it('says where there is no such payment or notification', async () => {
    for (const args of [
      ['payment', 'show', '0000-0000'],
      ['payment', 'refresh', `pay_${'0'.repeat(32)}`],
      ['notification', 'replay', `ntf_${'0'.repeat(32)}`],
    ]) {
      const { code, stdout, stderr } = await run(...args);
      expect([code, stdout]).toEqual([1, '']);
      expect(stderr).toMatch(/no (?:such notification|payment)/);
    }
  });

  it('reads a message of a bank again', async () => {
    await gateway.get('/notify/paybox/1?Mt=1250&K=none');
    const [stored] = await gateway.store.notifications({
      ...{ limit: 1, beforeId: null, outcome: 'REJECTED', paymentTarget: null, idSociete: null, paymentId: null },
      visibleTo: null,
    });
    const { code, stdout } = await runProcess('notification', 'replay', stored?.id ?? '');
    expect([code, stdout]).toEqual([0, expect.stringContaining(`${stored?.id} is REJECTED, as before: `)]);
    const json = JSON.parse((await run('notification', 'replay', stored?.id ?? '', '--json')).stdout);
    expect(json).toMatchObject({ id: stored?.id, changed: false, outcome: { kind: 'REJECTED' } });
  });

  it('explains a URL without paying', async () => {
    const before = await countPayments(gateway);
    const url = legacyPath({ idCommande: `explained-${name}` }, '?callback=shop.paid');
    const explained = await runProcess('explain-url', `https://pay.example${url}`);
    expect(explained).toMatchObject({ code: 0, stderr: '' });
    for (const text of [
      'GET from anonymous, answered in JSONP: /**/shop.paid({…})',
      'It would record a new payment, REQUIRES_ACTION.',
      'TEST, which is TEST here',
      'the customer pays on the page of PAYBOX',
      'initiatePayment(input: $input)',
      `curl ${gateway.url}/graphql`,
    ])
      expect(explained.stdout).toContain(text);
    expect(explained.stdout).toMatch(/^ {2}id_origin +web +path$/m);
    const [, key] = /^ {2}key +(\S.*)$/m.exec(explained.stdout) ?? [];
    expect(await countPayments(gateway)).toBe(before);

    await gateway.get(url);
    expect((await gateway.store.paymentByDerivedKey(key ?? ''))?.idCommande).toBe(`explained-${name}`);
    const again = await run('explain-url', url, '--json');
    expect(JSON.parse(again.stdout)).toMatchObject({ kind: 'OPERATION', derivedKey: key, answer: { replayed: true } });
    expect(await countPayments(gateway)).toBe(before + 1);

    // The curl that it prints is the same call.
    const [, body] = /-d '(\{.*\})'$/m.exec(explained.stdout) ?? [];
    const sent = await gateway.get('/graphql', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: (body ?? '').replaceAll(`'\\''`, "'"),
    });
    expect(await sent.json()).toMatchObject({ data: { initiatePayment: { __typename: 'InitiatePaymentSuccess' } } });
  });

  it.each([
    [[legacyPath({}).replace('PAYBOX', 'PAYPAL')], "'PAYPAL' is an Invalid value for 'payment_target'"],
    [[legacyPath({ amount: '12.5' })], '400 InvalidInput'],
    [['/somewhere/else'], 'not a URL of the legacy door'],
    [[legacyPath({}), '--method', 'HEAD'], '404'],
    [[legacyPath({}), '--header', 'Sec-Purpose: prefetch'], '403'],
    [[legacyPath({}), '--header', 'Idempotency-Key: k', '--data', '{'], '400'],
  ])('says of %j that the door would refuse it', async (args, text) => {
    const options = args.includes('--data') ? ['--header', 'Content-Type: application/json', '--method', 'POST'] : [];
    const { code, stdout, stderr } = await run('explain-url', ...args, ...options);
    expect([code, stderr]).toEqual([1, 'The door would refuse this.\n']);
    expect(stdout).toContain(text);
  });

  it('says of a question where a payment stands that it initiates nothing', async () => {
    const { code, stdout } = await run('explain-url', '/payment_status/4K7M-9QXT.json');
    expect([code, stdout]).toEqual([0, 'payment_status asks where a payment stands, and initiates nothing.\n']);
  });

  it('does not understand an invalid URL, an unknown client, or a body that is not there', async () => {
    const path = legacyPath({});
    for (const url of ['payment_initiate', path.slice(1), `ftp://pay.example${path}`, 'javascript:alert(1)', '']) {
      expect(await run('explain-url', url)).toMatchObject({ code: 2, stdout: '' });
    }
    for (const host of ['http://pay.example', 'pay.example', 'localhost:4000']) {
      expect(await run('explain-url', `${host}${path}#top`)).toMatchObject({ code: 0 });
    }
    expect(await run('explain-url', legacyPath({}), '--client', 'nobody')).toMatchObject({ code: 2, stdout: '' });
    expect(await run('explain-url', legacyPath({}), '--header', 'nonsense')).toMatchObject({ code: 2, stdout: '' });
    const unread = await run('explain-url', legacyPath({}), '--data', '@nowhere.json');
    expect(unread).toEqual({ code: 2, stdout: '', stderr: 'error: there is no file nowhere.json.\n' });
  });
});
