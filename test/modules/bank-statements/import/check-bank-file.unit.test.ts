import { expect, it } from 'vitest';
import { developmentSocietes } from '../../../../src/config/development.ts';
import type { BankFilePiece } from '../../../../src/modules/bank-statements/files/bank-file.ts';
import { checkBankFile } from '../../../../src/modules/bank-statements/import/check-bank-file.ts';
import { iban } from '../../../support/bank-statements/examples.ts';

it('refuses a file of too many statements, whatever its format', async () => {
  const place = { line: 1, path: '' };
  const piecesOf = async function* (count: number): AsyncGenerator<BankFilePiece> {
    for (let number = 1; number <= count; number++) {
      const statement = { id: `S${number}`, iban: iban.company, page: null, sequenceNumber: null, day: null, place };
      yield { kind: 'STATEMENT', statement };
    }
  };
  const services = {
    societes: developmentSocietes('http://127.0.0.1:4000'),
    clock: Date.now,
    store: { directDebitBatchByMessageId: async () => null },
  };
  const check = (count: number) =>
    checkBankFile(services as never, { societes: null, runModes: ['TEST'] }, piecesOf(count));
  expect(await check(10_000)).toMatchObject({ societes: ['1'], runMode: 'TEST' });
  await expect(check(10_001)).rejects.toThrow('the file holds more than 10000 statements');
});
