import { describe, expect, it } from 'vitest';
import { anonymous } from '../../../../src/kernel/caller.ts';
import {
  cancelDirectDebitBatch,
  downloadBatchFile,
  markBatchSubmitted,
} from '../../../../src/modules/direct-debits/batches/close-batch.ts';
import type { CreatedBatches } from '../../../../src/modules/direct-debits/batches/create-batch.ts';
import { amendMandate } from '../../../../src/modules/direct-debits/mandates/amend-mandate.ts';
import { createMandate } from '../../../../src/modules/direct-debits/mandates/create-mandate.ts';
import { resumeMandate, suspendMandate } from '../../../../src/modules/direct-debits/mandates/end-mandate.ts';
import { expireMandates } from '../../../../src/modules/direct-debits/mandates/expire-mandates.ts';
import { activateMandate, signMandate } from '../../../../src/modules/direct-debits/mandates/sign-mandate.ts';
import { writtenReport } from '../../../support/bank-statements/written-files.ts';
import { postgres } from '../../../support/databases.ts';
import { type Company, openCompany } from '../../../support/direct-debits/company.ts';
import { coreMandate, debtorIban, otherIban } from '../../../support/direct-debits/mandate-requests.ts';
import { drawnDatabases } from '../../../support/drawn-databases.ts';
import { openForEach } from '../../../support/open-for.ts';
import { overtakenStore } from '../../../support/store/overtaken.ts';

const idOf = ({ batches: [first] }: CreatedBatches): string => first?.id ?? '';
const isNotFirst = (rum: string): string => `FRST, as namesFirst wants now, of these mandates: ${rum}. Hand over or`;
const doesNotFit = (rum: string): string => `does not fit its mandates any more: ${rum}. Hand over or cancel`;

/** The first download of a file whose mandates are not as it says. */
describe.each(drawnDatabases())('a file that its mandates have left ($name)', (database) => {
  const company = openForEach(() => openCompany(database, { schemes: ['CORE', 'B2B'] }));
  const ofBankWithFirst = openForEach(() => openCompany(database, { namesFirst: true }));

  const download = async (made: CreatedBatches, { services }: Pick<Company, 'services'> = company): Promise<string> =>
    String((await downloadBatchFile(services, anonymous, idOf(made)))?.bytes);
  const namingFirst = ({ store, servicesOn, services: { announce } }: Company, namesFirst: boolean) => ({
    ...servicesOn(store, { namesFirst }),
    announce,
  });
  const batchOf = async (idClient: string, on = company): Promise<CreatedBatches> => {
    await on.debit(idClient);
    return on.batch('2026-12-09');
  };
  const amend = (id: string, change: object) => amendMandate(company.services, anonymous, { id, ...change });
  /** The bank has had a debit under it. */
  const known = async () => {
    const mandate = await company.mandate();
    await download(await batchOf(mandate.idClient));
    return mandate;
  };

  it.each<['CORE' | 'B2B', string, (id: string) => Promise<unknown>]>([
    ['CORE', 'is another one', () => Promise.resolve()],
    ['CORE', 'was wrong, and it was resumed', (id) => resumeMandate(company.services, anonymous, { id })],
    [
      'B2B',
      'is confirmed',
      (id) => activateMandate(company.services, anonymous, { id, bankConfirmedOn: '2026-11-25' }),
    ],
  ])('stays where the account of a %s mandate %s', async (scheme, what, settle) => {
    const { id, rum, idClient } = await company.mandate(scheme);
    const other = await company.newDebit(900, scheme);
    const made = await batchOf(idClient);
    if (what.includes('resumed')) await suspendMandate(company.services, anonymous, { id, reason: 'WRONG_ACCOUNT' });
    await amend(id, { iban: otherIban });
    await settle(id);
    await expect(download(made)).rejects.toThrow(doesNotFit(rum));
    expect(await company.store.directDebitBatch(idOf(made))).toMatchObject({
      status: 'CREATED',
      firstDownloadedAt: null,
    });
    await company.cancel(made);
    const file = await download(await company.batch('2026-12-09'));
    expect(file).toContain(`<DbtrAcct><Id><IBAN>${otherIban}</IBAN>`);
    expect(file).toContain((await company.presentation(other)).endToEndId);
  });

  it('stays where the reference is another one, and goes where it is the old one again', async () => {
    const { id, rum, idClient } = await company.mandate();
    const made = await batchOf(idClient);
    await amend(id, { rum: 'NEW-RUM' });
    await expect(download(made)).rejects.toThrow(doesNotFit('NEW-RUM'));
    await amend(id, { rum });
    expect(await download(made)).toContain(`<MndtId>${rum}</MndtId>`);
  });

  it('stays where a later file gave the bank another account', async () => {
    const { id, rum, idClient } = await known();
    const lying = await batchOf(idClient);
    await amend(id, { iban: otherIban });
    expect(await download(await batchOf(idClient))).toContain('<AmdmntInfDtls>');
    await expect(download(lying)).rejects.toThrow(doesNotFit(rum));
  });

  it('stays where it relies on a file that was cancelled, which was to report a change', async () => {
    const { id, idClient } = await known();
    await amend(id, { rum: 'NEW-RUM', iban: otherIban });
    const [first, second] = [await batchOf(idClient), await batchOf(idClient)];
    await expect(download(second)).rejects.toThrow(doesNotFit('NEW-RUM'));
    await company.cancel(first);
    await expect(download(second)).rejects.toThrow(doesNotFit('NEW-RUM'));
    await company.cancel(second);
    const file = await download(await company.batch('2026-12-09'));
    expect(file.match(/<AmdmntInfDtls>/g)).toHaveLength(1);
  });

  it('goes once the one that tells the bank of the change has gone', async () => {
    const { id, idClient } = await known();
    await amend(id, { iban: otherIban });
    const [first, second] = [await batchOf(idClient), await batchOf(idClient)];
    expect(await download(first)).toContain(`<OrgnlDbtrAcct><Id><Othr><Id>SMNDA`);
    expect(await download(second)).not.toContain('AmdmntInfDtls');
  });

  describe.each([
    ['another one again', 'RUM-3'],
    ['the old one again', null],
  ])('beside a later file of a mandate whose reference was changed to %s', (_, last) => {
    const changedTwice = async () => {
      const { id, rum, idClient } = await known();
      const changed = async (to: string) => {
        await amend(id, { rum: to });
        const payment = await company.debit(idClient);
        return { payment, made: await company.batch('2026-12-09') };
      };
      return { rum, idClient, first: await changed('RUM-2'), changed: () => changed(last ?? rum) };
    };
    const reported = (file: string) => file.match(/(?<=<OrgnlMndtId>)[^<]*/g);
    const ofBank = (rum: string) => (last === null ? null : [rum]);

    it('keeps it from the bank once the file before was cancelled, and reports what the bank knows', async () => {
      const { rum, first, changed } = await changedTwice();
      const second = await changed();
      await company.cancel(first.made);
      await expect(download(second.made)).rejects.toThrow(doesNotFit(last ?? rum));
      await company.cancel(second.made);
      expect(reported(await download(await company.batch('2026-12-09')))).toEqual(ofBank(rum));
    });

    it.each([
      ['the older first', false],
      ['the newer first', true],
    ])('reports what the bank knows where it refused both, %s', async (__, isNewerFirst) => {
      const { rum, idClient, first, changed } = await changedTwice();
      await download(first.made);
      const second = await changed();
      await download(second.made);
      for (const { made, payment } of isNewerFirst ? [second, first] : [first, second])
        await company.report(made, payment, 'AM04');
      expect(reported(await download(await batchOf(idClient)))).toEqual(ofBank(rum));
    });

    it('reports the reference before where the bank took the first one', async () => {
      const { rum, idClient, first, changed } = await changedTwice();
      await download(first.made);
      const second = await changed();
      await download(second.made);
      await company.report(second.made, second.payment, 'AM04');
      expect(reported(await download(await batchOf(idClient)))).toEqual(['RUM-2']);
      expect(last ?? rum).not.toBe('RUM-2');
    });
  });

  it('goes in any order where nothing changed', async () => {
    const { idClient } = await company.mandate();
    const [first, second] = [await batchOf(idClient), await batchOf(idClient)];
    expect(await download(second)).toContain(debtorIban);
    expect(await download(first)).toContain(debtorIban);
  });

  const rounds = { keepsLease: async () => true, failed: () => expect.unreachable() };

  it.each(['cancelled', 'left lying'])('stays where its mandate lapsed, for another file was %s', async (what) => {
    const idClient = 'unused';
    const { mandate } = await createMandate(company.services, anonymous, { ...coreMandate, idClient });
    await signMandate(company.services, anonymous, { id: mandate.id, signedOn: '2023-12-15', method: 'PAPER' });
    const first = await batchOf(idClient);
    company.on('2027-02-01');
    await expireMandates(company.services, rounds);
    await company.debit(idClient);
    const second = await company.batch('2027-02-15');
    if (what === 'cancelled') await company.cancel(first);
    await expect(download(second)).rejects.toThrow(doesNotFit(mandate.rum));
    await company.cancel(second);
    if (what === 'left lying') await company.cancel(first);
    await expireMandates(company.services, rounds);
    expect(await company.mandateOf(mandate.id)).toEqual(['EXPIRED', 0, null]);
  });

  it('stays where its first debit is none, for the file with the first one was cancelled', async () => {
    const { rum, idClient } = await ofBankWithFirst.mandate();
    const first = await batchOf(idClient, ofBankWithFirst);
    const second = await batchOf(idClient, ofBankWithFirst);
    await ofBankWithFirst.cancel(first);
    await expect(download(second, ofBankWithFirst)).rejects.toThrow(isNotFirst(rum));
    await ofBankWithFirst.cancel(second);
    const file = await download(await ofBankWithFirst.batch('2026-12-09'), ofBankWithFirst);
    expect(file.match(/<SeqTp>[A-Z]*/g)).toEqual(['<SeqTp>FRST', '<SeqTp>RCUR']);
  });

  it('goes where its first debit is one, and the société names first debits no more', async () => {
    const { idClient } = await ofBankWithFirst.mandate();
    const made = await batchOf(idClient, ofBankWithFirst);
    const services = namingFirst(ofBankWithFirst, false);
    expect(await download(made, { services })).toContain('<SeqTp>FRST');
  });

  it('stays where the société names first debits since, and blames no mandate', async () => {
    const { rum, idClient } = await company.mandate();
    const made = await batchOf(idClient);
    const services = namingFirst(company, true);
    await expect(download(made, { services })).rejects.toThrow(isNotFirst(rum));
    await company.cancel(made);
    expect(await download(await company.batch('2026-12-09', services), { services })).toContain('<SeqTp>FRST');
  });

  it('goes with a second debit once the first one has gone', async () => {
    const { idClient } = await ofBankWithFirst.mandate();
    const first = await batchOf(idClient, ofBankWithFirst);
    const second = await batchOf(idClient, ofBankWithFirst);
    expect(await download(first, ofBankWithFirst)).toContain('<SeqTp>FRST');
    expect(await download(second, ofBankWithFirst)).toContain('<SeqTp>RCUR');
  });

  it('stays with a first debit that is said to be at the bank beside a second one, until the bank has answered', async () => {
    const { services, mandate, read } = ofBankWithFirst;
    const { rum, idClient } = await mandate();
    const first = await batchOf(idClient, ofBankWithFirst);
    const second = await batchOf(idClient, ofBankWithFirst);
    for (const made of [first, second]) await markBatchSubmitted(services, anonymous, { id: idOf(made) });
    await expect(download(first, ofBankWithFirst)).rejects.toThrow(
      `does not fit its mandates any more: ${rum}. It can`,
    );
    expect(await download(second, ofBankWithFirst)).toContain('<SeqTp>RCUR');
    const messageId = first.batches[0]?.messageId ?? '';
    await read(writtenReport({ messageId, group: { status: 'ACCP' } }));
    expect(await download(first, ofBankWithFirst)).toContain('<SeqTp>FRST');
  });
});

describe('a file that relies on one that another gateway cancels (postgres)', () => {
  const company = openForEach(() => openCompany(postgres));

  it('stays, whenever that is', async () => {
    const { id, rum, idClient } = await company.mandate();
    const batchOf = async () => {
      await company.debit(idClient);
      return company.batch('2026-12-09');
    };
    await downloadBatchFile(company.services, anonymous, idOf(await batchOf()));
    const { store, atEachRead } = overtakenStore(company.store);
    const overtaken = company.servicesOn(store);
    // Its entry in the audit log would come before the reads.
    const command = { ...anonymous, operator: 'command' };
    const accounts = [otherIban, debtorIban];
    await atEachRead(async (overtakenBy, at) => {
      await amendMandate(company.services, anonymous, { id, iban: accounts[at % 2] });
      const [first, second] = [await batchOf(), await batchOf()];
      let refused: unknown;
      await overtakenBy(
        () => company.cancel(first),
        async () => {
          refused = await downloadBatchFile(overtaken, command, idOf(second)).catch((error: unknown) => error);
        },
      );
      expect([at, refused]).toMatchObject([at, { message: expect.stringContaining(doesNotFit(rum)) }]);
      await cancelDirectDebitBatch(company.services, anonymous, { id: idOf(second) });
      await downloadBatchFile(company.services, anonymous, idOf(await company.batch('2026-12-09')));
    });
  });
});
