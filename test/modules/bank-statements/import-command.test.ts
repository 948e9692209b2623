import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  awaitedTransfer,
  schemaWith,
  startBankGateway,
  transferOf,
} from '../../support/bank-statements/bank-gateway.ts';
import { commandOn } from '../../support/cli/run-gateway.ts';
import { openForEach } from '../../support/open-for.ts';

const gateway = openForEach(startBankGateway);
const awaited = () => awaitedTransfer(gateway);
const statusOf = async (id: string) => (await gateway.store.paymentById(id))?.status;

describe('on the command line, bank import', () => {
  let environment: Readonly<Record<string, string>> = {};
  let clock: () => number = Date.now;
  const bank = (...args: string[]) => commandOn(gateway, ['bank', ...args], { environment, clock: () => clock() });
  const run = (...args: string[]) => bank('import', ...args);

  it('rehearses, imports, and says what came before', async () => {
    const payment = await awaited();
    const file = path.join(gateway.folder, 'releve.xml');
    await writeFile(file, transferOf('123.45', payment.creditorReference));
    const summary = 'releve.xml: camt.053.001.08, 1 applied, 0 known before, 0 to look at, 0 not booked';
    expect(await run(file, '--dry-run')).toEqual({
      code: 0,
      complaints: '',
      written: `${summary}\nNothing was kept.\n`,
    });
    expect(await statusOf(payment.id)).toBe('REQUIRES_ACTION');
    expect((await run(file)).written).toMatch(new RegExp(`^${summary}\\. bkf_[0-9a-f]{32}\\.\n$`));
    expect(await statusOf(payment.id)).toBe('PAID');
    expect((await run(file)).written).toContain('It came before.');
    expect((await run(file, '--dry-run')).written).toContain('0 applied, 1 known before');
  });

  it('lists what waits for a person: in euros, and in the time of France', async () => {
    expect((await bank('exceptions')).written).toBe('Nothing waits for a person.\n');
    const file = path.join(gateway.folder, 'unknown.xml');
    await writeFile(file, transferOf('1234.50', 'nothing that is known', 'B9'));
    await run(file);
    const { written } = await bank('exceptions', '--status', 'OPEN', '--kind', 'UNMATCHED_CREDIT');
    expect(written).toMatch(/^ {2}opened +id +status +kind +amount +booked +société +mode +payment +batch$/m);
    expect(written).toMatch(/^ {2}[\d-]{10} [\d:]{8} CES?T {2}bkx_\S+ {2}OPEN +UNMATCHED_CREDIT +1234,50 EUR /m);
    expect(JSON.parse((await bank('exceptions', '--json')).written)).toMatchObject([{ amountCents: 123_450 }]);
    expect((await bank('exceptions', '--status', 'RESOLVED')).written).toBe('No exception matches.\n');
    environment = { TZ: 'Asia/Tokyo' };
    expect((await bank('exceptions')).written).toContain('GMT+9');
    environment = {};
    for (const wrong of [
      ['--status', 'LOST'],
      ['--limit', '0'],
    ])
      expect((await bank('exceptions', ...wrong)).code).toBe(2);
  });

  it('ends with 1 where a file is refused, and imports the others', async () => {
    const payment = await awaited();
    const [good, bad] = [path.join(gateway.folder, 'good.xml'), path.join(gateway.folder, 'bad.xml')];
    await writeFile(good, transferOf('123.45', payment.creditorReference));
    await writeFile(bad, (await readFile(good, 'utf8')).slice(0, -20));
    const { code, written, complaints } = await run(bad, good);
    expect(code).toBe(1);
    expect(written).toMatch(/^bad\.xml: refused\. Line \d+: the XML is broken or cut off\. Nothing was applied\.$/m);
    expect(complaints).toContain('1 of 2 files was refused or still waits.');
    expect(await statusOf(payment.id)).toBe('PAID');
    expect((await bank('list', '--limit', '1')).written).toMatch(/^bkf_.*\nThere are more: --limit 5 shows them\.\n$/);
    const listed = (await bank('list')).written;
    expect(listed).toMatch(/^bkf_.*\nbkf_.*\n$/);
    const why = 'Line \\d+: the XML is broken or cut off\\. Nothing was applied\\.';
    expect(listed).toMatch(new RegExp(`: REFUSED, bad\\.xml\\. ${why}$`, 'm'));
    expect(listed).toContain(': IMPORTED, good.xml, 1 applied, 0 known before, 0 to look at, 0 not booked\n');
    expect((await run(bad, '--dry-run')).written).toContain('bad.xml: would be refused. Line');
  });

  it('waits for the end of another import, and says so where that does not end', async () => {
    const hold = (until: number) =>
      gateway.store.transact((t) => t.claimLease({ name: 'bank-import', holder: 'another', now: Date.now(), until }));
    const [first, second] = [path.join(gateway.folder, 'first.xml'), path.join(gateway.folder, 'second.xml')];
    await writeFile(first, transferOf('1.00', 'x', 'B1'));
    await writeFile(second, transferOf('2.00', 'y', 'B2'));
    await hold(Date.now() + 1500);
    expect(await run(first)).toMatchObject({ code: 0, written: expect.stringContaining('1 to look at') });
    await hold(Date.now() + 100_000);
    // Each look at the clock is ten seconds later than the one before, and the other import goes on meanwhile.
    let looks = 0;
    const holds: Promise<unknown>[] = [];
    clock = () => {
      const now = Date.now() + 10_000 * looks++;
      holds.push(hold(now + 100_000));
      return now;
    };
    const { code, written } = await run(second);
    clock = Date.now;
    await Promise.all(holds);
    expect(code).toBe(1);
    expect(written).toContain('second.xml: camt.053.001.08, stored, but another import is still under way.');
  });

  it('says before as afterwards what the schema of the config forbids', async () => {
    const CONFIG = path.join(gateway.folder, 'schemas.json');
    await writeFile(CONFIG, JSON.stringify({ deployment: 'development', bankFiles: { schemaFolder: gateway.folder } }));
    await writeFile(path.join(gateway.folder, 'camt.053.001.08.xsd'), schemaWith('Another'));
    const file = path.join(gateway.folder, 'releve.xml');
    await writeFile(file, transferOf('123.45', 'RF18539007547034'));
    environment = { CONFIG };
    try {
      const reason = 'Line 2, BkToCstmrStmt: it is not what the schema of the message allows';
      expect(await run(file, '--dry-run')).toMatchObject({ code: 1, written: expect.stringContaining(reason) });
      expect(await run(file)).toMatchObject({ code: 1, written: expect.stringContaining(reason) });
    } finally {
      environment = {};
    }
  });

  it('does not understand what is no file, and imports none of those beside it', async () => {
    const good = path.join(gateway.folder, 'good.xml');
    await writeFile(good, transferOf('123.45', 'RF18539007547034'));
    for (const bad of [path.join(gateway.folder, 'nowhere.xml'), gateway.folder]) {
      expect(await run(good, bad)).toMatchObject({ code: 2, written: '', complaints: expect.stringContaining(bad) });
    }
  });
});
