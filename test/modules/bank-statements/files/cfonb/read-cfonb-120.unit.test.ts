import { describe, expect, it } from 'vitest';
import { entriesIn, piecesOf } from '../../../../support/bank-statements/read-pieces.ts';
import { type WrittenMovement, writtenCfonb120 } from '../../../../support/bank-statements/written-cfonb.ts';

const day = '2026-11-25';
const one = async (movement: Partial<WrittenMovement>) => {
  const movements = [{ cents: -1_550, day, code: 'B3', ...movement }];
  const [entry] = await entriesIn(
    writtenCfonb120([{ openingCents: 100_000, from: '2026-11-24', until: day, movements }]),
  );
  return entry;
};

describe('an entry of CFONB 120', () => {
  it.each(['10', '12', '26', '27', '98', 'A3', 'A4', 'B3', 'B4', 'C3', 'C5'])('%s is returned money', async (code) => {
    expect(await one({ code, rejectCode: '20' })).toMatchObject({
      isReturn: true,
      details: [{ isReturn: true, returnReason: 'AM04' }],
    });
  });

  it.each(['05', '06', '09', '23', 'A1', 'A5', 'B1', 'B5', 'C1', 'C2'])('%s is none', async (code) => {
    expect(await one({ code, rejectCode: '20' })).toMatchObject({ isReturn: false, details: [{ returnReason: null }] });
  });

  it.each([
    ['12', 'AC01'],
    ['14', 'AC04'],
    ['31', 'MD01'],
    ['34', 'AC06'],
    ['35', 'MD07'],
    ['58', 'MS02'],
    ['59', 'MS03'],
    ['64', 'AM05'],
    ['66', 'MD02'],
    ['80', 'MD06'],
    ['99', 'AG01'],
    ['32', null],
    ['65', null],
    ['00', null],
    ['  ', null],
  ])('reads the reason %s as %s', async (rejectCode, returnReason) => {
    const entry = await one({ rejectCode });
    expect(entry?.details[0]?.returnReason).toBe(returnReason);
    const isGiven = !['00', '  '].includes(rejectCode);
    expect(entry?.details[0]?.remittance.includes(`MOTIF ${rejectCode}`)).toBe(isGiven);
  });

  it('has qualifiers with parts, wherever the first part is blank', async () => {
    const entry = await one({
      qualifiers: [
        ['REF', `${'B1'.padEnd(35)}TRANSACTION-1`],
        ['RCN', `${' '.repeat(35)}OTHR`],
        ['RUM', `${'RUM-1'.padEnd(35)}RCUR`],
        ['CPY', 'FR7630006000011234567890189'],
        ['NPY', 'CAFE DU COMMERCE'],
      ],
    });
    expect(entry).toMatchObject({ entryReference: 'B1' });
    expect(entry?.details[0]).toMatchObject({
      ...{ endToEndId: null, mandateReference: 'RUM-1' },
      counterparty: { name: 'CAFE DU COMMERCE', iban: 'FR7630006000011234567890189' },
      possibleIds: expect.arrayContaining(['B1', 'TRANSACTION-1']),
    });
  });

  it('does not run the two parts of a reference into one word', async () => {
    const entry = await one({ qualifiers: [['REF', `${'A'.repeat(35)}TRANSACTION-1`]] });
    expect(entry?.details[0]?.possibleIds).toEqual(expect.arrayContaining(['A'.repeat(35), 'TRANSACTION-1']));
  });

  it('has the original amount before its rate, and the charge', async () => {
    const entry = await one({
      qualifiers: [
        ['MMO', 'EUR2000000000012500400000010000'],
        ['FEE', 'EUR200000000000300'],
      ],
    });
    expect(entry).toMatchObject({ chargesCents: 300, fault: null, details: [{ amountCents: 1_250 }] });
  });

  it('has no charge of more than ten billion euros', async () => {
    const entry = await one({ qualifiers: [['FEE', 'EUR201000000000000']] });
    expect(entry).toMatchObject({ fault: null, chargesCents: 0, besideCents: 0 });
  });

  it('has lines of text, each with its words', async () => {
    const qualifiers = [
      ['LIB', 'PAYMENT ORDER 124359169'],
      ['LIB', 'ERS INF'],
    ] as const;
    expect((await one({ qualifiers }))?.details[0]?.remittance).toContain('PAYMENT ORDER 124359169 ERS INF');
  });

  it('has its whole text in UTF-8, wherever the file is cut on its way', async () => {
    const text = `${'É'.repeat(69)}.`;
    const movements = Array(20).fill({ cents: 1_550, day, qualifiers: [['LCC', text]] });
    const plain = writtenCfonb120([{ openingCents: 0, from: '2026-11-24', until: day, movements }]).toString('latin1');
    for (let size = 4_100; size < 4_420; size += 20) {
      const pieces = await piecesOf(Buffer.from(plain, 'utf8'), size);
      const details = pieces.flatMap((piece) => (piece.kind === 'ENTRY' ? piece.entry.details : []));
      expect(details.filter(({ remittance }) => remittance.includes(text))).toHaveLength(20);
    }
  });

  it('says nothing of a return by a qualifier that CFONB does not publish', async () => {
    const entry = await one({ code: '21', qualifiers: [['RET', 'AM04PROVISION INSUFFISANTE']] });
    expect(entry).toMatchObject({ isReturn: false, details: [{ returnReason: null }] });
    expect(entry?.details[0]?.remittance).toContain('AM04PROVISION INSUFFISANTE');
  });
});
