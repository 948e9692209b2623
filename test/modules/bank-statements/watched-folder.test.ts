import fs from 'node:fs';
import { mkdir, readdir, rename, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { ImportBankFileDocument } from '../../generated/graphql.ts';
import { awaitedTransfer, startBankGateway, transferOf } from '../../support/bank-statements/bank-gateway.ts';
import { openForEach } from '../../support/open-for.ts';

const gateway = openForEach(startBankGateway);
const awaited = () => awaitedTransfer(gateway);
const audited = () =>
  gateway.store.auditEntries(
    { actors: ['bank folder'], action: null, object: null, outcome: null, from: null, until: null },
    null,
    10,
  );
const statusOf = async (id: string) => (await gateway.store.paymentById(id))?.status;

/** Root, who runs tests too, may read each file. So no stream opens this one until what is answered is called. */
function unreadable(file: string): () => void {
  const { open } = fs;
  const fault = Object.assign(new Error(`EACCES: permission denied, open '${file}'`), { code: 'EACCES', path: file });
  const refusing = (...given: Parameters<typeof open>) =>
    given[0] === file ? (given.at(-1) as unknown as (fault: Error) => void)(fault) : Reflect.apply(open, fs, given);
  Object.assign(fs, { open: refusing });
  return () => void Object.assign(fs, { open });
}

describe('the watched folder', () => {
  const inbox = (...names: string[]) => path.join(gateway.folder, 'inbox', ...names);
  const put = async (name: string, content: string | Buffer, ageMs = 10_000) => {
    await writeFile(inbox(name), content);
    const then = (Date.now() - ageMs) / 1000;
    await utimes(inbox(name), then, then);
  };
  /** The files are seen as they are, and stay so for long enough. */
  const settle = async () => {
    await gateway.runWorkers('bank-files');
    gateway.advance(2_000);
  };
  /** The database takes that many transactions and no more, until what is answered is called. */
  const breakAfter = (transactions: number) => {
    const { transact } = gateway.store;
    let calls = 0;
    Object.assign(gateway.store, {
      transact: (work: Parameters<typeof transact>[0]) =>
        ++calls > transactions ? Promise.reject(new Error('the process died')) : transact(work),
    });
    return () => void Object.assign(gateway.store, { transact });
  };

  it('is emptied: what is imported goes to done, what is refused to refused', async () => {
    const payment = await awaited();
    await put('good.xml', transferOf('123.45', payment.creditorReference));
    await put('bad.xml', '<Martin/>');
    await put('large.xml', Buffer.alloc(1024 * 1024 + 1, ' '));
    await put('.hidden', 'x');
    await put('growing.xml', transferOf('1.00', 'x'));
    await symlink('/etc/hostname', inbox('link.xml'));
    await settle();
    await put('growing.xml', transferOf('1.00', 'xy'));
    await gateway.runWorkers('bank-files');
    expect(await statusOf(payment.id)).toBe('PAID');
    expect((await readdir(inbox())).toSorted()).toEqual(['.hidden', 'done', 'growing.xml', 'link.xml', 'refused']);
    expect(await readdir(inbox('done'))).toEqual([expect.stringMatching(/^bkf_[0-9a-f]{32} good\.xml$/)]);
    expect((await readdir(inbox('refused'))).toSorted()).toEqual([
      expect.stringMatching(/^bkf_[0-9a-f]{32} bad\.xml$/),
      'not-stored large.xml',
    ]);
    // A person has to look: no sender gets the answer.
    const refusals = gateway.logs.filter(({ level }) => Number(level) >= 50);
    expect(refusals).toMatchObject([
      { status: 'REFUSED', source: 'FOLDER' },
      { reason: expect.stringContaining('larger than') },
    ]);
    // The reason quotes it.
    expect(JSON.stringify(gateway.logs)).not.toContain('Martin');
    await gateway.runWorkers('bank-files');
    expect(await readdir(inbox('done'))).toHaveLength(1);
  });

  it('keeps a file that grows while the one before it is imported', async () => {
    const payment = await awaited();
    await put('1.xml', transferOf('1.00', 'x'));
    await put('2.xml', transferOf('123.45', payment.creditorReference, 'B2').slice(0, 500));
    await settle();
    const { transact } = gateway.store;
    const writing = async (work: Parameters<typeof transact>[0]) => {
      Object.assign(gateway.store, { transact });
      await put('2.xml', transferOf('123.45', payment.creditorReference, 'B2'));
      return transact(work);
    };
    Object.assign(gateway.store, { transact: writing });
    await gateway.runWorkers('bank-files');
    expect((await readdir(inbox())).toSorted()).toEqual(['2.xml', 'done', 'refused']);
    await settle();
    await gateway.runWorkers('bank-files');
    expect(await statusOf(payment.id)).toBe('PAID');
  });

  it('that cannot be read is named with the reason, and holds up no file that is stored', async () => {
    const payment = await awaited();
    const restored = breakAfter(3);
    const content = transferOf('123.45', payment.creditorReference);
    await gateway.send(ImportBankFileDocument, { input: { name: 'releve.xml', content } });
    restored();
    await rm(inbox(), { recursive: true });
    expect(await statusOf(payment.id)).toBe('REQUIRES_ACTION');
    await gateway.runWorkers('bank-files');
    expect(await statusOf(payment.id)).toBe('PAID');
    const named = expect.objectContaining({ level: 50, folder: inbox(), code: 'ENOENT' });
    const faults = () => gateway.logs.filter((line) => 'folder' in line);
    await gateway.pass(5_000, 'bank-files');
    expect(faults()).toEqual([named]);
    await gateway.pass(55_000, 'bank-files');
    expect(faults()).toEqual([named, named]);
    // Another fault of it is said at once.
    await writeFile(inbox(), '');
    await gateway.runWorkers('bank-files');
    expect(faults().slice(2)).toEqual([expect.objectContaining({ folder: inbox(), code: 'ENOTDIR' })]);
  });

  it('says once of each name what lies there and is never taken', async () => {
    for (const name of ['empty.xml', 'growing.xml']) await put(name, '');
    for (const name of ['done', 'subfolder']) await mkdir(inbox(name));
    await symlink('/etc/hostname', inbox('link.xml'));
    const named = () => gateway.logs.filter(({ level }) => Number(level) === 40).map(({ file }) => file);
    await gateway.runWorkers('bank-files');
    expect(named()).toEqual(['link.xml', 'subfolder']);
    await put('growing.xml', '', 5_000);
    await gateway.pass(2_000, 'bank-files');
    expect(named().slice(2)).toEqual(['empty.xml']);
    await gateway.pass(5_000, 'bank-files');
    for (const name of ['empty.xml', 'growing.xml']) await put(name, '', 20_000);
    for (let round = 0; round < 3; round++) await gateway.pass(5_000, 'bank-files');
    expect(named().slice(3)).toEqual(['growing.xml']);
    // One that went is another one when it comes again, but a folder that was away has the same ones.
    await rm(inbox('link.xml'));
    await rename(inbox(), path.join(gateway.folder, 'away'));
    await gateway.runWorkers('bank-files');
    await rename(path.join(gateway.folder, 'away'), inbox());
    await gateway.runWorkers('bank-files');
    await symlink('/etc/hostname', inbox('link.xml'));
    await gateway.pass(5_000, 'bank-files');
    expect(named().slice(4)).toEqual(['link.xml']);
  });

  it.each(['done', 'refused'])('is left alone, and named rarely, where %s is no folder', async (name) => {
    const payment = await awaited();
    await writeFile(inbox(name), '', { flag: 'wx' });
    for (const file of ['a.xml', 'b.xml']) await put(file, transferOf('123.45', payment.creditorReference));
    await settle();
    await gateway.runWorkers('bank-files');
    await gateway.runWorkers('bank-files');
    expect(await statusOf(payment.id)).toBe('REQUIRES_ACTION');
    const named = expect.objectContaining({ level: 50, folder: inbox(), fault: expect.stringContaining(inbox(name)) });
    const faults = () => gateway.logs.filter(({ level }) => Number(level) >= 50);
    expect(faults()).toEqual([named]);
    await gateway.pass(60_000, 'bank-files');
    expect(faults()).toEqual([named, named]);
    expect(await audited()).toHaveLength(0);
    await rm(inbox(name));
    await gateway.runWorkers('bank-files');
    expect(await statusOf(payment.id)).toBe('PAID');
    expect(await readdir(inbox('done'))).toHaveLength(2);
  });

  it('lets a file rest that was imported and cannot be moved, and takes no more than its share in a round', async () => {
    const stuck = Array.from({ length: 21 }, (_, index) => `a${index + 10}.xml`);
    for (const name of stuck) {
      await put(name, Buffer.alloc(1024 * 1024 + 1, ' '));
      await mkdir(inbox('refused', `not-stored ${name}`), { recursive: true });
    }
    await settle();
    const failures = () => gateway.logs.filter(({ msg }) => String(msg).includes('could not be taken on')).length;
    const seen: number[] = [];
    for (let round = 0; round < 4; round++) {
      await gateway.runWorkers('bank-files');
      seen.push(failures());
    }
    expect(seen).toEqual([20, 21, 21, 21]);
    await gateway.pass(120_000, 'bank-files');
    expect(failures()).toBe(41);
  });

  it('names a file that cannot be read once, again where it changed, and takes it once it can be read', async () => {
    const payment = await awaited();
    const content = transferOf('123.45', payment.creditorReference);
    await put('secret.xml', content);
    const named = () => gateway.logs.filter(({ fault }) => String(fault).includes('EACCES')).length;
    const readable = unreadable(inbox('secret.xml'));
    onTestFinished(readable);
    await settle();
    for (let round = 0; round < 3; round++) await gateway.runWorkers('bank-files');
    expect(named()).toBe(1);
    await put('secret.xml', content, 20_000);
    await settle();
    for (let round = 0; round < 3; round++) await gateway.runWorkers('bank-files');
    expect(named()).toBe(2);
    await rm(inbox('secret.xml'));
    await gateway.runWorkers('bank-files');
    await put('secret.xml', content, 20_000);
    await settle();
    await gateway.runWorkers('bank-files');
    expect(named()).toBe(3);
    readable();
    await gateway.runWorkers('bank-files');
    expect(await statusOf(payment.id)).toBe('PAID');
    expect(await readdir(inbox('done'))).toHaveLength(1);
  });

  it.each([
    ['ahead', -3_600_000],
    ['behind', 3_600_000],
  ])(
    'takes a file of a share whose clock is %s once it stays as it was first seen, and no half of it',
    async (_title, ageMs) => {
      const payment = await awaited();
      const content = transferOf('123.45', payment.creditorReference);
      await put('late.xml', content.slice(0, 200), ageMs);
      await gateway.runWorkers('bank-files');
      await put('late.xml', content, ageMs - 10_000);
      await gateway.pass(5_000, 'bank-files');
      await gateway.pass(1_000, 'bank-files');
      expect(await statusOf(payment.id)).toBe('REQUIRES_ACTION');
      expect(await readdir(inbox())).toEqual(['late.xml']);
      await gateway.pass(1_000, 'bank-files');
      expect(await statusOf(payment.id)).toBe('PAID');
      expect(await readdir(inbox('refused'))).toEqual([]);
    },
  );

  it.runIf(process.platform === 'linux')('takes a file whose name is no UTF-8', async () => {
    const payment = await awaited();
    const name = Buffer.concat([Buffer.from(inbox('relev')), Buffer.from([0xe9]), Buffer.from('.xml')]);
    await writeFile(name, transferOf('123.45', payment.creditorReference));
    await utimes(name, 0, 0);
    await settle();
    await gateway.runWorkers('bank-files');
    expect(await statusOf(payment.id)).toBe('PAID');
    expect(await readdir(inbox('done'))).toEqual([expect.stringMatching(/^bkf_[0-9a-f]{32} relevé\.xml$/)]);
    expect(await readdir(inbox())).toEqual(['done', 'refused']);
  });

  it('takes a file that comes after many that cannot be moved away', async () => {
    const payment = await awaited();
    const stuck = Array.from({ length: 20 }, (_, index) => `a${index + 10}.xml`);
    for (const name of stuck) {
      await put(name, Buffer.alloc(1024 * 1024 + 1, ' '));
      await mkdir(inbox('refused', `not-stored ${name}`), { recursive: true });
    }
    await put('good.xml', transferOf('123.45', payment.creditorReference));
    await settle();
    await gateway.runWorkers('bank-files');
    await gateway.runWorkers('bank-files');
    expect(await statusOf(payment.id)).toBe('PAID');
    expect((await readdir(inbox())).toSorted()).toEqual([...stuck, 'done', 'refused']);
  });

  it('keeps the end of a name that is too long with what it is in the gateway', async () => {
    const name = `${'é'.repeat(122)}${'x'.repeat(4)} 7.xml`;
    await put(name, transferOf('1.00', 'x'));
    await settle();
    await gateway.runWorkers('bank-files');
    const [kept = ''] = await readdir(inbox('done'));
    expect(kept).toMatch(/^bkf_[0-9a-f]{32} é+x{4} 7\.xml$/);
    expect(Buffer.byteLength(kept)).toBe(255);
  });

  it('goes on where it was interrupted', async () => {
    const payment = await awaited();
    const file = transferOf('123.45', payment.creditorReference);
    await put('good.xml', file);
    await settle();
    const restored = breakAfter(5);
    await gateway.runWorkers('bank-files').catch(() => undefined);
    expect(await statusOf(payment.id)).toBe('REQUIRES_ACTION');
    restored();
    await gateway.pass(120_000, 'bank-files');
    expect(await statusOf(payment.id)).toBe('PAID');
    expect(await readdir(inbox('done'))).toHaveLength(1);
  });
});
