import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { iban } from '../../../support/bank-statements/examples.ts';
import { piecesOf, refusalOf } from '../../../support/bank-statements/read-pieces.ts';
import { schemaFaults } from '../../../support/bank-statements/schemas.ts';
import { returned, transfer } from '../../../support/bank-statements/written-examples.ts';
import { writtenStatement } from '../../../support/bank-statements/written-files.ts';

describe('what a bank adds by an agreement of its own', () => {
  const plain = writtenStatement({ entries: [transfer, returned] });
  const added = (content: string): string =>
    `<SplmtryData><PlcAndNm>X</PlcAndNm><Envlp>${content}</Envlp></SplmtryData>`;
  const own = '<x:Own xmlns:x="urn:of:the:bank">text <x:Ntry a="1"><Ntry xmlns="urn:other"/></x:Ntry> more</x:Own>';
  const withAdded = (content: string): string =>
    plain.replace('</TxDtls>', `${added(content)}</TxDtls>`).replace('</Stmt>', `</Stmt>${added(content)}`);

  it('is let by, whatever it is', async () => {
    expect(schemaFaults('camt.053.001.08', withAdded(own))).toEqual([]);
    const plainEntries = (await piecesOf(plain)).filter(({ kind }) => kind !== 'HEAD');
    for (const content of [own, '', 'text alone', `${own}<Stmt>${own}</Stmt>`]) {
      expect((await piecesOf(withAdded(content), 7)).filter(({ kind }) => kind !== 'HEAD')).toEqual(plainEntries);
    }
  });

  it('is neither deeper nor longer than anything else, and stands nowhere else', async () => {
    expect(await refusalOf(withAdded('<a>'.repeat(40) + '</a>'.repeat(40)))).toContain('too deep');
    expect(await refusalOf(withAdded('x'.repeat(2 * 1024 * 1024)))).toContain('does not end');
    expect(await refusalOf(withAdded(own).replaceAll('SplmtryData', 'Splmtry'))).toContain('another namespace');
  });
});

describe('a file is refused, with the place,', () => {
  const good = writtenStatement({ entries: [transfer, returned] });
  const bomb = '<!DOCTYPE lolz [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>';

  it.each<[string, string | Buffer, string]>([
    [
      'for a document type',
      good.replace('<Document', `${bomb}<Document`),
      'Line 2: a document type (DOCTYPE) is refused',
    ],
    [
      'for an external document type',
      good.replace('<Document', '<!DOCTYPE d SYSTEM "file:///etc/passwd"><Document'),
      'DOCTYPE',
    ],
    ['for an entity of its own', good.replace('1234.56', '&a;'), 'Line 7: the XML is broken or cut off'],
    ['where it is cut off', good.slice(0, -40), 'the XML is broken or cut off'],
    ['where it is cut off in the middle', good.slice(0, good.length / 2), 'the XML is broken or cut off'],
    ['where tags do not fit', good.replace('</Ntry>', '</Ntry'), 'the XML is broken or cut off'],
    ['that is empty', '', 'the file is empty'],
    ['of no known format', `${'Date;Montant\n'.repeat(30)}`, 'it is none of the formats that are read'],
    ['of another namespace', good.replaceAll('urn:iso:std:iso:20022:tech:xsd:', 'urn:x:'), 'neither a statement'],
    [
      'with an element of another namespace',
      good.replace('<Ntry>', '<Ntry xmlns="urn:other">'),
      'an element of another namespace',
    ],
    ['for an entry in another currency', good.replace('<Amt Ccy="EUR">1234.56', '<Amt Ccy="USD">1234.56'), 'Stmt/Ntry'],
    [
      'for an account in another currency',
      good.replace('<Ccy>EUR', '<Ccy>CHF'),
      'Stmt/Acct: the currency of the account is not EUR',
    ],
    [
      'for an account that is no IBAN',
      good.replace(iban.company, 'FR8420041010050500013M02607'),
      'Stmt/Acct: Id/IBAN is not an IBAN',
    ],
    ['for an amount with a sign', good.replace('>1234.56<', '>-1234.56<'), 'Amt: the amount is not a decimal number'],
    ['for an amount with a comma', good.replace('>1234.56<', '>1234,56<'), 'Amt: the amount is not a decimal number'],
    ['for a thousandth', good.replace('>1234.56<', '>1234.561<'), 'more than two decimals'],
    [
      'for a day that does not exist',
      good.replace('<BookgDt><Dt>2026-11-25', '<BookgDt><Dt>2026-02-30'),
      'BookgDt: the date is not a day that exists',
    ],
    [
      'that lacks an entry',
      good.replace(/<Ntry>[\s\S]*?<\/Ntry>/, ''),
      'Stmt: the opening balance and the booked entries',
    ],
    ['without a header', good.replace(/<GrpHdr>.*<\/GrpHdr>/, ''), 'GrpHdr is missing'],
    ['without a statement', good.replace(/<Stmt>[\s\S]*<\/Stmt>/, ''), 'the file holds no Stmt'],
    ['in UTF-16', Buffer.from(`\ufeff${good}`, 'utf16le'), 'UTF-16'],
    [
      'in an encoding that is not read',
      good.replace('UTF-8', 'EBCDIC-FR'),
      'Line 1: the encoding EBCDIC-FR is not read',
    ],
    [
      'that is not in the encoding that it declares',
      Buffer.from(good, 'latin1'),
      'the bytes are not text in the encoding',
    ],
    [
      'of elements without end',
      `${good.slice(0, good.indexOf('<Ntry>'))}${'<A>'.repeat(100)}`,
      'elements stand too deep',
    ],
    ['with a text without end', good.replace('FACTURE', 'A'.repeat(3_000_000)), 'does not end'],
    [
      'with a record without end',
      good.replace('<NtryRef>', '<A></A>'.repeat(30_000)),
      'a record has too many elements',
    ],
  ])('%s', async (_why, file, message) => {
    expect(await refusalOf(file)).toContain(message);
  });

  it('and no value of it stands in the message', async () => {
    const secret = good.replace('<Nm>Café &amp; Fils', '<Nm>SECRET & CO');
    expect(await refusalOf(secret)).not.toContain('SECRET');
  });

  it('wherever it is cut', async () => {
    const end = good.indexOf('</Document>');
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: end + 10 }), async (length) => {
        expect(await refusalOf(good.slice(0, length))).not.toBe('it was read');
      }),
      { numRuns: 60 },
    );
  });
});
