import { connect } from 'node:net';
import { beforeAll, describe, expect, it } from 'vitest';
import { anonymous, type Caller, type Scope } from '../../src/kernel/caller.ts';
import { decimalComma } from '../../src/kernel/money.ts';
import { createOpenExports } from '../../src/modules/exports/open-exports.ts';
import type { Services } from '../../src/modules/exports/ports.ts';
import { type StartedExport, startExport } from '../../src/modules/exports/start-export.ts';
import { balancesOf } from '../support/accounting/balances.ts';
import { recorded } from '../support/accounting/books.ts';
import { openImporting, referenceOf } from '../support/bank-statements/importing.ts';
import { drawnDatabases } from '../support/drawn-databases.ts';
import { openForGroup } from '../support/open-for.ts';
import { operationsOn } from '../support/payments/operations.ts';
import { cookie, enterPerson, sessionOf, startConsole } from '../support/people/console.ts';
import { exportOf, rowsOf } from '../support/people/exports.ts';
import { initiated } from '../support/requests.ts';
import { ask } from '../support/store/examples.ts';

/** What the exports hold: exceptions, the audit log, the books. */

async function textOf({ text, end }: StartedExport): Promise<string> {
  let whole = '';
  for await (const piece of text) whole += piece;
  await end(null);
  return whole;
}

describe.each(drawnDatabases())('exports of exceptions ($name)', (database) => {
  const on = openForGroup(() => openImporting(database));
  beforeAll(async () => {
    const remitted = { texts: ['=1+1'], debtor: { name: 'Zoé Payeuse' } };
    await on.statement([
      { amount: '7.00', bankReference: 'B1', bookedOn: '2026-11-24', details: [{ amount: '7.00', texts: ['X'] }] },
      { amount: '8.00', bankReference: 'B2', bookedOn: '2026-11-25', details: [{ amount: '8.00', ...remitted }] },
    ]);
  });
  const exported = async (query: string, caller: Caller = anonymous, kind = 'exceptions') =>
    textOf(
      await startExport(on.services as unknown as Services, createOpenExports(), caller, {
        ...{ kind, query: new URLSearchParams(query), language: 'en', request: 'req_1' },
        ...{ callerNow: async () => caller, isGone: () => false },
      }),
    );

  it('have the filters of the list, and the words of the bank with names alone', async () => {
    const [head = '', eight = '', seven = ''] = (await exported('')).split('\r\n');
    expect(head).toBe(
      '\uFEFFid;opened_at;status;kind;id_societe;run_mode;booked_on;amount;direction;reason_code;payment;bank_file;resolution;resolved_at;resolved_by',
    );
    expect(eight).toMatch(/^bkx_\w+;2026-[-\d: ]+;OPEN;UNMATCHED_CREDIT;1;TEST;2026-11-25;8,00;CREDIT;;;bkf_\w+;;;$/);
    expect(seven).toContain(';2026-11-24;7,00;');
    expect((await exported('booked.to=2026-11-24')).split('\r\n')).toHaveLength(3);
    expect((await exported('status=RESOLVED')).split('\r\n')).toHaveLength(2);
    const file = /bkf_\w+/.exec(seven)?.[0] ?? '';
    expect((await exported(`bankFile=${file}`)).split('\r\n')).toHaveLength(4);
    expect((await exported(`bankFile=bkf_${'0'.repeat(32)}`)).split('\r\n')).toHaveLength(2);
    expect((await exported('text=8,00')).split('\r\n')).toEqual([head, eight, '']);
    expect((await exported('text=jamais')).split('\r\n')).toHaveLength(2);
    expect((await exported('text=%20')).split('\r\n')).toHaveLength(2);
    await expect(exported(`text=${'x'.repeat(201)}`)).rejects.toThrow('text must have');
    const named = await exported('names=true&amount.from=800');
    expect(named).toContain("'=1+1");
    expect(named).not.toMatch(/FR\d{12}/);
  });

  it('leave the money on the suspense account, which is an export of its own', async () => {
    const suspense = (query: string, caller?: Caller) => exported(query, caller, 'suspense');
    const [head = '', ...rows] = (await suspense('idSociete=1')).split('\r\n');
    expect(head).toBe('\uFEFFdate;piece;piece_date;label;remaining;exception;entry');
    expect(rows.map((row) => row.split(';')[4]).toSorted()).toEqual([undefined, '7,00', '8,00'].toSorted());
    expect(rows[0]).toMatch(/^2026-11-24;B1;2026-11-24;[^;]+;7,00;bkx_\w+;jrn_\w+$/);
    expect((await suspense('idSociete=1&names=true')).split('\r\n')[0]).toBe(`${head};counterparty;remittance`);
    expect(await suspense('idSociete=1&names=true')).toContain("'=1+1");
    expect((await suspense('idSociete=2')).split('\r\n')).toHaveLength(2);
    const reader = { ...anonymous, scopes: new Set(['read'] as const) };
    await expect(suspense('idSociete=1', reader)).rejects.toThrow('that takes the scope accounting');
    await expect(suspense('')).rejects.toThrow('idSociete must be there');
  });

  it('name a file and an exception to those who may see it', async () => {
    const of = (...scopes: readonly Scope[]): Caller => ({ ...anonymous, scopes: new Set(scopes) });
    expect(await exported('', of('decide', 'bankFiles'))).toContain('bkf_');
    const rows = await exported('', of('decide'));
    expect([rows.includes('bkx_'), rows.includes('bkf_')]).toEqual([true, false]);
    expect(await exported('idSociete=1', of('accounting', 'decide'), 'suspense')).toContain('bkx_');
    const money = await exported('idSociete=1', of('accounting'), 'suspense');
    expect([money.includes(';7,00;'), money.includes('bkx_')]).toEqual([true, false]);
  });

  it('name the payer of suspense in the FEC with names alone', async () => {
    await balancesOf(on);
    const fec = (names: string) => exported(`idSociete=1&exercise=2026${names}`, anonymous, 'fec');
    expect(await fec('')).toMatch(/\tCREDIT NON IDENTIFIE B2\t/);
    expect(await fec('&names=true')).toMatch(/\tCREDIT NON IDENTIFIE B2 Zoé Payeuse\t/);
  });

  it('give what is missing no direction', async () => {
    const payment = await on.transfer();
    const detail = { amount: '1.00', texts: [referenceOf(payment)] };
    await on.statement([{ amount: '1.00', bankReference: 'B3', bookedOn: '2026-11-25', details: [detail] }], 'PART');
    const [, missing] = (await exported('kind=UNDERPAID')).split('\r\n');
    expect(missing).toContain(`;${decimalComma(payment.amountCents - 100)};;;${payment.id};`);
  });

  it('name the payment of an entry in the books to those who may see it', async () => {
    const payment = await on.transfer();
    const detail = { amount: '2.00', texts: [referenceOf(payment)] };
    await on.statement([{ amount: '2.00', bankReference: 'B4', bookedOn: '2026-11-25', details: [detail] }], 'BOOKED');
    await balancesOf(on);
    const journal = 'idSociete=1&from=2026-01-01&to=2026-12-31&kind=TRANSFER_RECEIVED';
    const others = [{ scopes: new Set(['accounting'] as const) }, { origins: new Set(['another']) }];
    expect(await exported(journal, anonymous, 'journal')).toContain(`;${payment.id};jrn_`);
    for (const narrow of others) {
      const rows = await exported(journal, { ...anonymous, ...narrow }, 'journal');
      expect([rows.includes(';2,00;'), rows.includes('pay_')]).toEqual([true, false]);
    }
  });
});

describe.each(drawnDatabases())('exports of the books and of the audit log ($name)', ({ open }) => {
  const gateway = openForGroup(() => startConsole({ open, aheadMs: Date.UTC(2026, 10, 25, 9) - Date.now() }));
  const tokenOf = async (role: string) => sessionOf(gateway, await enterPerson(gateway, [role]));
  const year = 2026;
  const all = `idSociete=1&from=${year}-01-01&to=${year}-12-31`;

  it('write posted lines, in euros with a comma, and the same in the layout of the FEC', async () => {
    const { payment } = await initiated(gateway, { ...recorded, amount: 123_450 });
    const token = await tokenOf('comptabilite');
    expect(await rowsOf(await exportOf(gateway, token, `journal?${all}`))).toEqual([]);
    await gateway.runWorkers('journal');
    const rows = await rowsOf(await exportOf(gateway, token, `journal?${all}&lang=en`));
    expect(rows.map(({ number, debit, credit, kind }) => [number, debit, credit, kind])).toEqual([
      ['1', '1234,50', '0,00', 'RECORDED'],
      ['1', '0,00', '1234,50', 'RECORDED'],
    ]);
    expect(rows[0]).toMatchObject({ payment: payment.id });
    expect(rows[0]).not.toHaveProperty('payer');
    const numbers = async (filter: string) =>
      (await rowsOf(await exportOf(gateway, token, `journal?${all}&lang=en&${filter}`))).map(({ number }) => number);
    const found = ['account=411000', 'number=1', 'kind=RECORDED', `payment=${payment.id}`, 'text=1234,50'];
    const email = `text=${encodeURIComponent('a.client+essai@example.fr')}`;
    for (const filter of [...found, found.join('&'), email, 'number=000001'])
      expect(await numbers(filter)).toEqual(['1', '1']);
    const none = ['account=999999', 'number=2', 'kind=CARD_PAID', `payment=pay_${'0'.repeat(32)}`, 'text=jamais'];
    for (const filter of none) expect(await numbers(filter)).toEqual([]);
    for (const filter of ['number=0', 'payment=x', 'kind=x']) {
      expect((await exportOf(gateway, token, `journal?${all}&${filter}`)).status).toBe(400);
    }
    const balance = await exportOf(gateway, token, `balance?${all}`);
    expect(balance.headers.get('Content-Disposition')).toContain('filename="TEST-balance-1-');
    const moved = (await rowsOf(balance)).map((row) => [row.compte, row.debit, row.credit, row.mouvement_net]);
    expect(moved).toEqual([
      ['411000', '0,00', '1234,50', '-1234,50'],
      ['471000', '1234,50', '0,00', '1234,50'],
    ]);
    expect(await rowsOf(await exportOf(gateway, token, 'balance?idSociete=1&from=2020-01-01&to=2020-01-31'))).toEqual(
      [],
    );
    for (const path of [
      'balance?idSociete=1',
      'balance?idSociete=1&from=2026-01-31&to=2026-01-01',
      'balance?from=x&to=y',
    ])
      expect((await exportOf(gateway, token, path)).status).toBe(400);
    expect((await exportOf(gateway, await tokenOf('lecture'), `balance?${all}`)).status).toBe(403);
    const fec = await exportOf(gateway, token, `fec?idSociete=1&exercise=${year}`);
    const [head, first, second, rest] = (await fec.text()).split('\r\n');
    expect(fec.headers.get('Content-Disposition')).toMatch(/filename="TEST-\d{9}-1?-?ENC-.*\.txt"/);
    expect([head, first?.split('\t').slice(11, 13), second?.split('\t').slice(11, 13), rest]).toEqual([
      expect.stringContaining('JournalCode\tJournalLib\t'),
      ...[
        ['1234,50', '0,00'],
        ['0,00', '1234,50'],
      ],
      '',
    ]);
    const outside = await exportOf(
      gateway,
      token,
      `fec?idSociete=1&exercise=${year}&from=${year}-01-01&to=${year}-01-01`,
    );
    expect((await outside.text()).split('\r\n')).toHaveLength(2);
  });

  it('have an entry about a payment where the payment has the words, as the list does', async () => {
    const { paid, refund, night } = operationsOn(gateway);
    const { payment } = await paid('PAYBOX', { amount: '10000' });
    await night();
    expect(await refund({ id: payment.id, amount: 3000 })).toMatchObject({ __typename: 'RefundPaymentSuccess' });
    await gateway.runWorkers('journal');
    const token = await tokenOf('comptabilite');
    const found = async (text: string) =>
      new Set(
        (await rowsOf(await exportOf(gateway, token, `journal?${all}&lang=en&text=${text}`))).map((row) => row.kind),
      );
    expect(await found(payment.reference)).toEqual(new Set(['CARD_PAID', 'REFUNDED']));
    expect(await found('100,00')).toEqual(new Set(['CARD_PAID', 'REFUNDED']));
    expect(await found('30,00')).toEqual(new Set());
  });

  it('end before their last row where the books do not hold together', async () => {
    const token = await tokenOf('comptabilite');
    await initiated(gateway, { ...recorded, idSociete: '2' });
    await gateway.runWorkers('journal');
    const path = `fec?idSociete=2&exercise=${year}`;
    expect((await (await exportOf(gateway, token, path)).text()).split('\r\n')).toHaveLength(4);
    const isSqlite = gateway.databaseUrl.startsWith('sqlite:');
    await ask(
      gateway.databaseUrl,
      isSqlite
        ? 'drop trigger journal_entries_posted'
        : 'alter table journal_entries disable trigger journal_entries_kept',
    );
    await ask(gateway.databaseUrl, "update journal_entries set hash = 'forged' where id_societe = '2'");
    const response = await exportOf(gateway, token, path);
    expect(response.status).toBe(200);
    await expect(response.text()).rejects.toThrow();
    expect(await endOverHttp10(gateway.url, `/console/exports/${path}`, cookie(token).Cookie)).toBe('ECONNRESET');
    await expect
      .poll(async () => (await gateway.store.auditEntries({ ...anyEntry, action: 'exportFec' }, null, 1))[0])
      .toMatchObject({ object: '0 rows', outcome: 'FAILED', code: 'FAULT' });
    expect(gateway.logs).toContainEqual(expect.objectContaining({ msg: 'an export ended before its last row' }));
  });

  it('write the audit log by its filters, days in Paris, with the users of commands only where names are asked for', async () => {
    const token = await tokenOf('exploitation');
    const rows = await rowsOf(await exportOf(gateway, token, 'audit?action=exportFec&lang=en'));
    expect(rows.length).toBeGreaterThan(1);
    expect(rows[0]).toMatchObject({ action: 'exportFec', outcome: 'FAILED', code: 'FAULT', roles: 'comptabilite' });
    expect(rows[0]).not.toHaveProperty('operator');
    const named = await rowsOf(await exportOf(gateway, token, `audit?action=signIn&names=true&lang=en`));
    expect(named[0]).toHaveProperty('operator');
    expect(await rowsOf(await exportOf(gateway, token, 'audit?at.to=2026-01-01'))).toEqual([]);
  });
});

/** Where the end of the connection is that of the answer, as for some proxies. */
const endOverHttp10 = (url: string, path: string, Cookie = ''): Promise<string | undefined> =>
  new Promise((resolve) => {
    const { hostname, port } = new URL(url);
    const socket = connect(Number(port), hostname);
    socket.on('error', ({ code }: NodeJS.ErrnoException) => resolve(code));
    socket.on('end', () => resolve('END'));
    socket.resume();
    socket.write(
      `GET ${path} HTTP/1.0\r\nHost: ${hostname}:${port}\r\nSec-Fetch-Site: same-origin\r\nCookie: ${Cookie}\r\n\r\n`,
    );
  });

const anyEntry = { actors: null, action: null, object: null, outcome: null, from: null, until: null };
