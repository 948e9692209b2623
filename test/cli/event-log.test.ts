import { describe, expect, it } from 'vitest';
import { openStore } from '../../src/app/store.ts';
import { eventChain } from '../../src/modules/event-log/event-log.ts';
import { commandOn, runGateway, runGatewayHere } from '../support/cli/run-gateway.ts';
import { drawnDatabases } from '../support/drawn-databases.ts';
import { startGateway } from '../support/gateway.ts';
import { openForGroup } from '../support/open-for.ts';
import { initiated } from '../support/requests.ts';
import { ask } from '../support/store/examples.ts';

describe.each(drawnDatabases())('event-log verify on $name', ({ open }) => {
  const gateway = openForGroup(() => startGateway({ open }));

  const run = (...args: string[]) =>
    runGatewayHere(['event-log', 'verify', ...args], { DATABASE_URL: gateway.databaseUrl, LOG_LEVEL: 'silent' });

  it('says that it holds and where it ends, then names what was changed', async () => {
    const { payment } = await initiated(gateway);
    await initiated(gateway);
    await gateway.pass(180_000, 'ledger');
    const last = await gateway.store.lastAnchor(eventChain);
    expect(await run()).toEqual({
      code: 0,
      stdout: `The event log holds: 2 payments, 2 events, 1 anchor.\nThe last anchor is 1:${last?.hash} (note it down elsewhere, for --expect).\nThe audit log holds: 0 entries, 0 anchors.\n`,
      stderr: '',
    });
    expect(await run('--expect', `1:${last?.hash}`)).toMatchObject({ code: 0 });
    const byItsOldName = await runGatewayHere(['ledger', 'verify'], { DATABASE_URL: gateway.databaseUrl });
    expect(byItsOldName).toMatchObject({ code: 0, stdout: expect.stringContaining('The event log holds') });
    expect(await run('--payment', payment.reference, '--json')).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('"payments": 1'),
    });

    await ask(gateway.databaseUrl, `update payments set amount_cents = 1 where id = '${payment.id}'`);
    const changed = await runGateway(['event-log', 'verify'], { DATABASE_URL: gateway.databaseUrl });
    // A process that takes a second says how far it is.
    const complaints = changed.stderr
      .split(/[\r\n]+/)
      .filter((line) => line !== '' && !line.startsWith('2 payments, '));
    expect([changed.code, complaints]).toEqual([1, ['The event log does not hold.']]);
    expect(changed.stdout).toContain(`AMOUNT_CHANGED  ${payment.id}, event 1: `);
    expect(changed.stdout).toContain('(the payment has 1 cents, 1250 were recorded)');
    const json = await run('--json', '--since', '2020-01-01');
    expect(json.code).toBe(1);
    expect(JSON.parse(json.stdout)).toMatchObject({
      payments: 2,
      problems: 1,
      lastAnchor: { number: 1 },
      found: [{ kind: 'AMOUNT_CHANGED', paymentId: payment.id, sequence: 1 }],
    });
    const noted = await run('--expect', `1:${'0'.repeat(64)}`);
    expect(noted.stdout).toContain('ANCHOR_UNEXPECTED  anchor 1: ');
  });

  it('says what it found in the event log before it reads the audit log', async () => {
    const failing = async (...options: Parameters<typeof openStore>) => {
      const auditEntriesAfter = () => Promise.reject(new Error('unreadable'));
      return { ...(await openStore(...options)), auditEntriesAfter };
    };
    const { code, written } = await commandOn(gateway, ['event-log', 'verify'], { openStore: failing });
    expect(code).not.toBe(0);
    expect(written).toContain('The event log does not hold: 2 payments');
  });

  it('says where there is no such payment', async () => {
    for (const one of ['0000-0000', `pay_${'0'.repeat(32)}`])
      expect(await run('--payment', one)).toMatchObject({ code: 1, stdout: '', stderr: expect.stringContaining(one) });
  });

  it('tells the metrics until when all is anchored', async () => {
    const text = await (await gateway.get('/metrics')).text();
    const [, seconds] = /^reglement_ledger_anchored_until_seconds ([\d.e+]+)$/m.exec(text) ?? [];
    expect(Math.abs(Number(seconds) * 1000 - (gateway.now() - 120_000))).toBeLessThan(60_000);
  });
});
