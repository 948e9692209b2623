import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { developmentSocietes } from '../../src/config/development.ts';
import type { Societe } from '../../src/kernel/merchant.ts';
import { platformKey } from '../../src/sandbox/platform-key.ts';
import { CancelPaymentDocument, CapturePaymentDocument, RefundPaymentDocument } from '../generated/graphql.ts';
import { paidAtBank } from '../support/at-bank.ts';
import { drawnDatabases } from '../support/drawn-databases.ts';
import { untilNight } from '../support/faults/night.ts';
import { openSimulator } from '../support/faults/story.ts';
import type { Operation } from '../support/faults/units.ts';
import { startGateway } from '../support/gateway.ts';
import { freePort } from '../support/http/free-port.ts';
import { serving } from '../support/http/serving.ts';
import { openForGroup } from '../support/open-for.ts';
import type { Initiated } from '../support/requests.ts';

/**
 * Two hosts in front of the simulator of Paybox. What may have been done at the first is never repeated at the backup; what
 * never reached the first, and what is only a question, is.
 */

const types = { CAPTURE: '00002', CANCEL: '00005', REFUND: '00014' } as const;
const operating = new Set<string>(Object.values(types));
const minuteMs = 60_000;

type Host = {
  readonly port: number;
  /** The TYPE of each question that came. */
  readonly asked: string[];
  /** What it does with an operation; mere questions are answered. */
  operates: 'WELL' | 'LOSES_ANSWERS' | 'HANGS';
  readonly close: () => Promise<void>;
};

/** A host of the bank; each question goes on to the simulator. */
async function startHost(simulator: () => string, port?: number): Promise<Host> {
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = (await buffer(request)).toString();
    const type = new URLSearchParams(body).get('TYPE') ?? '';
    host.asked.push(type);
    const operates = operating.has(type) ? host.operates : 'WELL';
    if (operates === 'HANGS') return;
    const headers = { 'Content-Type': 'application/x-www-form-urlencoded' };
    const answered = await fetch(`${simulator()}/sandbox/paybox/PPPS.php`, { method: 'POST', headers, body });
    const bytes = Buffer.from(await answered.arrayBuffer());
    if (operates === 'LOSES_ANSWERS') response.destroy();
    else response.writeHead(answered.status).end(bytes);
  };
  const served = await serving(
    createServer((request, response) => void answer(request, response)),
    port ?? (await freePort()),
  );
  const host: Host = { port: served.port, asked: [], operates: 'WELL', close: served.close };
  return host;
}

describe.each(drawnDatabases())('on $name', ({ open }) => {
  const societes = new Map<string, Societe>();
  const gateway = openForGroup(() =>
    startGateway({
      open,
      config: { societes },
      aheadMs: untilNight(Date.now()),
      bankCallLimits: { deadlineMs: 300, breaker: { failures: 1_000_000, restMs: 1 } },
    }),
  );
  const backup = openForGroup(() => startHost(() => gateway.url));
  let main: Host;
  beforeAll(async () => {
    main = await startHost(() => gateway.url);
    const direct = {
      url: `http://127.0.0.1:${main.port}/PPPS.php`,
      backupUrl: `http://127.0.0.1:${backup.port}/PPPS.php`,
    };
    const { publicKeyPem } = await platformKey(`${gateway.folder}/sandbox`);
    for (const [id, societe] of developmentSocietes(gateway.url, publicKeyPem)) {
      const account = societe.accounts.PAYBOX?.TEST;
      if (!account) throw new Error('the société has no account there');
      societes.set(id, { ...societe, accounts: { PAYBOX: { TEST: { ...account, direct } } } });
    }
  });
  afterAll(() => main.close());
  beforeEach(() => {
    main.operates = 'WELL';
    main.asked.length = backup.asked.length = 0;
  });

  const paid = (change: object = {}): Promise<Initiated> => paidAtBank(gateway, change);
  const operate = async ({ payment: { id } }: Initiated, kind: Operation) => {
    const input = { id };
    if (kind === 'CAPTURE') return (await gateway.send(CapturePaymentDocument, { input })).data?.capturePayment;
    if (kind === 'CANCEL') return (await gateway.send(CancelPaymentDocument, { input })).data?.cancelPayment;
    return (await gateway.send(RefundPaymentDocument, { input })).data?.refundPayment;
  };
  const settled = async (): Promise<void> => {
    for (const minutes of [1, 3, 11]) await gateway.pass(minutes * minuteMs);
  };
  const operationsOf = async ({ payment }: Initiated) =>
    (await gateway.store.operationsOf(payment.id)).map(({ kind, status }) => `${kind} ${status}`);
  const doneAtSimulator = ({ payment }: Initiated) => {
    const simulator = openSimulator(`${gateway.folder}/sandbox`);
    const twice = simulator.doneTwice('PAYBOX', [`${payment.reference}-1`]);
    simulator.close();
    return twice;
  };

  const kinds = ['CAPTURE', 'CANCEL', 'REFUND'] as const;
  it.each(kinds)('a %s whose answer the first host lost is not repeated at the backup, but settled', async (kind) => {
    for (const operates of ['LOSES_ANSWERS', 'HANGS'] as const) {
      const initiation = await paid(kind === 'CAPTURE' ? { capture: 'LATER' } : {});
      main.asked.length = 0;
      main.operates = operates;
      expect(await operate(initiation, kind)).toMatchObject({ code: 'OUTCOME_UNKNOWN' });
      main.operates = 'WELL';
      await settled();
      expect(main.asked.filter((type) => type === types[kind])).toHaveLength(1);
      expect(backup.asked.filter((type) => operating.has(type))).toEqual([]);
      expect(await operationsOf(initiation)).toEqual([`${kind} ${operates === 'HANGS' ? 'FAILED' : 'DONE'}`]);
      expect(doneAtSimulator(initiation)).toEqual([]);
    }
  });

  it.each(kinds)('a %s that never reached the first host is done at the backup, once', async (kind) => {
    const initiation = await paid(kind === 'CAPTURE' ? { capture: 'LATER' } : {});
    await main.close();
    expect(await operate(initiation, kind)).toMatchObject({ payment: expect.anything() });
    expect(backup.asked).toEqual(['00011', types[kind]]);
    expect(await operationsOf(initiation)).toEqual([`${kind} DONE`]);
    expect(doneAtSimulator(initiation)).toEqual([]);
    main = await startHost(() => gateway.url, main.port);
  });
});
