import { describe, expect, it } from 'vitest';
import { openCsvFile } from '../../../src/modules/customers/import/csv-file.ts';

/** Reads the file in pieces of each size, which must make no difference. */
async function read(content: Buffer) {
  const sizes = Array.from({ length: content.length }, (_, index) => index + 1);
  const readings = await Promise.all(sizes.map((size) => readIn(content, size)));
  for (const reading of readings) expect(reading).toEqual(readings[0]);
  return readings[0];
}

async function readIn(content: Buffer, size: number) {
  const open = async function* open() {
    for (let start = 0; start < content.length; start += size) yield content.subarray(start, start + size);
  };
  try {
    const { encoding, lines } = await openCsvFile(open, (firstLine) => firstLine);
    const rows = [];
    for await (const found of lines) {
      rows.push([found.line, 'cells' in found ? Object.values(found.cells).join('|') : found.problem]);
    }
    return { encoding, rows };
  } catch (error) {
    return (error as Error).message;
  }
}

/** Text whose letters stand for bytes. */
const bytes = (text: string): Buffer => Buffer.from(text, 'latin1');
const utf8 = (text: string): string => Buffer.from(text).toString('latin1');

describe('the encoding of a CSV file', () => {
  it.each([
    ['one line among those of UTF-8', `client;nom\nA;${utf8('Hélène')}\nB;L\xe9a\nC;${utf8('Zoé')}\n`, 3],
    ['one before those of UTF-8', `client;nom\nB;L\xe9a\nA;${utf8('Hélène')}\n`, 2],
    ['lines of Mac OS 9', `client;nom\rA;${utf8('Hélène')}\rB;L\xe9a\r`, 3],
    ['lines of Windows', `client;nom\r\n\r\nA;${utf8('Hélène')}\r\nB;L\xe9a\r\n`, 4],
    ['both in one line', `client;nom\nA;${utf8('Hélène')} L\xe9a\n`, 2],
    ['a mark of UTF-8 at its beginning', `${utf8('\uFEFF')}client;nom\nA;Luc\nB;L\xe9a\n`, 3],
    ['a letter that is cut off at its end', `client;nom\nA;${utf8('Zoé')}\nB;${utf8('Zoé').slice(0, -1)}`, 3],
    ['Greek', `client;nom\nA;${utf8('Ελένη')}\nB;L\xe9a\n`, 3],
    ['Polish', `client;nom\nA;${utf8('Michał')}\nB;L\xe9a\n`, 3],
    ['a typographic apostrophe', `client;nom\nA;${utf8('L’Or')}\nB;L\xe9a\n`, 3],
  ])('is refused where it is both: %s', async (_name, content, line) => {
    expect(await read(bytes(content))).toBe(
      `line ${line} cannot be read: it is not UTF-8, and the rest of the file is`,
    );
  });

  it('is Windows-1252 also where signs follow capitals, which makes UTF-8 by chance', async () => {
    // É’, É and a blank that does not break, Ù…, Ü»: each is a letter of UTF-8.
    const content = 'client;nom\nA;CAF\xc9\x92S\nB;\xab CAF\xc9\xa0\xbb\nC;O\xd9\x85\nD;MEN\xdc\xbb\nE;Zo\xe9\n';
    expect(await read(bytes(content))).toEqual({
      encoding: 'Windows-1252',
      rows: [
        [2, 'A|CAFÉ’S'],
        [3, 'B|« CAFÉ\u00a0»'],
        [4, 'C|OÙ…'],
        [5, 'D|MENÜ»'],
        [6, 'E|Zoé'],
      ],
    });
  });
});

describe('the lines of a CSV file', () => {
  const rows = [
    [2, 'A|Luc'],
    [3, 'B|Zoé'],
  ];

  it.each([
    ['the first line ends otherwise', 'client;nom\r\nA;Luc\nB;Zoé\n'],
    ['the others end otherwise', 'client;nom\nA;Luc\r\nB;Zoé\r\n'],
    ['all end as on Mac OS 9', 'client;nom\rA;Luc\rB;Zoé\r'],
    ['a spreadsheet adds empty rows', 'client;nom\nA;Luc\nB;Zoé\n;\n; ;\n"";\n;;;;\n'],
  ])('are read where %s', async (_name, content) => {
    expect(await read(Buffer.from(content))).toEqual({ encoding: 'UTF-8', rows });
  });

  it('keep the line breaks between quotation marks, and a single \\r that ends no line', async () => {
    const { rows: found } = (await read(Buffer.from('client;nom\r\nA;"Luc\nLe\r\nRoy"\nB;Zo\ré\n'))) as never;
    expect(found).toMatchObject([
      [expect.any(Number), 'A|Luc\nLe\r\nRoy'],
      [expect.any(Number), 'B|Zo\ré'],
    ]);
  });

  it.each([
    'sep=;\r\nclient;nom\r\nA;Luc, Zoé\r\n',
    '\uFEFFsep=|\nclient|nom\nA|Luc, Zoé\n',
    'SEP=,\nclient,nom\nA,"Luc, Zoé"\n',
    '"sep=\t"\nclient\tnom\nA\tLuc, Zoé\n',
  ])('begin after a first one that names the separator: %j', async (content) => {
    expect(await read(Buffer.from(content))).toEqual({ encoding: 'UTF-8', rows: [[3, 'A|Luc, Zoé']] });
  });

  it('are named by their number after empty rows', async () => {
    expect(await read(Buffer.from('sep=;\nclient;nom\n;\n\nA;Luc;x\n'))).toEqual({
      encoding: 'UTF-8',
      rows: [[5, 'has 3 cells, and the first line names 2 columns.']],
    });
  });
});
