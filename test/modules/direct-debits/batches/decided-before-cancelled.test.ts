import { beforeEach, describe, expect, it } from 'vitest';
import { anonymous } from '../../../../src/kernel/caller.ts';
import { creditorReference } from '../../../../src/kernel/sepa/creditor-reference.ts';
import type { BankExceptionKind } from '../../../../src/modules/bank-statements/bank-import.ts';
import { resolveBankException } from '../../../../src/modules/bank-statements/exceptions/resolve-bank-exception.ts';
import { ownAccounts } from '../../../../src/modules/bank-statements/import/check-bank-file.ts';
import type { CreatedBatches } from '../../../../src/modules/direct-debits/batches/create-batch.ts';
import { initiatePayment } from '../../../../src/modules/payments/initiation/initiate-payment.ts';
import type { Payment } from '../../../../src/modules/payments/payment.ts';
import {
  collection,
  credit,
  returned,
  type WrittenEntry,
  writtenStatement,
} from '../../../support/bank-statements/written-files.ts';
import { openCompany } from '../../../support/direct-debits/company.ts';
import { drawnDatabases } from '../../../support/drawn-databases.ts';
import { openForEach } from '../../../support/open-for.ts';
import { found } from '../../../support/store/found.ts';

/** The bank books something of a batch that was not marked as submitted, and a person decides about that. */
describe.each(drawnDatabases())('a batch with something that the bank booked ($name)', (database) => {
  const company = openForEach(() => openCompany(database));
  let made: CreatedBatches;
  let first: Payment;
  let sent: { readonly endToEndId: string; readonly block: string };
  beforeEach(async () => {
    first = await company.newDebit();
    await company.newDebit();
    made = await company.batch('2026-12-09');
    const { endToEndId, blockId } = await company.presentation(first);
    sent = { endToEndId, block: blockId ?? '' };
  });

  const book = (...entries: Parameters<typeof writtenStatement>[0]['entries']) =>
    company.read(writtenStatement({ id: 'S1', entries }));
  const lessFee = () => book(collection('12.00', { endToEndId: sent.endToEndId }));

  it.each([
    ['one debit less a fee', lessFee, () => ({})],
    ['one debit less a fee', lessFee, () => ({ resolution: 'ASSIGNED', payment: first.id })],
    [
      'its block with another amount',
      () => book({ amount: '12.50', batch: sent.block, code: ['IDDT', 'ESDD'] }),
      () => ({}),
    ],
    [
      'that its block is taken back',
      () => book({ amount: '25.00', direction: 'DBIT', batch: sent.block, code: ['IDDT', 'ESDD'] }),
      () => ({}),
    ],
  ])('is at the bank once a person decided about %s', async (_what, bring, decision) => {
    await bring();
    await company.decide(decision());
    await expect(company.cancel(made)).rejects.toThrow('The batch is SUBMITTED');
    expect(await company.debitsOfNextBatch()).toBe(0);
  });

  it('is at the bank once the bank charges for its block, which a rule places', async () => {
    await book({ amount: '0.40', direction: 'DBIT', batch: sent.block, code: ['IDDT', 'CHRG'] });
    await expect(company.cancel(made)).rejects.toThrow('The batch is SUBMITTED');
  });

  it('is at the bank once the bank credits a debit of its block that is not known', async () => {
    await book(collection('12.50', { endToEndId: 'UNKNOWN-1' }, { batch: sent.block }));
    await expect(company.cancel(made)).rejects.toThrow('The batch is SUBMITTED');
  });

  it('can be cancelled before a person decides: its debits wait until then', async () => {
    await lessFee();
    await company.cancel(made);
    expect(await company.debitsOfNextBatch()).toBe(0);
    await company.decide();
    expect(await company.debitsOfNextBatch()).toBe(2);
  });

  it('can be cancelled where a person says that the bank did not book it', async () => {
    await book(collection('99.00', { texts: ['REGLEMENT'] }, { bankReference: 'B1' }));
    await company.decide();
    await company.read(
      writtenStatement({
        id: 'S2',
        entries: [collection('12.50', { endToEndId: sent.endToEndId }, { bankReference: 'B1' })],
      }),
    );
    expect(await company.decide()).toBe('SAME_REFERENCE');
    await company.cancel(made);
    expect(await company.debitsOfNextBatch()).toBe(2);
  });

  describe('on an account of another société', () => {
    const other = () =>
      found(
        [...ownAccounts(company.services.societes).values()].find(
          (one) => one?.runMode === 'TEST' && !one.societes.includes('1'),
        ),
      );
    const bookThere = (entry: WrittenEntry) =>
      company.read(writtenStatement({ id: `S${entry.bankReference ?? 1}`, iban: other().iban, entries: [entry] }));
    const charge = { amount: '0.40', direction: 'DBIT', code: ['IDDT', 'CHRG'] } as const;
    const standing = () => company.shown(made);

    const decideAs = async (societes: readonly string[], kind: BankExceptionKind) => {
      const { id } = await company.only(kind);
      const caller = { ...anonymous, societes: new Set(societes) };
      await resolveBankException(company.services, caller, { id, resolution: 'HANDLED', reason: 'vu avec la banque' });
    };

    /** Of a sign, each time as another entry of the bank. */
    type Bring = (bankReference?: string) => Promise<unknown>;
    const wholes: readonly (readonly [string, 'WRONG_ACCOUNT' | 'REVERSAL', Bring])[] = [
      [
        'books a debit',
        'WRONG_ACCOUNT',
        (bankReference = 'B1') => bookThere(collection('12.50', sent, { bankReference })),
      ],
      [
        'books a part of a debit',
        'WRONG_ACCOUNT',
        (bankReference = 'B1') => bookThere(collection('12.00', sent, { bankReference })),
      ],
      [
        'books its block',
        'WRONG_ACCOUNT',
        (bankReference = 'B1') =>
          bookThere({ bankReference, amount: '25.00', batch: sent.block, code: ['IDDT', 'ESDD'] }),
      ],
      [
        'returns a debit',
        'WRONG_ACCOUNT',
        (bankReference = 'B1') => bookThere(returned('12.50', sent.endToEndId, 'AM04', { bankReference })),
      ],
      [
        'books back a debit',
        'REVERSAL',
        (bankReference = 'B1') =>
          bookThere(collection('12.50', sent, { bankReference, direction: 'DBIT', reversal: true })),
      ],
    ];

    type Sign = readonly [string, () => Promise<unknown>];
    const signs: readonly Sign[] = [
      ['charges for a debit', () => bookThere(collection('0.40', sent, charge))],
      ['charges for its block', () => bookThere({ ...charge, batch: sent.block })],
      [
        'credits an unknown debit of its block',
        () => bookThere(collection('9.00', { endToEndId: 'X' }, { batch: sent.block })),
      ],
    ];
    it.each<Sign>([
      ...signs,
      [
        'credits a transfer that names its block',
        async () => {
          const { payment } = await initiatePayment(
            company.services,
            anonymous,
            {
              ...{ paymentTarget: 'MILLIET', paymentRunMode: 'TEST', paymentType: 'SEPA', idOrigin: 'web' },
              ...{
                idSociete: other().societes[0],
                idClient: 'client-9',
                idCommande: '0',
                amount: 900,
                email: 'client@example.fr',
              },
            },
            { derivesKey: false, usesDirectory: false },
          );
          await bookThere(
            credit('9.00', {
              endToEndId: 'X',
              paymentInformationId: sent.block,
              texts: [creditorReference(payment.reference)],
            }),
          );
          expect(await company.payment(payment)).toMatchObject({ status: 'PAID' });
        },
      ],
    ])('is not at the bank where it %s', async (_what, bring) => {
      await bring();
      expect(await standing()).toEqual(['CREATED', false]);
      await company.cancel(made);
      expect(await company.debitsOfNextBatch()).toBe(0);
      await company.decide({}, 'CONTRADICTION');
    });

    it.each(signs)('keeps its debits, if cancelled, where it %s, until its société decides', async (_what, bring) => {
      await company.cancel(made);
      for (const _ of [1, 2]) await bring();
      expect(await company.debitsOfNextBatch()).toBe(0);
      const contradictions = await company.open('CONTRADICTION');
      expect(contradictions).toMatchObject([{ idSociete: '1', entryId: null, details: { remittance: null } }]);
      await company.decide({}, 'CONTRADICTION');
      expect(await standing()).toEqual(['CANCELLED', true]);
      await bring();
      expect(await company.open('CONTRADICTION')).toEqual([]);
    });

    it.each(wholes)(
      'keeps its debits, if it was cancelled, where it %s, until its own société decides',
      async (_what, kind, bring) => {
        await company.cancel(made);
        for (const _ of [1, 2]) await bring();
        const [idSociete = ''] = other().societes;
        expect(await company.only(kind)).toMatchObject({ idSociete });
        expect(await company.only('CONTRADICTION')).toMatchObject({
          ...{ idSociete: '1', entryId: null },
          details: { remittance: null, counterparty: null },
        });
        await decideAs(other().societes, kind);
        expect([await standing(), await company.debitsOfNextBatch()]).toEqual([['CANCELLED', false], 0]);
        await company.decide({}, 'CONTRADICTION');
        await bring();
        expect(await company.open()).toEqual([]);
        expect([await standing(), await company.debitsOfNextBatch()]).toEqual([['CANCELLED', true], 2]);
      },
    );

    it('keeps them also where the reference of the bank was used before', async () => {
      await company.cancel(made);
      await bookThere(credit('99.00', { texts: ['REGLEMENT'] }, { bankReference: 'B1' }));
      await company.decide();
      await company.read(
        writtenStatement({
          id: 'S2',
          iban: other().iban,
          entries: [collection('12.50', sent, { bankReference: 'B1' })],
        }),
      );
      await decideAs(other().societes, 'SAME_REFERENCE');
      expect(await company.debitsOfNextBatch()).toBe(0);
      await company.decide({}, 'CONTRADICTION');
      expect(await company.debitsOfNextBatch()).toBe(2);
    });

    it.each(wholes)(
      'is at the bank that %s only once a person of its own société decides',
      async (_what, kind, bring) => {
        for (const [societes, shown] of [
          [other().societes, ['CREATED', false]],
          [
            [...other().societes, '1'],
            ['SUBMITTED', true],
          ],
        ] as const) {
          await bring(`B${societes.length}`);
          await decideAs(societes, kind);
          expect(await standing()).toEqual(shown);
        }
        // Its own people are called for each of the two entries.
        const called = await company.open('CONTRADICTION');
        expect(called).toMatchObject([{ idSociete: '1' }, { idSociete: '1' }]);
      },
    );
  });
});
