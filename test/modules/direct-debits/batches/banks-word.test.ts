import { describe, expect, it } from 'vitest';
import { anonymous } from '../../../../src/kernel/caller.ts';
import {
  cancelDirectDebitBatch,
  downloadBatchFile,
  markBatchSubmitted,
} from '../../../../src/modules/direct-debits/batches/close-batch.ts';
import { reviewSilentDebits } from '../../../../src/modules/direct-debits/batches/review-silent-debits.ts';
import { amendMandate } from '../../../../src/modules/direct-debits/mandates/amend-mandate.ts';
import type { Payment } from '../../../../src/modules/payments/payment.ts';
import { reviewPayment } from '../../../../src/modules/payments/review-payment.ts';
import {
  collection,
  type WrittenEntry,
  type WrittenReport,
  writtenReport,
  writtenStatement,
} from '../../../support/bank-statements/written-files.ts';
import { type Company, openCompany } from '../../../support/direct-debits/company.ts';
import { otherIban } from '../../../support/direct-debits/mandate-requests.ts';
import { drawnDatabases } from '../../../support/drawn-databases.ts';
import { openForEach } from '../../../support/open-for.ts';

/** What the bank has of a batch of two debits, under mandates of their own. */
type Sent = {
  readonly company: Company;
  readonly id: string;
  readonly messageId: string;
  readonly block: string;
  readonly changed: Payment;
  readonly other: Payment;
  readonly endToEndId: string;
};

const debits = ['IDDT', 'ESDD'] as const;
const charge: Partial<WrittenEntry> = { direction: 'DBIT', code: ['IDDT', 'CHRG'] };

/** Who says what of the batch. */
const said = {
  nothing: () => Promise.resolve(),
  ...byReport('accepts the file', () => ({ group: { status: 'ACCP' } })),
  ...byReport('accepts the block', ({ block }) => ({ blocks: [{ id: block, status: 'ACSP' }] })),
  ...byReport('accepts a debit', ({ block, endToEndId }) => ({
    blocks: [{ id: block, transactions: [{ endToEndId, status: 'ACSP' }] }],
  })),
  ...byReport('refuses a debit', ({ block, endToEndId }) => ({
    blocks: [{ id: block, transactions: [{ endToEndId, status: 'RJCT', reason: 'AM04' }] }],
  })),
  ...byReport('refuses the block', ({ block }) => ({ blocks: [{ id: block, status: 'RJCT', reason: 'AM04' }] })),
  ...byReport('refuses the file', () => ({ group: { status: 'RJCT', reason: 'FF01' } })),
  ...byReport('calls the file a repeat', () => ({ group: { status: 'RJCT', reason: 'AM05' } })),
  ...byEntry('credits the block', ({ block }) => ({ amount: '25.00', batch: block, code: debits })),
  ...byEntry('credits a debit', ({ endToEndId }) => collection('12.50', { endToEndId })),
  'the bank returns a debit': ({ company, other }: Sent) => company.book(other, { reason: 'AM04' }),
  ...byEntry('charges for the block', ({ block }) => ({ ...charge, amount: '0.40', batch: block })),
  ...byEntry('charges for a debit', ({ endToEndId }) => collection('0.40', { endToEndId }, charge)),
  ...byEntry('charges for a debit under no family', ({ endToEndId }) =>
    collection('0.40', { endToEndId }, { ...charge, code: ['MDOP', 'COMM'] }),
  ),
  ...byEntry('charges for a transfer with the id of a debit', ({ endToEndId }) =>
    collection('0.40', { endToEndId }, { ...charge, code: ['RCDT', 'CHRG'] }),
  ),
  ...byEntry('charges for a transfer and names the block', ({ endToEndId, block }) =>
    collection('0.40', { endToEndId, paymentInformationId: block }, { ...charge, code: ['RCDT', 'CHRG'] }),
  ),
  ...byEntry('credits a part of the block', ({ block }) => ({ amount: '12.50', batch: block, code: debits })),
  ...byEntry('credits a part of a debit', ({ endToEndId }) => collection('12.00', { endToEndId })),
  'a person decides about that part': async (sent: Sent) => {
    await said['the bank credits a part of a debit'](sent);
    await sent.company.decide();
  },
  'a person gives other money to a debit': async ({ company, other }: Sent) => {
    await company.read(writtenStatement({ id: 'S1', entries: [collection('12.50', { texts: ['REGLEMENT'] })] }));
    await company.decide({ resolution: 'ASSIGNED', payment: other.id });
  },
  ...byPerson('PAID'),
  ...byPerson('REFUSED'),
  ...byPerson('RETURNED'),
  ...byPerson('CANCELLED'),
};

function byReport<Name extends string>(name: Name, written: (sent: Sent) => Omit<WrittenReport, 'messageId'>) {
  const say = (sent: Sent) => sent.company.read(writtenReport({ messageId: sent.messageId, ...written(sent) }));
  return { [`the bank ${name}`]: say } as Record<`the bank ${Name}`, typeof say>;
}

function byEntry<Name extends string>(name: Name, written: (sent: Sent) => WrittenEntry) {
  const say = (sent: Sent) => sent.company.read(writtenStatement({ id: 'S1', entries: [written(sent)] }));
  return { [`the bank ${name}`]: say } as Record<`the bank ${Name}`, typeof say>;
}

function byPerson<Name extends 'PAID' | 'REFUSED' | 'RETURNED' | 'CANCELLED'>(status: Name) {
  const say = async ({ company, other }: Sent) => {
    company.on('2026-12-30');
    const failed = (subject: string) => expect.fail(subject);
    await reviewSilentDebits(company.services, { keepsLease: () => Promise.resolve(true), failed });
    await reviewPayment(company.services, anonymous, { id: other.id, status });
  };
  return { [`a person says ${status}`]: say } as Record<`a person says ${Name}`, typeof say>;
}

/** Where the batch stands before. */
const mark = (client: string) => (of: Sent) =>
  markBatchSubmitted(of.company.services, { ...anonymous, client }, { id: of.id });
const before = {
  created: () => Promise.resolve(),
  marked: mark('boutique'),
  'marked by a client named bank': mark('bank'),
  downloaded: ({ company, id }: Sent) => downloadBatchFile(company.services, anonymous, id),
  cancelled: ({ company, id }: Sent) => cancelDirectDebitBatch(company.services, anonymous, { id }),
  'marked and said to be paid': async (of: Sent) => {
    await mark('boutique')(of);
    await said['a person says PAID'](of);
  },
  'said to be cancelled': (of: Sent) => said['a person says CANCELLED'](of),
  /** The debit that the bank is going to name keeps its state, and the other one waits again. */
  'partly decided and cancelled': async (of: Sent) => {
    await said['a person says REFUSED'](of);
    await cancelDirectDebitBatch(of.company.services, anonymous, { id: of.id, fileWasNotSent: true });
    // It gets another day.
    await of.company.batch('2027-01-12');
  },
};

const goes = 'goes';
const misfit = 'does not fit its mandates any more';
const over = 'No debit of this file is to be collected any more';
const gone = 'The batch is CANCELLED';
const submitted = 'The batch is SUBMITTED';
const notSent = 'fileWasNotSent must be true';

/** Before, who says what → status, whether the bank showed that it has the file, its download, its cancellation. */
const cases: readonly (readonly [keyof typeof before, keyof typeof said, string, boolean, string, string])[] = [
  ['created', 'nothing', 'CREATED', false, misfit, goes],
  ['created', 'the bank accepts the file', 'SUBMITTED', true, goes, submitted],
  ['created', 'the bank refuses a debit', 'SUBMITTED', true, goes, submitted],
  ['created', 'the bank refuses the file', 'SUBMITTED', true, over, submitted],
  ['created', 'the bank credits a debit', 'SUBMITTED', true, goes, submitted],
  ['created', 'the bank charges for a debit', 'SUBMITTED', true, goes, submitted],
  ['created', 'the bank charges for a debit under no family', 'SUBMITTED', true, goes, submitted],
  ['created', 'the bank charges for a transfer with the id of a debit', 'CREATED', false, misfit, goes],
  [
    'said to be cancelled',
    'the bank charges for a transfer with the id of a debit',
    ...(['CREATED', false, misfit, goes] as const),
  ],
  ['said to be cancelled', 'the bank charges for a debit', 'SUBMITTED', true, goes, submitted],
  ['created', 'the bank charges for a transfer and names the block', 'SUBMITTED', true, goes, submitted],
  ['created', 'the bank credits a part of a debit', 'CREATED', false, misfit, goes],
  ['created', 'a person decides about that part', 'SUBMITTED', true, goes, submitted],
  ['created', 'a person says PAID', 'CREATED', false, misfit, notSent],
  ['marked', 'nothing', 'SUBMITTED', false, misfit, submitted],
  ['marked', 'the bank accepts the file', 'SUBMITTED', true, goes, submitted],
  ['marked', 'the bank accepts the block', 'SUBMITTED', true, goes, submitted],
  ['marked', 'the bank accepts a debit', 'SUBMITTED', true, goes, submitted],
  ['marked', 'the bank refuses a debit', 'SUBMITTED', true, goes, submitted],
  ['marked', 'the bank refuses the block', 'SUBMITTED', true, over, submitted],
  ['marked', 'the bank refuses the file', 'SUBMITTED', true, over, submitted],
  ['marked', 'the bank calls the file a repeat', 'SUBMITTED', true, goes, submitted],
  ['marked', 'the bank credits the block', 'SUBMITTED', true, goes, submitted],
  ['marked', 'the bank credits a debit', 'SUBMITTED', true, goes, submitted],
  ['marked', 'the bank returns a debit', 'SUBMITTED', true, goes, submitted],
  ['marked', 'the bank charges for the block', 'SUBMITTED', true, goes, submitted],
  ['marked', 'the bank charges for a debit', 'SUBMITTED', true, goes, submitted],
  ['marked and said to be paid', 'the bank refuses the file', 'SUBMITTED', true, over, submitted],
  ['marked and said to be paid', 'the bank refuses a debit', 'SUBMITTED', true, goes, submitted],
  ['marked and said to be paid', 'the bank accepts the file', 'SUBMITTED', true, goes, submitted],
  // Until a person has looked, this is no proof.
  ['marked', 'the bank credits a part of the block', 'SUBMITTED', false, misfit, submitted],
  ['marked', 'the bank credits a part of a debit', 'SUBMITTED', false, misfit, submitted],
  ['marked', 'a person decides about that part', 'SUBMITTED', true, goes, submitted],
  ['marked', 'a person gives other money to a debit', 'SUBMITTED', false, misfit, submitted],
  ['marked', 'a person says PAID', 'SUBMITTED', false, misfit, submitted],
  ['marked', 'a person says REFUSED', 'SUBMITTED', false, misfit, submitted],
  ['marked', 'a person says RETURNED', 'SUBMITTED', false, misfit, submitted],
  ['marked by a client named bank', 'nothing', 'SUBMITTED', false, misfit, submitted],
  ['marked by a client named bank', 'the bank accepts the file', 'SUBMITTED', true, goes, submitted],
  ['downloaded', 'nothing', 'CREATED', false, goes, notSent],
  ['downloaded', 'the bank refuses the file', 'SUBMITTED', true, goes, submitted],
  ['cancelled', 'nothing', 'CANCELLED', false, gone, goes],
  ['cancelled', 'the bank accepts the file', 'CANCELLED', true, gone, goes],
  ['cancelled', 'the bank credits a debit', 'CANCELLED', true, gone, goes],
];

describe.each(drawnDatabases())('the word of the bank about a file ($name)', (database) => {
  const opened = openForEach(() => openCompany(database));

  const sent = async (): Promise<Sent> => {
    const company: Company = opened;
    const [changed, other] = [await company.newDebit(), await company.newDebit()];
    const { batches } = await company.batch('2026-12-09');
    const { endToEndId, blockId } = await company.presentation(other);
    const { id = '', messageId = '' } = batches[0] ?? {};
    return { company, id, messageId, block: blockId ?? '', changed, other, endToEndId };
  };
  const outcome = (work: Promise<unknown>): Promise<string> =>
    work.then(
      () => goes,
      (error: unknown) => String(error),
    );

  it.each(cases)('of a %s batch: %s', async (standing, what, status, isShown, download, cancellation) => {
    const of = await sent();
    const { company, id } = of;
    await before[standing](of);
    await said[what](of);
    const { mandateId } = await company.presentation(of.changed);
    await amendMandate(company.services, anonymous, { id: mandateId, iban: otherIban });
    const batch = await company.store.directDebitBatch(id);
    expect([batch?.status, batch?.bankShowedAt !== null]).toEqual([status, isShown]);
    expect(await outcome(downloadBatchFile(company.services, anonymous, id))).toContain(download);
    expect(await outcome(cancelDirectDebitBatch(company.services, anonymous, { id }))).toContain(cancellation);
  });

  it.each([
    ['nothing', 1],
    ['the bank charges for a transfer with the id of a debit', 1],
    ['the bank charges for a debit', 0],
    ['the bank charges for the block', 0],
    ['the bank credits a debit', 0],
    ['the bank returns a debit', 0],
  ] as const)(
    'of a batch that a person cancelled after a decision: %s, and the next file takes %i',
    async (what, taken) => {
      const of = await sent();
      const { company } = of;
      await before['partly decided and cancelled'](of);
      // A second file of the bank changes nothing, and calls no person again.
      for (const _ of [1, 2]) await said[what](of);
      company.on('2027-01-07');
      const { batches } = await company.batch('2027-01-13');
      expect(batches.reduce((sum, { debits: inIt }) => sum + inIt, 0)).toBe(taken);
      if (taken > 0) return;
      await company.decide({}, 'CONTRADICTION');
      await said[what](of);
      expect(await company.open('CONTRADICTION')).toEqual([]);
      expect((await company.batch('2027-01-13')).batches).toMatchObject([{ debits: 1 }]);
    },
  );

  it('counts once: a later one changes nothing', async () => {
    const of = await sent();
    await mark('boutique')(of);
    await said['the bank accepts the file'](of);
    const first = await of.company.store.directDebitBatch(of.id);
    expect(first).toMatchObject({ status: 'SUBMITTED', closedBy: 'boutique' });
    expect(first?.bankShowedAt).toBeGreaterThan(first?.closedAt ?? 0);
    for (const what of ['the bank refuses a debit', 'the bank accepts the file', 'the bank credits a debit'] as const)
      await said[what](of);
    expect(await of.company.store.directDebitBatch(of.id)).toEqual(first);
  });

  it('closes a batch that stands open, at that moment', async () => {
    const of = await sent();
    await said['the bank accepts the file'](of);
    const batch = await of.company.store.directDebitBatch(of.id);
    expect(batch).toMatchObject({ closedBy: 'bank', closedAt: batch?.bankShowedAt });
  });
});
