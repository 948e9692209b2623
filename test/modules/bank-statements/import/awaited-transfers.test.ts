import { beforeAll, describe, expect, it } from 'vitest';
import { anonymous, type Caller } from '../../../../src/kernel/caller.ts';
import type { TransferState } from '../../../../src/modules/bank-statements/awaited-transfer.ts';
import { listTransfers } from '../../../../src/modules/bank-statements/list-transfers.ts';
import type { Payment } from '../../../../src/modules/payments/payment.ts';
import { at, openImporting, referenceOf } from '../../../support/bank-statements/importing.ts';
import { credit } from '../../../support/bank-statements/written-files.ts';
import { drawnDatabases } from '../../../support/drawn-databases.ts';
import { openForGroup } from '../../../support/open-for.ts';

describe.each(drawnDatabases())('the awaited transfers ($name)', (database) => {
  const on = openForGroup(() => openImporting(database));
  const dayMs = 86_400_000;
  let [soon, later, inPart, paid]: Payment[] = [];

  beforeAll(async () => {
    soon = await on.transfer({ expiresAt: at + 7 * dayMs });
    later = await on.transfer({ expiresAt: at + 8 * dayMs, idOrigin: 'dcp', client: 'shop' });
    inPart = await on.transfer({ expiresAt: at + 9 * dayMs });
    paid = await on.transfer();
    await on.transfer({ effectiveRunMode: 'LIVE', client: 'shop' });
    await on.statement([
      credit('23.45', { texts: [referenceOf(inPart)] }, { bankReference: 'B1' }),
      credit('123.45', { texts: [referenceOf(paid)] }, { bankReference: 'B2' }),
    ]);
    expect(await on.statusOf(paid)).toBe('PAID');
  });

  const listed = async (state: TransferState, change: Partial<Caller> = {}, idSociete: string | null = null) => {
    const asked = { runMode: 'TEST', idSociete, beforeId: null, limit: 20, state } as const;
    return listTransfers(on.services, { ...anonymous, ...change }, asked);
  };
  const idsOf = async (...asked: Parameters<typeof listed>) =>
    (await listed(...asked)).map(({ payment }) => payment.id);

  it('are all, the late ones, or those that came in part', async () => {
    expect(await idsOf('AWAITED')).toEqual([inPart?.id, later?.id, soon?.id]);
    expect(await listed('LATE')).toMatchObject([{ payment: { id: soon?.id }, receivedCents: 0, isLate: true }]);
    expect(await listed('IN_PART')).toMatchObject([
      { payment: { id: inPart?.id }, receivedCents: 2345, isLate: false },
    ]);
    expect(await idsOf('AWAITED', {}, '2')).toEqual([]);
  });

  it('are those that the caller may see', async () => {
    const origins = new Set(['dcp']);
    expect(await idsOf('AWAITED', { client: 'desk', origins })).toEqual([later?.id]);
    expect(await idsOf('AWAITED', { client: 'desk', societes: new Set(['2']) })).toEqual([]);
    expect(await idsOf('AWAITED', { client: 'shop', societes: new Set(['2']) })).toEqual([later?.id]);
    expect(await idsOf('AWAITED', { scopes: new Set() })).toEqual([]);
    expect(await idsOf('AWAITED', { client: 'desk', runModes: new Set(['LIVE']) })).toEqual([]);
  });
});
