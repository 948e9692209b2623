import { sepaNameOf } from '../../../kernel/sepa/sepa-text.ts';
import { amendmentSince, type Mandate, type PendingAmendment } from '../mandates/mandate.ts';
import { escapeXml } from './xml.ts';

/** What a file of `direct-debit-file.ts` says of the mandate of each debit, by the debit's id. Its texts are escaped. */
export function writtenMandates(file: string): ReadonlyMap<string, PendingAmendment> {
  const [, originalCreditorName = '', originalIcs = ''] = creditor.exec(file) ?? [];
  return new Map(
    Array.from(file.matchAll(transaction), ([, endToEndId = '', originalRum = '', originalIban = '']) => [
      endToEndId,
      { originalRum, originalIban, originalIcs, originalCreditorName },
    ]),
  );
}

/** Whether the file says what the mandate says now. */
export const isAsWritten = (written: PendingAmendment, { rum, debtor, ics, creditorName }: Mandate): boolean =>
  amendmentSince(written, {
    ...{ rum: escapeXml(rum), debtor, ics },
    creditorName: escapeXml(sepaNameOf(creditorName)),
  }) === null;

// Each transaction, and what stands before those of a block, is a line.
const creditor = /<Cdtr><Nm>([^<]*)<.*?<CdtrSchmeId><Id><PrvtId><Othr><Id>([^<]*)</;
const transaction = /<EndToEndId>([^<]*)<.*?<MndtId>([^<]*)<.*?<DbtrAcct><Id><IBAN>([^<]*)</g;
