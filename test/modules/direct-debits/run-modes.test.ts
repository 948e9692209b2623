import { beforeEach, describe, expect, it } from 'vitest';
import type { GatewayServices } from '../../../src/app/services.ts';
import { anonymous, type Caller } from '../../../src/kernel/caller.ts';
import { rulesOf, type Societe } from '../../../src/kernel/merchant.ts';
import { postJournal } from '../../../src/modules/accounting/post-journal.ts';
import { resolveBankException } from '../../../src/modules/bank-statements/exceptions/resolve-bank-exception.ts';
import { type ImportedBankFile, importBankFile } from '../../../src/modules/bank-statements/import/import-bank-file.ts';
import { cancelDirectDebitBatch, markBatchSubmitted } from '../../../src/modules/direct-debits/batches/close-batch.ts';
import { createDirectDebitBatch } from '../../../src/modules/direct-debits/batches/create-batch.ts';
import { amendMandate } from '../../../src/modules/direct-debits/mandates/amend-mandate.ts';
import { createMandate } from '../../../src/modules/direct-debits/mandates/create-mandate.ts';
import { suspendMandate } from '../../../src/modules/direct-debits/mandates/end-mandate.ts';
import { readMandateByRum } from '../../../src/modules/direct-debits/mandates/read-mandates.ts';
import { signMandate } from '../../../src/modules/direct-debits/mandates/sign-mandate.ts';
import {
  allowedAt,
  type CapabilityOfSociete,
  capabilitiesOf,
} from '../../../src/modules/payments/capabilities-of-societe.ts';
import { initiatePayment } from '../../../src/modules/payments/initiation/initiate-payment.ts';
import type { Payment } from '../../../src/modules/payments/payment.ts';
import { iban } from '../../support/bank-statements/examples.ts';
import { everything } from '../../support/bank-statements/importing.ts';
import { inPieces } from '../../support/bank-statements/read-pieces.ts';
import { type WrittenEntry, writtenReport, writtenStatement } from '../../support/bank-statements/written-files.ts';
import { withAccount } from '../../support/config/changed-account.ts';
import { openCompany } from '../../support/direct-debits/company.ts';
import { coreMandate } from '../../support/direct-debits/mandate-requests.ts';
import { drawnDatabases } from '../../support/drawn-databases.ts';
import { openForEach } from '../../support/open-for.ts';

type Asked = 'TEST' | 'FORCE_LIVE';
const both: readonly Asked[] = ['TEST', 'FORCE_LIVE'];
const caller: Caller = { ...anonymous, runModes: new Set(['TEST', 'LIVE', 'FORCE_LIVE']) };
const accountOf = (asked: Asked): string => (asked === 'TEST' ? iban.company : iban.germany);

/** One société, one customer, one number of a mandate, one day: and an account of the société for each mode. */
describe.each(drawnDatabases())('direct debits in TEST and in LIVE ($name)', (database) => {
  let services: GatewayServices;
  const company = openForEach(() => openCompany(database));
  beforeEach(async () => {
    const societes = withAccount(company.services.societes, '1', 'MILLIET', (account) => ({
      ...{ TEST: account, LIVE: { ...account, iban: iban.germany } },
    }));
    services = { ...company.services, societes };
  });

  async function mandate(runMode: Asked, idClient = '2263') {
    const { mandate: draft } = await createMandate(services, caller, {
      ...coreMandate,
      idClient,
      runMode,
      rum: 'SAME-1',
    });
    await signMandate(services, caller, { id: draft.id, signedOn: '2025-01-15', method: 'PAPER' });
    return draft;
  }
  async function debit(paymentRunMode: Asked | 'LIVE', by = services): Promise<Payment> {
    const { payment } = await initiatePayment(
      by,
      caller,
      {
        ...{ paymentTarget: 'MILLIET', paymentRunMode, paymentType: 'DIRECT_SEPA', idOrigin: 'web', idSociete: '1' },
        ...{ idClient: '2263', idCommande: '0', amount: 1250, email: 'client@example.fr' },
      },
      { derivesKey: false, usesDirectory: false },
    );
    return payment;
  }
  async function batch(runMode: Asked) {
    const made = await createDirectDebitBatch(services, caller, { idSociete: '1', runMode, cutOff: '2026-12-09' });
    const [only, another] = made.batches;
    if (!only || another) throw new Error('there is one batch');
    return { ...only, text: await company.fileOf(made) };
  }
  async function read(text: string, by = caller): Promise<ImportedBankFile['file']> {
    const bytes = inPieces(Buffer.from(text));
    return (await importBankFile(services, by, { name: 'bank.xml', source: 'UPLOAD', bytes }, {})).file;
  }
  const statusOf = async (payment: Payment) => (await company.payment(payment)).status;

  it('are offered only in a mode whose account takes them', async () => {
    const societes = withAccount(services.societes, '1', 'MILLIET', (account) => ({
      ...{ TEST: account, LIVE: { ...account, iban: iban.germany, directDebit: undefined } },
    }));
    const without = { ...services, societes };
    const societe = societes.get('1') as Societe;
    const ofTypes = (offered: readonly CapabilityOfSociete[]) =>
      offered.flatMap(({ paymentTarget, paymentType, flow, runModes }) =>
        paymentTarget === 'MILLIET' && flow ? [`${paymentType} ${runModes.join(' ')}`] : [],
      );
    const offered = ['DIRECT_SEPA TEST', 'SEPA TEST LIVE', 'COMPTABILITE TEST LIVE'];
    expect(ofTypes(capabilitiesOf(without, societe))).toEqual(offered);
    expect(ofTypes(allowedAt(without, societe))).toEqual(offered);
    await mandate('FORCE_LIVE');
    await expect(debit('FORCE_LIVE', without)).rejects.toMatchObject({
      code: 'MANDATE_REQUIRED',
      message: 'This société takes no direct debits on its own account.',
    });
    const withNone = withAccount(services.societes, '1', 'MILLIET', (account) => ({
      TEST: { ...account, directDebit: undefined },
    })).get('1') as Societe;
    expect(ofTypes(capabilitiesOf(without, withNone))).toEqual(['DIRECT_SEPA ', 'SEPA TEST', 'COMPTABILITE TEST']);
    expect(ofTypes(allowedAt(without, withNone))).toEqual(['SEPA TEST', 'COMPTABILITE TEST']);
  });

  it('are under mandates of their own, which may have the same reference', async () => {
    const test = await mandate('TEST');
    await expect(debit('FORCE_LIVE')).rejects.toMatchObject({ code: 'MANDATE_REQUIRED' });
    const live = await mandate('FORCE_LIVE');
    expect([test, live].map(({ rum, runMode }) => `${rum} ${runMode}`)).toEqual(['SAME-1 TEST', 'SAME-1 LIVE']);
    // Where an import was tried in TEST first, its reference is that of the mandate of LIVE.
    const named = { rum: 'same-1', idSociete: '1' };
    expect((await readMandateByRum(services, caller, named))?.id).toBe(live.id);
    expect((await readMandateByRum(services, anonymous, named))?.id).toBe(test.id);
    for (const asked of both) {
      const payment = await debit(asked);
      expect((await company.presentation(payment)).mandateId).toBe((asked === 'TEST' ? test : live).id);
    }
  });

  it('go in files of their own: account, name, number and debits of the other mode are in none', async () => {
    for (const asked of both) await mandate(asked);
    const payments = { TEST: await debit('TEST'), FORCE_LIVE: await debit('FORCE_LIVE') };
    for (const [asked, other] of [both, both.toReversed()] as [Asked, Asked][]) {
      const { runMode, debits, messageId, fileName, text } = await batch(asked);
      expect([runMode, debits]).toEqual([asked === 'TEST' ? 'TEST' : 'LIVE', 1]);
      // Each counts for itself, from 1.
      expect(messageId).toBe(`DD${asked === 'TEST' ? 'T' : 'L'}-20261125-000001`);
      expect(fileName.startsWith('TEST-')).toBe(asked === 'TEST');
      expect(text).toContain(payments[asked].reference);
      expect(text).toContain(accountOf(asked));
      for (const foreign of [payments[other].reference, accountOf(other)]) expect(text).not.toContain(foreign);
    }
    expect([await statusOf(payments.TEST), await statusOf(payments.FORCE_LIVE)]).toEqual(['SUBMITTED', 'SUBMITTED']);
  });

  it('go to the bank from production alone: a copy holds what production will collect', async () => {
    await mandate('FORCE_LIVE');
    const settings = { ...services.settings, deployment: 'production' as const };
    const real = await debit('LIVE', { ...services, settings });
    const request = { idSociete: '1', runMode: 'FORCE_LIVE' as const, cutOff: '2026-12-09' };
    const reason = 'this is a copy of production: it moves no real money';
    expect(await createDirectDebitBatch(services, caller, request)).toMatchObject({
      batches: [],
      heldBack: [{ paymentId: real.id, reason }],
    });
    expect(await statusOf(real)).toBe('PENDING');
    services = { ...services, settings };
    expect((await batch('FORCE_LIVE')).text).toContain(real.reference);
  });

  it('are at the bank where the account of their mode shows it, and no other one', async () => {
    await mandate('FORCE_LIVE');
    const live = await debit('FORCE_LIVE');
    const { id } = await batch('FORCE_LIVE');
    const { endToEndId, blockId } = await company.presentation(live);
    const charge = { amount: '0.40', direction: 'DBIT', code: ['IDDT', 'CHRG'] } as const;
    const entries: WrittenEntry[] = [
      { ...charge, batch: blockId ?? '', bankReference: 'B1' },
      { ...charge, details: [{ amount: '0.40', endToEndId }], bankReference: 'B2' },
    ];
    for (const [asked, shown] of [
      ['TEST', { status: 'CREATED', bankShowedAt: null }],
      ['FORCE_LIVE', { status: 'SUBMITTED', bankShowedAt: expect.any(Number) }],
    ] as const) {
      await read(writtenStatement({ id: asked, iban: accountOf(asked), entries }));
      expect(await company.store.directDebitBatch(id)).toMatchObject(shown);
    }
  });

  it('are not collected by the word of a person about an entry of the other mode', async () => {
    await mandate('FORCE_LIVE');
    const live = await debit('FORCE_LIVE');
    const { id } = await batch('FORCE_LIVE');
    const block = (await company.presentation(live)).blockId ?? '';
    const entries: WrittenEntry[] = [
      { amount: '9.00', bankReference: 'B1', details: [{ amount: '9.00', texts: ['REGLEMENT'] }] },
      { amount: '12.50', bankReference: 'B1', batch: block, code: ['IDDT', 'ESDD'] },
    ];
    for (const [index, entry] of entries.entries())
      await read(writtenStatement({ id: `S${index}`, iban: accountOf('TEST'), entries: [entry] }));
    const [same] = (await company.store.bankExceptions(everything)).filter(({ kind }) => kind === 'SAME_REFERENCE');
    const input = { id: same?.id, resolution: 'COLLECTED', reason: 'vu avec la banque' };
    await expect(resolveBankException(services, caller, input)).rejects.toThrow('of another account or run mode');
    expect([await statusOf(live), (await company.store.directDebitBatch(id))?.status]).toEqual([
      'SUBMITTED',
      'CREATED',
    ]);
  });

  it('are settled and returned on the account of their mode alone, and refused by who may work with it', async () => {
    for (const asked of both) await mandate(asked);
    const [test, live] = [await debit('TEST'), await debit('FORCE_LIVE')];
    await batch('TEST');
    const made = await batch('FORCE_LIVE');
    const { endToEndId, blockId } = await company.presentation(live);
    const entries = ['IDDT', 'BLOCK'].map(
      (kind, index): WrittenEntry => ({
        ...{ amount: '12.50', code: ['IDDT', 'ESDD'], bankReference: `B${index}` },
        ...(kind === 'BLOCK' ? { batch: blockId ?? '' } : { details: [{ amount: '12.50', endToEndId }] }),
      }),
    );
    expect((await read(writtenStatement({ iban: accountOf('TEST'), entries }))).counts).toMatchObject({
      exceptions: 2,
    });
    const exceptions = await company.store.bankExceptions(everything);
    expect(exceptions.map(({ kind, runMode }) => `${kind} ${runMode}`)).toEqual([
      'WRONG_ACCOUNT TEST',
      'WRONG_ACCOUNT TEST',
    ]);
    const report = writtenReport({ messageId: made.messageId, group: { status: 'RJCT', reason: 'AG01' } });
    const tester: Caller = { ...caller, client: 'tester', runModes: new Set(['TEST']) };
    expect(await read(report, tester)).toMatchObject({
      status: 'REFUSED',
      reason: expect.stringContaining('may not work with LIVE'),
    });
    expect([await statusOf(test), await statusOf(live)]).toEqual(['SUBMITTED', 'SUBMITTED']);
    expect((await read(writtenStatement({ iban: accountOf('FORCE_LIVE'), entries: entries.slice(0, 1) }))).status).toBe(
      'IMPORTED',
    );
    expect([await statusOf(test), await statusOf(live)]).toEqual(['SUBMITTED', 'PAID']);
  });

  it('are not asked for, made or booked in LIVE by a caller without a key, and in TEST they are', async () => {
    const keyless: Caller = { ...caller, keylessRefusal: 'NO_KEY' };
    const live = await mandate('FORCE_LIVE');
    await mandate('TEST');
    await debit('FORCE_LIVE');
    const made = await batch('FORCE_LIVE');
    const refusal = { code: 'NOT_ALLOWED', message: expect.stringContaining('keylessMoney') };
    const creation = { ...coreMandate, rum: 'ANOTHER-1' };
    const debitOf = (paymentRunMode: Asked) =>
      initiatePayment(
        services,
        keyless,
        {
          ...{ paymentTarget: 'MILLIET', paymentRunMode, paymentType: 'DIRECT_SEPA', idOrigin: 'web', idSociete: '1' },
          ...{ idClient: '2263', idCommande: '0', amount: 1250, email: 'client@example.fr' },
        },
        { derivesKey: false, usesDirectory: false },
      );
    const request = { idSociete: '1', cutOff: '2026-12-09' };
    const statement = (asked: Asked): string => {
      const entry: WrittenEntry = { amount: '12.50', code: ['RCDT', 'ESCT'], bankReference: `KEYLESS-${asked}` };
      return writtenStatement({ iban: accountOf(asked), entries: [entry] });
    };
    const refused = [
      () => createMandate(services, keyless, { ...creation, runMode: 'FORCE_LIVE' }),
      () => amendMandate(services, keyless, { id: live.id, debtorName: 'ANOTHER' }),
      () => suspendMandate(services, keyless, { id: live.id }),
      () => debitOf('FORCE_LIVE'),
      () => createDirectDebitBatch(services, keyless, { ...request, runMode: 'FORCE_LIVE' }),
      () => markBatchSubmitted(services, keyless, { id: made.id }),
      () => cancelDirectDebitBatch(services, keyless, { id: made.id }),
      () => read(statement('FORCE_LIVE'), { ...keyless, runModes: new Set(['FORCE_LIVE']) }),
    ];
    for (const ask of refused) await expect(ask()).rejects.toMatchObject(refusal);
    // The account of a file says its mode: it is stored, and nothing of it is booked.
    expect(await read(statement('FORCE_LIVE'), keyless)).toMatchObject({
      status: 'REFUSED',
      reason: expect.stringContaining('may not work with LIVE'),
    });
    await createMandate(services, keyless, { ...creation, runMode: 'TEST' });
    await debitOf('TEST');
    expect((await createDirectDebitBatch(services, keyless, { ...request, runMode: 'TEST' })).batches).toHaveLength(1);
    expect((await read(statement('TEST'), keyless)).status).toBe('IMPORTED');
  });

  it('are in books of their own, each numbered from 1', async () => {
    for (const asked of both) {
      await mandate(asked);
      const payment = await debit(asked);
      await batch(asked);
      const { endToEndId } = await company.presentation(payment);
      const details = [{ amount: '12.50', endToEndId }];
      const entry: WrittenEntry = { amount: '12.50', code: ['IDDT', 'ESDD'], details };
      expect((await read(writtenStatement({ iban: accountOf(asked), entries: [entry] }))).counts.applied).toBe(1);
    }
    await postJournal({ store: company.store, clock: services.clock, rulesOf: rulesOf(services) });
    for (const runMode of ['TEST', 'LIVE'] as const) {
      const posted = await company.store.postedEntries({ idSociete: '1', runMode, exercise: 2026 }, 0, 10);
      expect(posted.map(({ posting, runMode: of }) => [of, posting.number, posting.position])).toEqual([
        [runMode, 1, 1],
      ]);
    }
  });
});
