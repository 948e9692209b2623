import { describe, expect, it } from 'vitest';
import { openForEach } from '../support/open-for.ts';
import {
  debitFile,
  debtors,
  type FileBlock,
  type FileDebit,
  fileWith,
  valuesOf,
} from '../support/sandbox/debit-files.ts';
import { houseBank } from '../support/sandbox/house-bank.ts';
import { runSandbox } from '../support/sandbox/running-sandbox.ts';

const sandbox = openForEach(() => runSandbox());
const bank = houseBank(sandbox);

/** A form's, before the file. */
const start = '--x\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\n';

describe('the bank of the company', () => {
  describe('refuses a file', () => {
    it.each<[string, string | Buffer, string, string]>([
      ['that is empty', '', 'FF01', 'the file is empty'],
      [
        'with a document type',
        fileWith().replace('<Document', '<!DOCTYPE a><Document'),
        'FF01',
        'a document type is forbidden',
      ],
      ['that is cut off', fileWith().slice(0, -40), 'FF01', 'not well-formed'],
      ['with a byte order mark', `\u{feff}${fileWith()}`, 'FF01', 'byte order mark'],
      ['in another character set', Buffer.from(fileWith({ name: 'CAFÉ' }), 'latin1'), 'FF01', 'not in UTF-8'],
      ['that says it is', fileWith().replace('UTF-8', 'ISO-8859-1'), 'FF01', 'claims not to be in UTF-8'],
      ['of another message', fileWith().replaceAll('pain.008', 'pain.001'), 'FF01', 'not a pain.008'],
      ['of a version that the bank does not take', fileWith().replace('001.08', '001.11'), 'FF01', 'not a pain.008'],
      ['with a wrong count', debitFile({ count: '2', blocks: [{ debits: [{}] }] }), 'AM18', 'NbOfTxs is not 1'],
      ['with a wrong sum', debitFile({ sum: '12.51', blocks: [{ debits: [{}] }] }), 'AM10', 'CtrlSum'],
      ['without a block', debitFile({ blocks: [] }), 'FF01', ''],
      [
        'that mixes the schemes',
        debitFile({ blocks: [{ debits: [{}] }, { scheme: 'B2B', debits: [{}] }] }),
        'AG02',
        'CORE and B2B do not go in one file',
      ],
    ])('%s', async (_what, file, code, message) => {
      const answer = await bank.handOver(file);
      expect(answer).toMatchObject({ httpStatus: 422, status: 'REJECTED' });
      expect(answer.faults).toEqual([expect.objectContaining({ code, message: expect.stringContaining(message) })]);
      expect(await bank.debits()).toEqual(new Map());
    });

    it('that it has had before, by the message’s id, and keeps the first one', async () => {
      await bank.handOver(fileWith());
      const again = await bank.handOver(fileWith());
      expect(again).toMatchObject({ httpStatus: 422, status: 'REJECTED', faults: [{ code: 'DU01' }] });
      expect((await bank.debits()).size).toBe(1);
      const reports = await bank.downloads('REPORT');
      expect(reports.map(({ xml }) => valuesOf(xml, 'GrpSts')[0])).toEqual(['ACCP', 'RJCT']);
    });

    it('larger than it takes, and what is no file at all', async () => {
      const large = Buffer.alloc(17 * 1024 * 1024, ' ');
      const form = Buffer.concat([Buffer.from(start), large, Buffer.from('\r\n--x--\r\n')]);
      const errors = [{ path: [], message: 'The file is too large.' }];
      expect(await bank.handOver(large)).toEqual({ httpStatus: 413, errors });
      expect(await bank.handOver(form, 'multipart/form-data; boundary=x')).toEqual({ httpStatus: 413, errors });
      expect((await bank.handOver('{}', 'application/json')).httpStatus).toBe(415);
    });

    it.each([
      ['without a boundary', 'multipart/form-data', fileWith()],
      ['that is cut off', 'multipart/form-data; boundary=x', start + fileWith()],
    ])('in a form %s', async (_what, type, body) => {
      expect((await bank.handOver(body, type)).httpStatus).toBe(400);
    });
  });

  describe('refuses a block', () => {
    it.each<[string, Partial<FileBlock>, string]>([
      ['due on a closed day', { dueOn: '2026-12-05' }, 'DT01'],
      ['due today', { dueOn: '2026-11-25' }, 'TM01'],
      ['due too far ahead', { dueOn: '2026-12-10' }, 'DT01'],
      ['on an account that it does not keep', { iban: debtors.germany }, 'AC03'],
      ['under another bank’s code', { bic: 'SOGEFRPP' }, 'RC01'],
      ['with an ICS whose check digits are wrong', { ics: 'FR73ZZZ123456' }, 'BE05'],
      ['with the ICS of another creditor', { ics: 'FR49ZZZ000001' }, 'BE05'],
      ['of an unknown scheme', { scheme: 'COR1' }, 'AG02'],
      ['of a sequence that is not used', { sequence: 'RPRE' }, 'AG02'],
      ['with a wrong sum', { sum: '12.51' }, 'AM10'],
    ])('%s, and takes the others', async (_what, change, code) => {
      const blocks = [
        { ...change, debits: [{}] },
        { scheme: change.scheme ?? 'CORE', debits: [{}] },
      ];
      const file = debitFile({ blocks: change.scheme ? blocks.slice(0, 1) : blocks });
      const answer = await bank.handOver(file);
      expect(answer).toMatchObject({ status: 'PARTIALLY_ACCEPTED', faults: [{ code }] });
      const [report] = await bank.downloads('REPORT');
      expect(valuesOf(report?.xml ?? '', 'PmtInfSts')).toEqual(change.scheme ? ['RJCT'] : ['RJCT', 'ACCP']);
    });

    it('with another business code in a good ICS it takes: that part is the creditor’s own', async () => {
      expect((await bank.handOver(fileWith({}, { ics: 'FR72ABC123456' }))).status).toBe('ACCEPTED');
    });
  });

  describe('refuses a debit', () => {
    it.each<[string, FileDebit, string]>([
      ['of nothing', { amount: '0.00' }, 'AM12'],
      ['with three decimals', { amount: '12.505' }, 'AM12'],
      ['in another currency', { currency: 'USD' }, 'AM03'],
      ['of an account whose check digits are wrong', { iban: 'FR7630006000011234567890188' }, 'AC01'],
      ['of a French account whose RIB key alone is wrong', { iban: 'FR8420041010050500013M02607' }, 'AC01'],
      ['with NOTPROVIDED as a bank’s code', { bank: '<BICFI>NOTPROVIDED</BICFI>' }, 'RC01'],
      ['with an accent', { name: 'CAFÉ' }, 'CH16'],
      ['with a name of 71 characters', { name: 'A'.repeat(71) }, 'CH16'],
      ['signed in the future', { signedOn: '2026-12-24' }, 'MD02'],
      ['under a mandate with a slash at its end', { rum: 'RUM/' }, 'MD02'],
      ['with two slashes in its id', { id: 'A//B' }, 'CH16'],
      ['with an address of lines alone', { address: '<PstlAdr><AdrLine>12 RUE X</AdrLine></PstlAdr>' }, 'BE04'],
      [
        'with a wrong RF reference',
        {
          remittance:
            '<Strd><CdtrRefInf><Tp><CdOrPrtry><Cd>SCOR</Cd></CdOrPrtry><Issr>ISO</Issr></Tp><Ref>RF19539007547034</Ref></CdtrRefInf></Strd>',
        },
        'CH16',
      ],
      ['that stands twice', { id: 'SAME' }, 'AM05'],
    ])('%s, and takes the others', async (_what, debit, code) => {
      const file = debitFile({ blocks: [{ debits: [{ id: 'SAME' }, debit] }], ...(debit.amount && { sum: '12.50' }) });
      const answer = await bank.handOver(file);
      expect(answer).toMatchObject({ httpStatus: 201, status: 'PARTIALLY_ACCEPTED', rejected: 1, faults: [{ code }] });
      const [report] = await bank.downloads('REPORT');
      expect(valuesOf(report?.xml ?? '', 'TxSts')).toEqual(['RJCT']);
    });

    it('that was presented before, and a second one under a mandate for one', async () => {
      await bank.handOver(fileWith({ id: 'E1' }, { sequence: 'OOFF' }));
      const blocks = [{ debits: [{ id: 'E1', rum: 'RUM-2' }, { id: 'E2' }, { id: 'E3', rum: 'RUM-3' }] }];
      expect(await bank.handOver(debitFile({ messageId: 'MSG-2', blocks }))).toMatchObject({
        ...{ status: 'PARTIALLY_ACCEPTED', rejected: 2 },
        faults: [{ code: 'AM05' }, { code: 'MD02' }],
      });
    });
  });
});
