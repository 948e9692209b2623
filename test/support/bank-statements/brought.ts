import { ImportBankFileDocument } from '../../generated/graphql.ts';
import type { TestGateway } from '../gateway.ts';
import { awaitedTransfer } from './bank-gateway.ts';
import { credit, type WrittenStatement, writtenStatement } from './written-files.ts';

let statements = 0;

/** Imports a statement on an open gateway. @returns the id of the file */
export async function broughtStatement(
  gateway: TestGateway,
  entries: WrittenStatement['entries'],
  change: Partial<WrittenStatement> = {},
): Promise<string> {
  const content = writtenStatement({ id: `S${++statements}`, entries, ...change });
  const { data } = await gateway.send(ImportBankFileDocument, { input: { name: 'releve.xml', content } });
  const result = data?.importBankFile;
  if (result?.__typename !== 'ImportBankFileSuccess') throw new Error(`refused: ${JSON.stringify(result)}`);
  if (result.bankFile.status !== 'IMPORTED') throw new Error(`not imported: ${result.bankFile.reason}`);
  return result.bankFile.id;
}

/** A credit that names no payment, and the awaited transfer of the same amount that is suggested for it. */
export async function unmatchedCredit(gateway: TestGateway, name: string) {
  const payment = await awaitedTransfer(gateway);
  const detail = { texts: ['FACTURE SANS REFERENCE'], debtor: { name } };
  await broughtStatement(gateway, [credit('123.45', detail, { bankReference: `B-${name}` })]);
  return payment;
}
