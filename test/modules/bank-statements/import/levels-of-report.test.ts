import { describe, expect, it } from 'vitest';
import { exampleMandate, openImporting } from '../../../support/bank-statements/importing.ts';
import { collection, type WrittenReport, writtenReport } from '../../../support/bank-statements/written-files.ts';
import { drawnDatabases } from '../../../support/drawn-databases.ts';
import { openForEach } from '../../../support/open-for.ts';

/** A status report that refuses a file or a block, and says more of a block or a debit in it. */
describe.each(drawnDatabases())('a report at several levels ($name)', (database) => {
  const on = openForEach(() => openImporting(database));

  const refused = { status: 'RJCT' } as const;
  const twice = { status: 'RJCT', reason: 'AM05' } as const;
  const read = async (said: Omit<WrittenReport, 'messageId'>, version: '03' | '10' = '10') => {
    const { file } = await on.import(writtenReport({ ...said, messageId: 'M1', version }));
    expect(file).toMatchObject({ status: 'IMPORTED', reason: null });
  };
  const named = (endToEndId: string, reason?: string) => ({ ...refused, endToEndId, ...(reason && { reason }) });
  /** As the schema allows: the status stands at the level above alone. */
  const reasonAlone = { endToEndId: 'E1', reason: 'AM05' };
  const codeOf = async (payment: Awaited<ReturnType<typeof on.debit>>) => {
    const event = await on.lastEvent(payment);
    return [event?.status, event && 'bankCode' in event.data ? event.data.bankCode : undefined];
  };
  const closeAndErase = (id: string) =>
    on.store.transact(async (transaction) => {
      const closing = { status: 'SETTLED', resolution: 'HANDLED', resolvedBy: 'rachel', resolvedAt: 1 } as const;
      await transaction.closeBankException(id, { ...closing, resolutionReason: null, paymentId: null });
      expect(await transaction.eraseBankException(id, 2)).toBe(true);
    });
  const doubts = async () => (await on.open()).map(({ kind, paymentId, reasonCode }) => [kind, paymentId, reasonCode]);

  it.each<[string, Omit<WrittenReport, 'messageId'>]>([
    ['its block', { blocks: [{ id: 'M1-1', ...refused, transactions: [named('E1', 'AM05')] }] }],
    ['its file', { group: refused, blocks: [{ id: 'M1-1', transactions: [named('E1', 'AM05')] }] }],
    [
      'its file, without a status of its own',
      { group: refused, blocks: [{ id: 'M1-1', transactions: [reasonAlone] }] },
    ],
    ['both', { group: refused, blocks: [{ id: 'M1-1', ...refused, transactions: [named('E1', 'AM05')] }] }],
  ])('refuses no debit that came twice with %s, and refuses the others', async (_what, said) => {
    const [payment, other] = [await on.debit('E1'), await on.debit('E2')];
    await read(said);
    await read(said, '03');
    expect([await on.statusOf(payment), await on.statusOf(other)]).toEqual(['SUBMITTED', 'REFUSED']);
    expect(await doubts()).toEqual([['REPORT_UNCLEAR', payment.id, 'AM05']]);
    await on.statement([collection('123.45', { endToEndId: 'E1' })]);
    expect([await on.statusOf(payment), await doubts()]).toEqual(['PAID', []]);
  });

  it('refuses no silent debit that came twice with its block', async () => {
    const payment = await on.debit('E1', { status: 'NEEDS_REVIEW' });
    await read({ blocks: [{ id: 'M1-1', ...refused, transactions: [named('E1', 'AM05')] }] });
    expect(await on.statusOf(payment)).toBe('NEEDS_REVIEW');
    expect(await doubts()).toEqual([['REPORT_UNCLEAR', payment.id, 'AM05']]);
  });

  it.each<[string, Omit<WrittenReport, 'messageId'>]>([
    ['its file was refused before without a reason', { group: refused }],
    ['its file was refused before with a reason', { group: { ...refused, reason: 'FF01' } }],
    ['its block was refused before with a reason', { blocks: [{ id: 'M1-1', ...refused, reason: 'FF01' }] }],
    [
      'it was refused before with its file',
      { group: { ...refused, reason: 'FF01' }, blocks: [{ id: 'M1-1', transactions: [named('E1')] }] },
    ],
  ])('calls a person to a debit that came twice, where %s', async (_what, said) => {
    const [payment, other] = [await on.debit('E1'), await on.debit('E2')];
    await read(said);
    const blocks = [{ id: 'M1-1', transactions: [named('E1', 'AM05')] }];
    await read({ group: { status: 'PART' }, blocks });
    await read({ blocks }, '03');
    expect([await on.statusOf(payment), await on.statusOf(other)]).toEqual(['REFUSED', 'REFUSED']);
    expect(await doubts()).toEqual([['REPORT_UNCLEAR', payment.id, 'AM05']]);
    await on.statement([collection('123.45', { endToEndId: 'E1' })]);
    // It was refused and is paid.
    expect([await on.statusOf(payment), await doubts()]).toEqual(['PAID', [['CONTRADICTION', payment.id, null]]]);
  });

  it('refuses no debit of a block that came twice with its file, and refuses the other block', async () => {
    const [payment, other] = [await on.debit('E1'), await on.debit('E2', {}, { paymentInformationId: 'M1-2' })];
    const said = { group: refused, blocks: [{ id: 'M1-1', ...twice }] };
    await read(said);
    await read(said, '03');
    expect([await on.statusOf(payment), await on.statusOf(other)]).toEqual(['SUBMITTED', 'REFUSED']);
    expect(await doubts()).toEqual([['REPORT_UNCLEAR', null, 'AM05']]);
  });

  it.each<[string, Omit<WrittenReport, 'messageId'>]>([
    ['its block came twice', { blocks: [{ id: 'M1-1', ...twice, transactions: [named('E1')] }] }],
    ['its file came twice', { group: twice, blocks: [{ id: 'M1-1', ...refused, transactions: [named('E1')] }] }],
    ['a debit without a name came twice', { blocks: [{ id: 'M1-1', ...refused, transactions: [twice] }] }],
    ['the same in a refused file', { group: refused, blocks: [{ id: 'M1-1', transactions: [twice] }] }],
    [
      'its block has that reason',
      { group: { ...refused, reason: 'FF01' }, blocks: [{ id: 'M1-1', reason: 'DU02', transactions: [named('E1')] }] },
    ],
  ])('refuses no debit where %s', async (_what, said) => {
    const payment = await on.debit('E1');
    await read(said);
    expect(await on.statusOf(payment)).toBe('SUBMITTED');
    expect((await on.open()).map(({ kind }) => kind)).toContain('REPORT_UNCLEAR');
  });

  const unknown = named('BANK-1', 'AM05');
  it.each<[string, Omit<WrittenReport, 'messageId'>]>([
    ['in a block with a reason', { blocks: [{ id: 'M1-1', ...refused, reason: 'FF01', transactions: [twice] }] }],
    ['under an id of the bank', { blocks: [{ id: 'M1-1', ...refused, transactions: [unknown] }] }],
    [
      'in a file with a reason',
      { group: { ...refused, reason: 'FF01' }, blocks: [{ id: 'M1-1', transactions: [twice] }] },
    ],
    ['in no block of ours', { group: refused, blocks: [{ id: 'BANK-1', transactions: [twice] }] }],
  ])('refuses no debit of a block where one without a name came twice, %s', async (_what, said) => {
    const [payment, other] = [await on.debit('E1'), await on.debit('E2')];
    await read(said);
    await read(said, '03');
    expect([await on.statusOf(payment), await on.statusOf(other)]).toEqual(['SUBMITTED', 'SUBMITTED']);
    const [ofDebit, ofBlock] = (await on.open()).toReversed();
    expect([ofDebit?.reasonCode, ofDebit?.details.refusedInMessage]).toEqual(['AM05', 'M1']);
    expect([ofBlock?.kind, ofBlock?.details.paymentInformationId]).toEqual(['REPORT_UNCLEAR', 'M1-1']);
    for (const { id } of await on.open()) await closeAndErase(id);
    await on.import(writtenReport({ messageId: 'M1', group: { ...refused, reason: 'FF01' } }));
    expect([await on.statusOf(payment), await on.statusOf(other)]).toEqual(['SUBMITTED', 'SUBMITTED']);
  });

  it.each<[string, Omit<WrittenReport, 'messageId'>]>([
    [
      'a debit without a name',
      {
        blocks: [
          { id: 'M1-1', transactions: [twice] },
          { id: 'M1-2', ...refused },
        ],
      },
    ],
    [
      'a debit with its mandate',
      { group: refused, blocks: [{ id: 'M1-1', transactions: [{ ...twice, mandate: 'RUM-1' }] }] },
    ],
  ])('refuses the debits of the other block where %s came twice', async (_what, said) => {
    const [payment, other] = [await on.debit('E1'), await on.debit('E2', {}, { paymentInformationId: 'M1-2' })];
    await read(said);
    expect(await on.statusOf(payment)).toBe('SUBMITTED');
    expect(await codeOf(other)).toEqual(['REFUSED', null]);
  });

  it.each<[string, Omit<WrittenReport, 'messageId'>]>([
    ['a file', { group: refused, blocks: [{ id: 'M1-1', transactions: [named('E1', 'AC04')] }] }],
    ['a block', { blocks: [{ id: 'M1-1', ...refused, transactions: [named('E1', 'AC04')] }] }],
  ])('refuses the debits of %s, each by its own reason', async (_what, said) => {
    const [payment, other] = [await on.debit('E1'), await on.debit('E2')];
    await read(said);
    expect([await codeOf(payment), await codeOf(other)]).toEqual([
      ['REFUSED', 'AC04'],
      ['REFUSED', null],
    ]);
    expect(await on.store.mandateById(exampleMandate.id)).toMatchObject({ status: 'SUSPENDED' });
  });

  it.each<[string, Omit<WrittenReport, 'messageId'>, string, string]>([
    ['a refused file', { group: refused }, 'REFUSED', 'REFUSED'],
    ['another file', { group: { status: 'PART' } }, 'REFUSED', 'SUBMITTED'],
  ])('reads a reason beside a block without a name in %s', async (_what, said, ...expected) => {
    const [payment, other] = [await on.debit('E1'), await on.debit('E2')];
    await read({ ...said, blocks: [{ id: 'NOTPROVIDED', reason: 'MS03', transactions: [named('E1', 'AC04')] }] });
    expect(await codeOf(payment)).toEqual(['REFUSED', 'AC04']);
    expect([await on.statusOf(payment), await on.statusOf(other), await doubts()]).toEqual([...expected, []]);
  });

  it('refuses no debit of a file in which a block without a name came twice', async () => {
    const [payment, other] = [await on.debit('E1'), await on.debit('E2', {}, { paymentInformationId: 'M1-2' })];
    await read({ group: { ...refused, reason: 'FF01' }, blocks: [{ id: 'NOTPROVIDED', reason: 'DU02' }] });
    expect([await on.statusOf(payment), await on.statusOf(other)]).toEqual(['SUBMITTED', 'SUBMITTED']);
    expect(await doubts()).toContainEqual(['REPORT_UNCLEAR', null, 'DU02']);
  });

  it('refuses a report that refuses a block without a name', async () => {
    const blocks = [{ id: 'NOTPROVIDED', ...refused, reason: 'MS03' }];
    const { file } = await on.import(writtenReport({ messageId: 'M1', blocks }));
    expect(file).toMatchObject({ status: 'REFUSED', reason: expect.stringContaining('OrgnlPmtInfId is missing') });
  });

  it('refuses a debit without a reason by that of its block', async () => {
    const payment = await on.debit('E1');
    await read({ blocks: [{ id: 'M1-1', status: 'RJCT', reason: 'BE05', transactions: [named('E1')] }] });
    expect(await codeOf(payment)).toEqual(['REFUSED', 'BE05']);
  });

  const said = (endToEndId: string, status: string) => ({ endToEndId, status });

  it.each<[string, Omit<WrittenReport, 'messageId'>]>([
    ['a file and accepts a debit', { group: refused, blocks: [{ id: 'M1-1', transactions: [said('E1', 'ACCP')] }] }],
    ['a file and settles a debit', { group: refused, blocks: [{ id: 'M1-1', transactions: [said('E1', 'ACSC')] }] }],
    ['a file and accepts a block', { group: refused, blocks: [{ id: 'M1-1', status: 'ACSP' }] }],
    ['a file and accepts a block in part', { group: refused, blocks: [{ id: 'M1-1', status: 'PART' }] }],
    ['a block and accepts a debit', { blocks: [{ id: 'M1-1', ...refused, transactions: [said('E1', 'ACCP')] }] }],
  ])('calls a person where it refuses %s of it', async (_what, contradicting) => {
    const [payment, other] = [await on.debit('E1'), await on.debit('E2')];
    await read(contradicting);
    await read(contradicting, '03');
    expect([await on.statusOf(payment), await on.statusOf(other)]).toEqual(['SUBMITTED', 'SUBMITTED']);
    expect(await doubts()).toEqual([['REPORT_UNCLEAR', null, 'RJCT']]);
  });

  it('calls a person where it refuses a block that came twice before, and accepts a debit of it', async () => {
    const payment = await on.debit('E1');
    await read({ blocks: [{ id: 'M1-1', ...twice }] });
    await closeAndErase((await on.only()).id);
    await read({ blocks: [{ id: 'M1-1', ...refused, transactions: [said('E1', 'ACCP')] }] });
    expect([await on.statusOf(payment), await doubts()]).toEqual(['SUBMITTED', [['REPORT_UNCLEAR', null, 'RJCT']]]);
  });

  it('refuses a debit and a block by name where it refuses the file and accepts another debit', async () => {
    const [payment, other] = [await on.debit('E1'), await on.debit('E2')];
    const [ofBlock, silent] = [
      await on.debit('E3', {}, { paymentInformationId: 'M1-2' }),
      await on.debit('E4', {}, { paymentInformationId: 'M1-3' }),
    ];
    const blocks = [
      { id: 'M1-1', transactions: [said('E1', 'ACCP'), named('E2', 'AC04')] },
      { id: 'M1-2', ...refused },
    ];
    await read({ group: refused, blocks });
    expect(await Promise.all([payment, other, ofBlock, silent].map(on.statusOf))).toEqual([
      ...['SUBMITTED', 'REFUSED', 'REFUSED', 'SUBMITTED'],
    ]);
    expect(await doubts()).toEqual([['REPORT_UNCLEAR', null, 'RJCT']]);
  });

  const both = [said('E1', 'ACCP'), named('E2', 'AC04')];
  it.each<[string, Omit<WrittenReport, 'messageId'>]>([
    ['in a file in part', { group: { status: 'PART' }, blocks: [{ id: 'M1-1', transactions: both }] }],
    ['in a block in part', { blocks: [{ id: 'M1-1', status: 'PART', transactions: both }] }],
    ['in a file that it accepts', { group: { status: 'ACTC' }, blocks: [{ id: 'M1-1', transactions: both }] }],
    [
      'in a refused block of a file in part',
      {
        group: { status: 'PART' },
        blocks: [
          { id: 'M1-2', transactions: [said('E1', 'ACCP')] },
          { id: 'M1-1', ...refused },
        ],
      },
    ],
    [
      'in a refused file where it received a debit',
      { group: refused, blocks: [{ id: 'M1-2', transactions: [said('E1', 'RCVD')] }] },
    ],
  ])('refuses a debit %s', async (_what, usual) => {
    await on.debit('E1', {}, { paymentInformationId: 'M1-2' });
    const payment = await on.debit('E2');
    await read(usual);
    expect([await on.statusOf(payment), await doubts()]).toEqual(['REFUSED', []]);
  });
});
