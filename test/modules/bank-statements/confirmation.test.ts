import { beforeEach, describe, expect, it } from 'vitest';
import { createCrashPoints } from '../../../src/app/crash-points.ts';
import type { GatewayServices } from '../../../src/app/services.ts';
import { anonymous, type Caller, type Scope } from '../../../src/kernel/caller.ts';
import type { BankFile } from '../../../src/modules/bank-statements/bank-import.ts';
import { confirmBankFile, rejectBankFile } from '../../../src/modules/bank-statements/import/confirm-bank-file.ts';
import { continueBankFile } from '../../../src/modules/bank-statements/import/continue-bank-file.ts';
import { listBankFiles, readStoredBankFile } from '../../../src/modules/bank-statements/import/read-bank-files.ts';
import type { Payment } from '../../../src/modules/payments/payment.ts';
import { applyRetention } from '../../../src/modules/privacy/apply-retention.ts';
import { retentionPeriods } from '../../../src/modules/privacy/retention.ts';
import { at, openImporting, referenceOf } from '../../support/bank-statements/importing.ts';
import { writtenStatement } from '../../support/bank-statements/written-files.ts';
import { withAccount } from '../../support/config/changed-account.ts';
import { drawnDatabases } from '../../support/drawn-databases.ts';
import { openForEach } from '../../support/open-for.ts';
import { found } from '../../support/store/found.ts';

/** A file of a client that is not trusted alone: nothing of it is applied before another client confirms it. */

const client = (name: string, change: Partial<Caller> = {}): Caller => ({
  ...{ ...anonymous, client: name, societes: new Set(['1']), scopes: new Set<Scope>(['bankFiles']) },
  ...change,
});
const uploader = client('comptoir', { bankFilesNeedConfirmation: true });
const other = client('siege');
const folder: Caller = { ...anonymous, client: 'bank folder' };

describe.each(drawnDatabases())('a file that has to be confirmed ($name)', (database) => {
  let payment: Payment;
  let content: string;
  const on = openForEach(() => openImporting(database));
  beforeEach(async () => {
    payment = await on.transfer();
    content = writtenStatement({
      entries: [{ amount: '123.45', details: [{ amount: '123.45', structured: referenceOf(payment) }] }],
    });
  });

  const upload = async (caller = uploader, services: GatewayServices = on.services): Promise<BankFile> =>
    (await on.import(content, { caller, services })).file;
  const stored = async (id: string): Promise<BankFile> => found(await on.store.bankFile(id));
  const confirm = (id: string, caller = other, services: GatewayServices = on.services) =>
    confirmBankFile(services, caller, { id });
  const reject = (id: string, caller = other) =>
    rejectBankFile(on.services, caller, { id, reason: 'pas de la banque' });
  const unpaid = async () => {
    expect(await on.statusOf(payment)).toBe('REQUIRES_ACTION');
    expect(await on.store.receivedFor(payment.id)).toBe(0);
  };
  const paidOnce = async () => {
    expect([await on.statusOf(payment), await on.store.receivedFor(payment.id)]).toEqual(['PAID', 12_345]);
  };

  it('is stored, checked and visible, and applied only when another client confirms it', async () => {
    const { id, ...file } = await upload();
    expect(file).toMatchObject({
      ...{ status: 'AWAITS_CONFIRMATION', source: 'UPLOAD', receivedBy: 'comptoir', decidedBy: null },
      ...{ format: 'CAMT_053', idSociete: '1', steps: 1, done: 0 },
    });
    await continueBankFile(on.services, id);
    await unpaid();
    expect((await listBankFiles(on.services, other, { limit: 10, beforeId: null })).map((one) => one.id)).toEqual([id]);
    expect(await confirm(id)).toMatchObject({ status: 'IMPORTED', decidedBy: 'siege', decidedAt: at });
    await paidOnce();
    expect(await confirm(id)).toMatchObject({ status: 'IMPORTED', decidedBy: 'siege' });
    await paidOnce();
  });

  it('that cannot be believed is refused at once', async () => {
    content = content.replace('<Document', '<!DOCTYPE a><Document');
    expect(await upload()).toMatchObject({ status: 'REFUSED', reason: expect.stringContaining('DOCTYPE') });
  });

  it.each([
    ['the client that brought it', uploader, 'another one has to'],
    ['that client, even where it needs no confirmation now', client('comptoir'), 'another one has to'],
    ['a client without the scope', client('siege', { scopes: new Set<Scope>(['read', 'decide']) }), 'scope bankFiles'],
    ['a client of another target', client('siege', { targets: new Set(['PAYBOX'] as const) }), 'target MILLIET'],
    ['a client of another société', client('siege', { societes: new Set(['2']) }), 'There is no such file.'],
    ['a client of LIVE alone', client('siege', { runModes: new Set(['FORCE_LIVE'] as const) }), 'no such file'],
  ])('is not confirmed and not rejected by %s', async (_who, caller, words) => {
    const { id } = await upload();
    await expect(confirm(id, caller)).rejects.toThrow(words);
    await expect(reject(id, caller)).rejects.toThrow(words);
    expect(await stored(id)).toMatchObject({ status: 'AWAITS_CONFIRMATION', decidedBy: null });
    await unpaid();
  });

  it('of several sociétés is seen and confirmed by a client that has all of them', async () => {
    const second = on.services.societes.get('2')?.accounts.MILLIET?.TEST?.iban ?? '';
    const [stmt = ''] = /<Stmt>[\s\S]*<\/Stmt>/.exec(content) ?? [];
    const foreign = stmt.replace('STMT-1', 'STMT-2').replace(/<IBAN>[^<]*</, `<IBAN>${second}<`);
    content = content.replace('</Stmt>', `</Stmt>${foreign.replace(/<RmtInf>.*?<\/RmtInf>/, '')}`);
    const both = { societes: new Set(['1', '2', '3', '6']) };
    const { id } = await upload({ ...uploader, ...both });
    expect(await stored(id)).toMatchObject({
      reason: null,
      idSociete: null,
      societes: expect.arrayContaining(['1', '2']),
    });
    await expect(confirm(id, other)).rejects.toThrow('There is no such file.');
    const entitled = { ...other, ...both };
    expect(await readStoredBankFile(on.services, entitled, id)).toMatchObject({ id });
    expect(await listBankFiles(on.services, entitled, { limit: 10, beforeId: null })).toHaveLength(1);
    expect(await listBankFiles(on.services, other, { limit: 10, beforeId: null })).toEqual([]);
    expect(await confirm(id, entitled)).toMatchObject({ status: 'IMPORTED' });
    await paidOnce();
  });

  it('is rejected once, with who and why, and is not confirmed after that', async () => {
    const { id } = await upload();
    const rejected = { status: 'REFUSED', reason: 'Rejected: pas de la banque', decidedBy: 'siege' };
    expect(await reject(id)).toMatchObject(rejected);
    expect(await reject(id)).toMatchObject(rejected);
    await expect(confirm(id)).rejects.toThrow('it is REFUSED');
    await unpaid();
    expect(await upload()).toMatchObject({ id, status: 'AWAITS_CONFIRMATION', reason: null, decidedBy: null });
    await unpaid();
  });

  it('is not rejected once it is confirmed', async () => {
    const { id } = await upload();
    await confirm(id);
    await expect(reject(id)).rejects.toThrow('it is IMPORTED');
    await paidOnce();
  });

  it.each([
    ['the folder', folder],
    ['another client that needs no confirmation', other],
  ])('is confirmed by %s that brings the same file', async (_who, caller) => {
    const { id } = await upload();
    expect(await upload()).toMatchObject({ id, status: 'AWAITS_CONFIRMATION' });
    await unpaid();
    expect(await upload(caller)).toMatchObject({ id, status: 'IMPORTED', decidedBy: caller.client });
    await paidOnce();
  });

  it('needs the rights of both: of what came first and of who confirms', async () => {
    const { id } = await upload();
    const moved = new Map(on.services.societes);
    const [one, two] = [moved.get('1'), moved.get('2')];
    if (!one || !two) throw new Error('there are two sociétés');
    moved.set('1', { ...one, accounts: two.accounts }).set('2', { ...two, accounts: one.accounts });
    const file = await confirm(id, other, { ...on.services, societes: moved });
    expect(file).toMatchObject({ status: 'REFUSED', reason: expect.stringContaining('société') });
    await unpaid();
  });

  it('of a LIVE account is decided about with a key alone', async () => {
    const societes = withAccount(on.services.societes, '1', 'MILLIET', (account) => ({ LIVE: account }));
    const services = { ...on.services, societes };
    const live: Partial<Caller> = { runModes: new Set(['FORCE_LIVE']) };
    const { id } = await upload({ ...uploader, ...live }, services);
    const keyless: Caller = { ...other, ...live, keylessRefusal: 'NO_KEY' };
    for (const decision of [
      () => confirm(id, keyless, services),
      () => rejectBankFile(services, keyless, { id, reason: 'pas de la banque' }),
    ]) {
      const message = expect.stringContaining('keylessMoney');
      await expect(decision()).rejects.toMatchObject({ code: 'NOT_ALLOWED', message });
    }
    expect((await stored(id)).status).toBe('AWAITS_CONFIRMATION');
    expect(await confirm(id, { ...other, ...live }, services)).toMatchObject({ status: 'IMPORTED' });
  });

  it('is booked once by two who confirm at once', async () => {
    const { id } = await upload();
    await Promise.all([confirm(id), confirm(id, client('agence')), confirm(id)]);
    await continueBankFile(on.services, id);
    expect(await stored(id)).toMatchObject({ status: 'IMPORTED', counts: { applied: 1 } });
    await paidOnce();
  });

  it('is either confirmed or rejected where both happen at once', async () => {
    const { id } = await upload();
    await Promise.allSettled([confirm(id), reject(id, client('agence'))]);
    await continueBankFile(on.services, id);
    const { status, decidedBy } = await stored(id);
    expect([decidedBy, status]).toEqual(decidedBy === 'siege' ? ['siege', 'IMPORTED'] : ['agence', 'REFUSED']);
    expect(await on.store.receivedFor(payment.id)).toBe(status === 'IMPORTED' ? 12_345 : 0);
  });

  const moments = ['before', 'after'].flatMap((when) => [1, 2, 3, 4, 5, 6].map((time) => ({ when, time })));
  it.each(moments)('survives a crash $when write $time of its life, and is booked once', async ({ when, time }) => {
    let left = time;
    let isDead = false;
    const points = createCrashPoints(async (point) => {
      if (point === `${when}-commit:bank-file-changed` && --left === 0) isDead = true;
      if (isDead) throw new Error('died');
    });
    const dying = { ...on.services, store: points.aroundStore(on.store) };
    const life = async () => confirm((await upload(uploader, dying)).id, other, dying);
    await life().catch(() => undefined);
    expect(isDead).toBe(true);
    // The worker of the next process, when the lease of the dead one has ended; then the people again.
    const later = { ...on.services, clock: () => at + 120_000 };
    for (const { id } of await on.store.unfinishedBankFiles('', 10)) await continueBankFile(later, id);
    const { id, status } = await upload(uploader, later);
    if (status === 'AWAITS_CONFIRMATION') await unpaid();
    await confirm(id, other, later);
    expect(await stored(id)).toMatchObject({ status: 'IMPORTED', counts: { applied: 1 } });
    await paidOnce();
  });

  it('goes when it was not confirmed in time, and may come again', async () => {
    const { id } = await upload();
    const day = 86_400_000;
    const retire = async (days: number, isRehearsal = false) =>
      (
        await applyRetention(
          { ...on.services, clock: () => at + days * day },
          {
            periods: retentionPeriods({
              ...{ notificationMonths: null, payerMonths: null, idempotencyKeyDays: null },
              unconfirmedBankFileDays: 30,
              operatorMonths: null,
              auditMonths: null,
            }),
            ...{ isRehearsal, limit: 100, goesOn: async () => true },
          },
        )
      ).bankFiles;
    expect([await retire(29), await retire(31, true), await retire(31), await retire(31)]).toEqual([0, 1, 1, 0]);
    expect(await stored(id)).toMatchObject({ status: 'REFUSED', receivedBy: 'comptoir', decidedBy: null });
    expect(await on.store.bankFilePart(id, 0)).toBeNull();
    await expect(confirm(id)).rejects.toThrow('it is REFUSED');
    expect(await upload()).toMatchObject({ id, status: 'AWAITS_CONFIRMATION' });
    expect(await confirm(id)).toMatchObject({ status: 'IMPORTED' });
    await paidOnce();
  });

  it('is counted as long as it waits', async () => {
    const { id } = await upload();
    const counts = () =>
      Promise.all((['TEST', 'LIVE'] as const).map((mode) => on.store.countUnconfirmedBankFiles(mode)));
    expect(await counts()).toEqual([1, 0]);
    await confirm(id);
    expect(await counts()).toEqual([0, 0]);
  });
});
