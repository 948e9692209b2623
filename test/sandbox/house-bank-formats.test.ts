import { describe, expect, it } from 'vitest';
import { entriesIn, piecesOf } from '../support/bank-statements/read-pieces.ts';
import { openForEach } from '../support/open-for.ts';
import { debitFile, debtors } from '../support/sandbox/debit-files.ts';
import { type DocumentVersion, houseBank } from '../support/sandbox/house-bank.ts';
import { houseAccount, runSandbox } from '../support/sandbox/running-sandbox.ts';

/** The statements of one account in every format: the gateway reads the same money out of each. */

const sandbox = openForEach(() => runSandbox());
const bank = houseBank(sandbox);

async function playMonth(): Promise<void> {
  const transfer = {
    account: houseAccount.iban,
    amountCents: 1_234,
    reference: 'RF18 5390 0754 7034',
    payer: 'Zoé & Fils',
  };
  await bank.postJson('transfers', { ...transfer, payerAccount: debtors.france });
  await bank.postJson('transfers', { ...transfer, manner: 'FREE_TEXT', instant: true });
  await bank.script({ kind: 'RETURN', endToEndId: 'E1', reason: 'AC04', afterDays: 1 });
  await bank.script({ kind: 'RETURN', endToEndId: 'E2', reason: 'ZZ99', afterDays: 2, feeCents: 300 });
  const debits = [{ id: 'E1' }, { id: 'E2', rum: 'RUM-2' }, { id: 'E3', rum: 'RUM-3', iban: debtors.germany }];
  const blocks = [
    { inOneSum: false, debits },
    {
      id: 'SUM-1',
      inOneSum: true,
      debits: [
        { id: 'S1', rum: 'RUM-4' },
        { id: 'S2', rum: 'RUM-5' },
      ],
    },
  ];
  expect(await bank.handOver(debitFile({ blocks }))).toMatchObject({ httpStatus: 201, rejected: 0 });
  await bank.reach('2026-12-16');
}

type Known = { readonly ids: readonly string[]; readonly blocks: readonly string[] };

/** Day, signed cents, charges, and what names the payment, wherever the format has it. */
async function moneyIn(version: DocumentVersion, kind: string, { ids, blocks }: Known): Promise<readonly string[]> {
  const files = await bank.downloads(kind, version);
  const entries = (await Promise.all(files.map(({ xml }) => entriesIn(xml)))).flat();
  return entries.map((entry) => {
    const [detail] = entry.details;
    const words = [
      ...[
        entry.paymentInformationId,
        detail?.paymentInformationId,
        detail?.endToEndId,
        ...(detail?.structuredReferences ?? []),
      ],
      ...[...(detail?.remittance ?? []), ...(detail?.possibleIds ?? [])],
    ].join(' ');
    const named = [...blocks, ...ids].find((id) => words.replaceAll(' ', '').includes(id));
    const sign = entry.direction === 'DEBIT' ? -1 : 1;
    return `${entry.bookedOn} ${sign * entry.amountCents} ${entry.chargesCents} ${named} ${entry.fault}`;
  });
}

const known = { ids: ['RF18539007547034', 'E1', 'E2', 'E3'], blocks: ['SUM-1'] };
const expected = [
  ...['2026-11-25 1234 0 RF18539007547034 null', '2026-11-25 1234 0 RF18539007547034 null'],
  ...[
    '2026-12-09 1250 0 E1 null',
    '2026-12-09 1250 0 E2 null',
    '2026-12-09 1250 0 E3 null',
    '2026-12-09 2500 0 SUM-1 null',
  ],
  ...['2026-12-10 -1250 0 E1 null', '2026-12-11 -1550 300 E2 null'],
];

describe('the statements of the company’s bank', () => {
  it('say the same in each format', async () => {
    await playMonth();
    for (const version of ['02', '08', 'cfonb', 'mt940'] as const) {
      expect([version, await moneyIn(version, 'STATEMENT', known)]).toEqual([version, expected]);
    }
  });

  it('have balances that fit together from one to the next', async () => {
    await playMonth();
    for (const version of ['cfonb', 'mt940'] as const) {
      let cents = 0;
      for (const { xml } of await bank.downloads('STATEMENT', version)) {
        const balances = (await piecesOf(xml)).flatMap((piece) => (piece.kind === 'BALANCES' ? [piece.balances] : []));
        expect(balances).toMatchObject([{ iban: houseAccount.iban, openingCents: cents }]);
        cents = balances[0]?.closingCents ?? Number.NaN;
      }
      expect(cents).toBe(2 * 1_234 + 5 * 1_250 - 1_250 - 1_550);
    }
  });

  it('come with notices in CFONB 240: what came back with its reason, and transfers that came', async () => {
    await playMonth();
    const notices = await bank.downloads('NOTICE', 'cfonb');
    const lines = notices.flatMap(({ xml }) => xml.split('\r\n').slice(0, -1));
    expect(new Set(lines.map((line) => line.length))).toEqual(new Set([240]));
    // The return with a fee is left out: the fee would be an entry of its own.
    expect(await moneyIn('cfonb', 'NOTICE', known)).toEqual([expected[0], expected[1], expected[6]]);
    const [, , back] = (await Promise.all(notices.map(({ xml }) => entriesIn(xml)))).flat();
    expect(back).toMatchObject({
      isReturn: true,
      details: [{ returnReason: 'AC04', counterparty: { iban: debtors.france } }],
    });
    expect(await bank.downloads('NOTICE', 'mt940')).toEqual([]);
  });

  it('are found by their names alone', async () => {
    await playMonth();
    const names = (await bank.documents('cfonb')).map(({ name }) => name);
    expect(names).toContain(`${houseAccount.iban}-2026-12-09.cfonb120.txt`);
    for (const name of [
      `${houseAccount.iban}-2026-12-09.cfonb121.txt`,
      `${houseAccount.iban}-2026-12-08.cfonb120.txt`,
    ]) {
      expect((await fetch(`${bank.address}/documents/${name}`)).status).toBe(404);
    }
  });
});
