import { beforeAll, describe, expect, it } from 'vitest';
import { parisDateOf } from '../../src/kernel/sepa/target-calendar.ts';
import { runGatewayHere } from '../support/cli/run-gateway.ts';
import { drawnDatabases } from '../support/drawn-databases.ts';
import { startGateway } from '../support/gateway.ts';
import { openForGroup } from '../support/open-for.ts';
import { initiated } from '../support/requests.ts';

describe.each(drawnDatabases())('payment totals and payment list beside a gateway on $name', ({ open }) => {
  const gateway = openForGroup(() => startGateway({ open }));
  const run = (...args: string[]) =>
    runGatewayHere(['payment', ...args], { DATABASE_URL: gateway.databaseUrl, LOG_LEVEL: 'silent' });
  const references: string[] = [];
  const today = () => parisDateOf(gateway.now());

  it('say that there is nothing', async () => {
    expect(await run('totals')).toEqual({ code: 0, stdout: 'No payment matches.\n', stderr: '' });
    expect((await run('list', '--client', 'another')).stdout).toContain('Leave out an option');
  });

  describe('of three payments', () => {
    beforeAll(async () => {
      for (const amount of [500, 1250, 300]) {
        references.push((await initiated(gateway, { amount, idClient: String(amount) })).payment.reference);
      }
    });

    it('are by day, with the mode', async () => {
      const { code, stdout } = await run('totals', '--by', 'day', 'status');
      expect(code).toBe(0);
      expect(stdout.split('\n').map((line) => line.trim().split(/ {2,}/))).toEqual([
        ['day', 'status', 'mode', 'payments', 'sum'],
        [today(), 'REQUIRES_ACTION', 'TEST', '3', '20,50 EUR'],
        [''],
      ]);
      expect(JSON.parse((await run('totals', '--by', 'origin', '--json')).stdout)).toEqual({
        isExact: true,
        totals: [
          {
            runMode: 'TEST',
            day: null,
            status: null,
            paymentTarget: null,
            paymentType: null,
            idOrigin: 'web',
            count: 3,
            cents: 2050,
          },
        ],
      });
    });

    it('are narrowed down and sorted', async () => {
      expect((await run('totals', '--amount-from', '500', '--customer', '1250')).stdout).toContain('12,50 EUR');
      expect((await run('totals', '--created-to', '2020-01-01')).stdout).toBe('No payment matches.\n');
      const { stdout } = await run(
        'list',
        '--sort',
        'AMOUNT',
        '--type',
        'CB',
        '--mode',
        'TEST',
        '--created-from',
        today(),
      );
      const found = references.toSorted((one, other) => stdout.indexOf(one) - stdout.indexOf(other));
      expect(found).toEqual([references[1], references[0], references[2]]);
    });

    it.each([
      [['totals', '--created-from', 'yesterday'], '--created-from must be a day, for instance 2026-12-31.'],
      [['list', '--amount-to', '12,50'], '--amount-to must be 1 to 12 digits.'],
      [['list', '--amount-from', '500', '--amount-to', '5'], '--amount-to must not lie before --amount-from.'],
      [['totals', '--due-from', '2026-12-02', '--due-to', '2026-12-01'], '--due-to must not lie before --due-from.'],
      [['totals', '--by', 'hour'], 'Allowed choices are day, status, target, type, origin.'],
    ])('refuse %j', async (args, reason) => {
      const { code, stderr } = await run(...args);
      expect([code, stderr]).toEqual([2, expect.stringContaining(reason)]);
    });
  });
});
