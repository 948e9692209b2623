import { setImmediate } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { xmlLimits } from '../../../src/kernel/xml-parser.ts';
import { BankFileError } from '../../../src/modules/bank-statements/files/bank-file.ts';
import { readBankFile } from '../../../src/modules/bank-statements/files/read-bank-file.ts';
import { charactersPerTurn } from '../../../src/modules/bank-statements/files/stream-xml.ts';
import { type WrittenEntry, writtenReport, writtenStatement } from '../../support/bank-statements/written-files.ts';

/** Files that are made to cost processor time or memory: each limit at its last value that passes, and one beyond. */

async function* inMemory(file: string, chunkBytes = Number.POSITIVE_INFINITY): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(file);
  for (let start = 0; start < bytes.length; start += chunkBytes) yield bytes.subarray(start, start + chunkBytes);
}

/** How many pieces a file has; what it is refused for. */
async function outcomeOf(file: string, chunkBytes?: number): Promise<number | string> {
  let pieces = 0;
  try {
    for await (const _piece of readBankFile(inMemory(file, chunkBytes))) pieces++;
    return pieces;
  } catch (error) {
    if (!(error instanceof BankFileError)) throw error;
    return error.message;
  }
}

const transfer: WrittenEntry = { amount: '12.34', details: [{ amount: '12.34', texts: ['MERCI'] }] };
const good = writtenStatement({ entries: [transfer, transfer] });
const many = (count: number, make: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => make(index)).join('');
const attributes = (count: number): string => many(count, (index) => ` a${index}=""`);
const namespaces = (count: number): string => many(count, (index) => ` xmlns:n${index}="urn:n"`);
/** An element of the entry, beside what is read. */
const inEntry = (element: string): string => good.replace('</NtryDtls>', `</NtryDtls>${element}`);
const inEnvelope = (content: string): string =>
  inEntry(`<SplmtryData><PlcAndNm>X</PlcAndNm><Envlp>${content}</Envlp></SplmtryData>`);
const x = (length: number): string => 'x'.repeat(length);
const { attributes: mostAttributes, nameLength, valueLength, unfinishedLength } = xmlLimits;

describe('a limit of a bank file', () => {
  it.each<[string, string, string, string]>([
    [
      'attributes of an element',
      inEntry(`<A${attributes(mostAttributes)}/>`),
      inEntry(`<A${attributes(mostAttributes + 1)}/>`),
      'too many attributes',
    ],
    [
      'namespaces of an element',
      inEntry(`<A${namespaces(mostAttributes)}/>`),
      inEntry(`<A${namespaces(mostAttributes + 1)}/>`),
      'too many attributes',
    ],
    [
      'attributes of an element that is let by',
      inEnvelope(`<A${attributes(mostAttributes)}/>`),
      inEnvelope(`<A${attributes(mostAttributes + 1)}/>`),
      'too many attributes',
    ],
    ['name of an element', inEntry(`<${x(nameLength)}/>`), inEntry(`<${x(nameLength + 1)}/>`), 'a name is too long'],
    [
      'name of an attribute',
      inEntry(`<A ${x(nameLength)}=""/>`),
      inEntry(`<A ${x(nameLength + 1)}=""/>`),
      'a name is too long',
    ],
    [
      'value of an attribute',
      inEntry(`<A a="${x(valueLength)}"/>`),
      inEntry(`<A a="${x(valueLength + 1)}"/>`),
      'the value of an attribute is too long',
    ],
    [
      'name of a namespace',
      inEntry(`<A xmlns:n="${x(valueLength)}"/>`),
      inEntry(`<A xmlns:n="${x(valueLength + 1)}"/>`),
      'the value of an attribute is too long',
    ],
    ['text', inEntry(`<A>${x(65_536)}</A>`), inEntry(`<A>${x(65_537)}</A>`), 'a text is too long'],
    [
      'text of character references',
      inEntry(`<A>${'&#65;'.repeat(65_536)}</A>`),
      inEntry(`<A>${'&#65;'.repeat(65_537)}</A>`),
      'a text is too long',
    ],
    [
      'text of pieces of CDATA',
      inEntry(`<A>${'<![CDATA[x]]>'.repeat(65_536)}</A>`),
      inEntry(`<A>${'<![CDATA[x]]>'.repeat(65_537)}</A>`),
      'a text is too long',
    ],
    [
      'children of an element',
      inEntry(`<A>${'<B/>'.repeat(5_000)}</A>`),
      inEntry(`<A>${'<B/>'.repeat(5_001)}</A>`),
      'a record has too many elements',
    ],
    ['depth', inEntry(nested(28)), inEntry(nested(29)), 'elements stand too deep in each other'],
    [
      'length of a record',
      inEntry(`<A>${`<B>${x(60_000)}</B>`.repeat(17)}</A>`),
      inEntry(`<A>${`<B>${x(60_000)}</B>`.repeat(18)}</A>`),
      'a record is too long',
    ],
    [
      'comments between two elements',
      inEntry(comments(unfinishedLength / 2)),
      inEntry(comments(unfinishedLength + charactersPerTurn)),
      'something in the file does not end',
    ],
    [
      'processing instructions between two elements',
      inEntry('<?p x?>'.repeat(unfinishedLength / 16)),
      inEntry('<?p x?>'.repeat(unfinishedLength / 6)),
      'something in the file does not end',
    ],
  ])('%s', async (_what, taken, refused, reason) => {
    // Head, statement, two entries and the balances.
    expect(await outcomeOf(taken)).toBe(5);
    const message = await outcomeOf(refused);
    expect(message).toContain(reason);
    // However the bytes come; the place of what does not end depends on the pieces.
    expect(await outcomeOf(refused, 1000)).toContain(reason);
    expect(String(message)).toMatch(/^Line \d+/);
    expect(String(message).length).toBeLessThan(200);
  });

  it.each<[string, string]>([
    ['90,000 attributes of each element', inEntry(`<A${attributes(90_000)}/>`.repeat(3))],
    ['a tag that does not end', inEntry(`<A a="${x(1_200_000)}`)],
    ['a name that does not end', inEntry(`<${x(1_200_000)}`)],
    ['a comment that does not end', inEntry(`<!--${x(1_200_000)}`)],
    ['a piece of CDATA that does not end', inEntry(`<A><![CDATA[${x(1_200_000)}`)],
    ['a processing instruction that does not end', inEntry(`<?p ${x(1_200_000)}`)],
    ['a reference that does not end', inEntry(`<A>&${x(1_200_000)}`)],
    ['a document type that does not end', good.replace('<Document', `<!DOCTYPE a [${x(1_200_000)}`)],
  ])('refuses %s before its end', async (_what, file) => {
    let given = 0;
    const counted = (async function* () {
      for await (const chunk of inMemory(file, 8_192)) {
        given += chunk.length;
        yield chunk;
      }
      yield* inMemory(x(4_000_000), 8_192);
    })();
    const read = async () => {
      for await (const _piece of readBankFile(counted));
    };
    await expect(read()).rejects.toThrow(BankFileError);
    expect(given).toBeLessThan(1_300_000);
  });

  it('counts what is kept, however often something is taken out beside it', async () => {
    const junk = '<A/>'.repeat(1_000);
    const report = (one: string): string => {
      const all = `<OrgnlPmtInfAndSts><OrgnlPmtInfId>B</OrgnlPmtInfId>${one.repeat(25)}</OrgnlPmtInfAndSts>`;
      return writtenReport({ messageId: 'M1' }).replace('</CstmrPmtStsRpt>', `${all}</CstmrPmtStsRpt>`);
    };
    expect(await outcomeOf(report(`<X>${junk}</X><TxInfAndSts/>`))).toContain('a record has too many elements');
    // What is taken out is kept no more: the file is read to its end, and its head is all that it gives.
    expect(await outcomeOf(report(`<TxInfAndSts><X>${junk}</X></TxInfAndSts>`))).toBe(1);
  });
});

describe('while a file is read from memory', () => {
  it.each([
    ['in one piece', Number.POSITIVE_INFINITY],
    ['in small pieces', 100],
  ])('%s, other work has its turn after each counted number of bytes', async (_how, chunkBytes) => {
    const file = writtenStatement({ entries: Array.from({ length: 2_000 }, () => transfer) });
    let isReading = true;
    let turns = 0;
    const others = (async () => {
      for (; isReading; turns++) await setImmediate();
    })();
    expect(await outcomeOf(file, chunkBytes)).toBe(2_003);
    isReading = false;
    await others;
    expect(turns).toBeGreaterThanOrEqual(Math.floor(file.length / (2 * charactersPerTurn)));
    expect(file.length / charactersPerTurn).toBeGreaterThan(20);
  });
});

function nested(depth: number): string {
  return '<A>'.repeat(depth) + '</A>'.repeat(depth);
}

function comments(length: number): string {
  return `<!--${x(993)}-->`.repeat(Math.ceil(length / 1000));
}
