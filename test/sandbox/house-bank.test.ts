import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { easterSunday, isTargetDay } from '../../src/kernel/sepa/target-calendar.ts';
import { easterOf, isBankingDay } from '../../src/sandbox/house-bank/calendar.ts';
import { checkedWith, schemaFaults } from '../support/bank-statements/schemas.ts';
import { openForEach } from '../support/open-for.ts';
import { debitFile, debtors, type FileDebit, fileWith, valuesOf } from '../support/sandbox/debit-files.ts';
import { houseBank } from '../support/sandbox/house-bank.ts';
import { houseAccount, runSandbox } from '../support/sandbox/running-sandbox.ts';

const sandbox = openForEach(() => runSandbox());
const bank = houseBank(sandbox);

const messageOf = (name: string): string => /(?:pain|camt)\.\d{3}\.\d{3}\.\d{2}/.exec(name)?.[0] ?? '';

describe('the bank of the company', () => {
  it('has TARGET’s days, counted by another rule than the gateway’s', () => {
    for (let year = 1990; year < 2150; year++) expect(easterOf(year)).toBe(easterSunday(year));
    for (let at = Date.UTC(2026, 0, 1); at < Date.UTC(2029, 0, 1); at += 86_400_000) {
      const day = new Date(at).toISOString().slice(0, 10);
      expect([day, isBankingDay(day)]).toEqual([day, isTargetDay(day)]);
    }
  });

  describe.each(['02', '08'] as const)('with files of pain.008.001.%s', (version) => {
    it(`takes a good file, settles it on its day and says so in both versions, by ${checkedWith}`, async () => {
      const blocks = [
        { debits: [{}, { amount: '0.01' }] },
        { inOneSum: false, debits: [{ amount: '999999999.99' }, {}] },
      ];
      const file = debitFile({ version, blocks });
      expect(schemaFaults(`pain.008.001.${version}`, file)).toEqual([]);
      const answer = await bank.handOver(file);
      expect(answer).toMatchObject({ httpStatus: 201, status: 'ACCEPTED', debits: 4, rejected: 0, faults: [] });
      expect(await bank.reach('2026-12-09')).toBe('2026-12-09');
      await bank.nextDay();
      const [statement] = await bank.downloads('STATEMENT', version);
      expect(valuesOf(statement?.xml ?? '', 'PmtInfId')).toEqual(['MSG-1-1']);
      expect(valuesOf(statement?.xml ?? '', 'EndToEndId')).toEqual(['MSG-1-2-E1', 'MSG-1-2-E2']);
      // Opening, closing, the block's sum, then each of the others as entry and as detail.
      expect(valuesOf(statement?.xml ?? '', 'Amt')).toEqual([
        '0.00',
        '1000000025.00',
        '12.51',
        '999999999.99',
        '999999999.99',
        '12.50',
        '12.50',
      ]);
      const [notice] = await bank.downloads('NOTICE', version);
      expect(valuesOf(notice?.xml ?? '', 'EndToEndId')).toHaveLength(4);
      for (const kind of ['REPORT', 'STATEMENT', 'NOTICE']) {
        for (const { name, xml } of await bank.downloads(kind, version)) {
          if (messageOf(name) !== 'pain.002.001.03') expect(schemaFaults(messageOf(name), xml)).toEqual([]);
        }
      }
    });
  });

  it('does to a debit what the scripts say, by mandate, account, id or amount, and answers the same again', async () => {
    await bank.script({ kind: 'REJECT', rum: 'RUM-1', reason: 'MD01' });
    await bank.script({ kind: 'REJECT_ON_DUE_DATE', endToEndId: 'E2' });
    await bank.script({ kind: 'RETURN', iban: debtors.germany, feeCents: 89 });
    await bank.script({ kind: 'REFUND', amountCents: 4000, afterDays: 3 });
    await bank.script({ kind: 'RETURN', endToEndId: 'E5', reason: 'ZZ99', afterDays: 1 });
    const debits: FileDebit[] = [
      { id: 'E1' },
      { id: 'E2', rum: 'RUM-2' },
      { id: 'E3', rum: 'RUM-3', iban: debtors.germany },
      { id: 'E4', rum: 'RUM-4', amount: '40.00' },
      { id: 'E5', rum: 'RUM-5' },
      { id: 'E6', rum: 'RUM-1' },
    ];
    expect(await bank.handOver(debitFile({ blocks: [{ debits }] }))).toMatchObject({
      ...{ httpStatus: 201, status: 'PARTIALLY_ACCEPTED', rejected: 1 },
      faults: [{ code: 'MD01', message: 'by a script' }],
    });
    expect(await bank.reach('2026-12-23')).toBe('2026-12-23');
    const held = await bank.debits();
    const told = [...held.values()].map(({ endToEndId, status, reason, changedOn }) => [
      ...[endToEndId, status, reason, changedOn],
    ]);
    expect(told.toSorted()).toEqual([
      ['E1', 'REJECTED', 'MD01', '2026-11-25'],
      ['E2', 'REJECTED', 'MS02', '2026-12-09'],
      ['E3', 'RETURNED', 'AM04', '2026-12-16'],
      ['E4', 'REFUNDED', 'MD06', '2026-12-14'],
      ['E5', 'RETURNED', 'ZZ99', '2026-12-10'],
      ['E6', 'SETTLED', null, '2026-12-09'],
    ]);
    const reports = await bank.downloads('REPORT');
    expect(reports.map(({ xml }) => valuesOf(xml, 'OrgnlEndToEndId'))).toEqual([['E1'], ['E2']]);
    const statements = await bank.downloads('STATEMENT');
    expect(statements.flatMap(({ xml }) => valuesOf(xml, 'ElctrncSeqNb'))).toEqual(['1', '2', '3', '4']);
    const returned = statements.find(({ name }) => name.includes('2026-12-16'))?.xml ?? '';
    // 12.50 + 40.00 + 12.50 + 12.50, less what came back on the days before.
    expect(valuesOf(returned, 'Amt')).toEqual(['25.00', '11.61', '13.39', '12.50', '0.89']);
    for (const { name, xml } of [...reports, ...statements]) expect(schemaFaults(messageOf(name), xml)).toEqual([]);
    await sandbox.restart();
    expect(await bank.downloads('STATEMENT')).toEqual(statements);
    expect(await (await fetch(`${bank.address}/scripts`)).json()).toEqual({ scripts: [] });
  });

  it('takes back a debit between businesses within three banking days, another within five', async () => {
    await bank.script({ kind: 'RETURN', lasting: true });
    await bank.handOver(fileWith({ id: 'CORE-1' }));
    await bank.handOver(debitFile({ messageId: 'MSG-2', blocks: [{ scheme: 'B2B', debits: [{ id: 'B2B-1' }] }] }));
    await bank.reach('2026-12-16');
    const held = await bank.debits();
    expect([held.get('CORE-1')?.changedOn, held.get('B2B-1')?.changedOn]).toEqual(['2026-12-16', '2026-12-14']);
  });

  it('takes a block or the whole file with a debit where a script says so', async () => {
    await bank.script({ kind: 'REJECT', scope: 'BLOCK', endToEndId: 'A', reason: 'RC01' });
    const blocks = [{ debits: [{ id: 'A' }, { id: 'B' }] }, { debits: [{ id: 'C' }] }];
    expect(await bank.handOver(debitFile({ blocks }))).toMatchObject({ status: 'PARTIALLY_ACCEPTED', rejected: 2 });
    const [first] = await bank.downloads('REPORT');
    expect(valuesOf(first?.xml ?? '', 'PmtInfSts')).toEqual(['RJCT', 'ACCP']);
    expect(valuesOf(first?.xml ?? '', 'OrgnlEndToEndId')).toEqual([]);
    await bank.script({ kind: 'REJECT', scope: 'FILE', reason: 'FF01' });
    expect(await bank.handOver(debitFile({ messageId: 'MSG-2', blocks: [{ debits: [{ id: 'D' }] }] }))).toMatchObject({
      httpStatus: 422,
      status: 'REJECTED',
    });
    const second = (await bank.downloads('REPORT'))[1]?.xml ?? '';
    expect([valuesOf(second, 'GrpSts'), valuesOf(second, 'Cd'), valuesOf(second, 'OrgnlPmtInfId')]).toEqual([
      ...[['RJCT'], ['FF01'], []],
    ]);
    // What was refused as a whole may come again.
    expect(await bank.handOver(debitFile({ messageId: 'MSG-2', blocks: [{ debits: [{ id: 'D' }] }] }))).toMatchObject({
      status: 'ACCEPTED',
    });
  });

  it('credits transfers as payers write them', async () => {
    const transfer = { account: houseAccount.iban, amountCents: 1250, reference: 'RF18 5390 0754 7034' };
    const told: (readonly (string[] | string | undefined)[])[] = [];
    for (const manner of ['STRUCTURED', 'FREE_TEXT', 'SPLIT', 'END_TO_END', 'MISSING', 'WRONG']) {
      expect((await bank.postJson('transfers', { ...transfer, manner })).status).toBe(201);
    }
    const [notice] = await bank.downloads('NOTICE');
    for (const detail of (notice?.xml ?? '').split('<TxDtls>').slice(1)) {
      told.push([valuesOf(detail, 'EndToEndId')[0], valuesOf(detail, 'Ref'), valuesOf(detail, 'Ustrd')]);
    }
    expect(told).toEqual([
      ['NOTPROVIDED', ['RF18539007547034'], []],
      ['NOTPROVIDED', [], ['REGLEMENT RF18 5390 0754 7034']],
      ['NOTPROVIDED', [], ['VIREMENT FACTURE', 'RF18539', '007547034']],
      ['RF18539007547034', [], []],
      ['NOTPROVIDED', [], ['VIREMENT']],
      ['NOTPROVIDED', [], ['REGLEMENT RF18539007547035']],
    ]);
    for (const bad of [
      { account: debtors.germany },
      { amountCents: 0 },
      { amountCents: 1.5 },
      { manner: 'X' },
      { x: 1 },
    ]) {
      const response = await bank.postJson('transfers', { ...transfer, ...bad });
      expect(response.status).toBe(400);
      expect((await response.json()).errors[0].path).toBeDefined();
    }
  });

  it('refuses scripts that say nothing', async () => {
    for (const bad of [{}, { kind: 'LOSE' }, { kind: 'RETURN', scope: 'FILE' }, { kind: 'REJECT', reason: 'a b' }]) {
      expect((await bank.postJson('scripts', bad)).status).toBe(400);
    }
  });

  it.each(['scripts', 'transfers', 'deliveries'])('says to %s in a form of parts what is missing', async (name) => {
    const answer = await fetch(`${bank.address}/${name}`, { method: 'POST', body: new FormData() });
    expect([answer.status, await answer.text()]).toEqual([422, expect.stringMatching(/kind|amountCents|way/)]);
  });

  it('has a day that keeps up with the calendar, over restarts too', async () => {
    await bank.script({ kind: 'RETURN', afterDays: 1 });
    await bank.handOver(fileWith());
    expect(await bank.documents()).toHaveLength(1);
    // A month goes by.
    sandbox.now += 31 * 86_400_000;
    await sandbox.restart();
    // Christmas, a Saturday: the next banking day is Monday.
    expect(await (await fetch(`${bank.address}/day`)).json()).toEqual({
      ...{ day: '2026-12-28', accounts: [{ iban: houseAccount.iban, balanceCents: 0 }] },
    });
    expect((await bank.debits()).get('MSG-1-1-E1')).toMatchObject({ status: 'RETURNED', changedOn: '2026-12-10' });
    expect((await bank.downloads('STATEMENT')).map(({ name }) => name)).toEqual([
      `${houseAccount.iban}-2026-12-09.camt.053.001.08.xml`,
      `${houseAccount.iban}-2026-12-10.camt.053.001.08.xml`,
    ]);
  });

  it('hands its files over by upload and into a folder, once each, and says how they were taken', async () => {
    await bank.handOver(fileWith());
    expect(await (await bank.postJson('deliveries', { way: 'FOLDER' })).json()).toMatchObject({
      deliveries: [{ document: '2026-11-25-1.pain.002.001.10.xml', delivered: true }],
    });
    const watched = path.join(sandbox.folder, '..', 'watched');
    expect(await readFile(path.join(watched, '2026-11-25-1.pain.002.001.10.xml'), 'utf8')).toBe(
      (await bank.downloads('REPORT'))[0]?.xml,
    );
    expect(await (await bank.postJson('deliveries', { way: 'UPLOAD' })).json()).toEqual({ deliveries: [] });
    const order = { way: 'UPLOAD', key: 'rgl_example', documents: ['2026-11-25-1.pain.002.001.03.xml'] };
    expect((await bank.postJson('deliveries', order)).status).toBe(200);
    expect(sandbox.received[0]).toMatchObject({ method: 'POST', path: '/bank-files', contentType: 'application/xml' });
    sandbox.answerWith((_request, response) => {
      response.statusCode = 422;
      response.end();
    });
    const failed = await bank.postJson('deliveries', {
      ...order,
      documents: ['2026-11-25-1.pain.002.001.10.xml', 'x'],
    });
    expect([failed.status, await failed.json()]).toMatchObject([
      502,
      { deliveries: [{ answer: 'HTTP 422' }, { answer: 'there is no such document' }] },
    ]);
  });

  it('comes back with a file where the gateway has too much to do, at the given time', async () => {
    await bank.postJson('transfers', { account: houseAccount.iban, amountCents: 100, manner: 'MISSING' });
    let asked = 0;
    sandbox.answerWith((_request, response) => {
      asked++;
      response.statusCode = asked < 3 ? 503 : 200;
      response.setHeader('Retry-After', '1');
      response.end();
    });
    await bank.postJson('next-day', {});
    const documents = [`${houseAccount.iban}-2026-11-25.camt.053.001.08.xml`];
    const answer = await bank.postJson('deliveries', { way: 'UPLOAD', documents });
    expect([asked, await answer.json()]).toMatchObject([3, { deliveries: [{ delivered: true, answer: 'HTTP 200' }] }]);
  });

  it('answers a day that is asked for without a body as one asked for with', async () => {
    const answer = await fetch(`${bank.address}/next-day`, { method: 'POST', redirect: 'manual' });
    expect([answer.status, await answer.json()]).toMatchObject([200, { day: '2026-11-26', settled: 0 }]);
  });

  it('has no document that it never wrote', async () => {
    for (const name of ['x', '..%2f..%2fhouse-bank.sqlite', `${houseAccount.iban}-2026-11-25.camt.053.001.08.xml`]) {
      expect((await fetch(`${bank.address}/documents/${name}`)).status).toBe(404);
    }
  });
});
