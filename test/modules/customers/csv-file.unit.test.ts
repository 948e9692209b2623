import { describe, expect, it } from 'vitest';
import { refusalIn } from '../../../src/html/refusals/refusal-in.ts';
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
    ['one line among those of UTF-8', `client;nom\nA;${utf8('Hélène')}\nB;L\xe9a\nC;${utf8('Zoé')}\n`, 3, 2],
    ['one before those of UTF-8', `client;nom\nB;L\xe9a\nA;${utf8('Hélène')}\n`, 2, 3],
    ['lines of Mac OS 9', `client;nom\rA;${utf8('Hélène')}\rB;L\xe9a\r`, 3, 2],
    ['lines of Windows', `client;nom\r\n\r\nA;${utf8('Hélène')}\r\nB;L\xe9a\r\n`, 4, 3],
    ['a mark of UTF-8 at its beginning', `${utf8('\uFEFF')}client;nom\nA;Luc\nB;L\xe9a\n`, 3, 1],
    ['a letter that is cut off at its end', `client;nom\nA;${utf8('Zoé')}\nB;${utf8('Zoé').slice(0, -1)}`, 3, 2],
    ['Greek', `client;nom\nA;${utf8('Ελένη')}\nB;L\xe9a\n`, 3, 2],
    ['Russian', `client;nom\nA;${utf8('Сергей')}\nB;L\xe9a\n`, 3, 2],
    ['Polish', `client;nom\nA;${utf8('Michał')}\nB;L\xe9a\n`, 3, 2],
    ['a typographic apostrophe', `client;nom\nA;${utf8('L’Or')}\nB;L\xe9a\n`, 3, 2],
    ['capitals', `client;nom\nA;${utf8('HÉLÈNE')}\nB;L\xe9a\n`, 3, 2],
  ])('is refused where it is both: %s', async (_name, content, line, other) => {
    const message = `line ${line} is not UTF-8, and line ${other} is: the file mixes two encodings`;
    expect(await read(bytes(content))).toBe(message);
    expect(refusalIn('fr', message)).toBe(
      `La ligne ${line} n’est pas en UTF-8, et la ligne ${other} l’est\u00a0: le fichier mélange deux codages.`,
    );
  });

  it.each([
    ['cells', `client;nom\nA;${utf8('Hélène')};L\xe9a\n`, 2],
    ['the mark at its beginning', `${utf8('\uFEFF')}client;pr\xe9nom\nA;Luc\n`, 1],
  ])('is refused where one line is both: %s', async (_name, content, line) => {
    const message = `line ${line} cannot be read: it is UTF-8 in part only`;
    expect(await read(bytes(content))).toBe(message);
    expect(refusalIn('fr', message)).toBe(
      `La ligne ${line} ne peut pas être lue\u00a0: elle n’est en UTF-8 qu’en partie.`,
    );
  });

  it.each([
    // Each of these ends makes a letter of UTF-8.
    ['CAF\xc9\x92S', 'CAFÉ’S'],
    ['\xab CAF\xc9\xa0\xbb', '« CAFÉ\u00a0»'],
    ['O\xd9\x85', 'OÙ…'],
    ['MEN\xdc\xbb', 'MENÜ»'],
    ['\xab\xa0LE THA\xcf\xa0\xbb', '«\u00a0LE THAÏ\u00a0»'],
    ['LE THA\xcf\xa0', 'LE THAÏ'],
    ['THA\xcf\x92S', 'THAÏ’S'],
    ['THA\xcf\x96WOK', 'THAÏ–WOK'],
    ['KANA\xd1\xa0\xbb', 'KANAÑ\u00a0»'],
    // In a line that is not UTF-8, so that they say nothing of the file.
    ['\x93SM\xc5\x94', '“SMÅ”'],
    ['Zo\xe9, ESPA\xd1\x85', 'Zoé, ESPAÑ…'],
    ['\xabMANH\xc3\xbb', '«MANHÃ»'],
  ])('is Windows-1252 also where signs follow capitals, which makes UTF-8 by chance: %j', async (written, name) => {
    expect(await read(bytes(`client;nom\nA;${written}\nB;Zo\xe9\n`))).toEqual({
      encoding: 'Windows-1252',
      rows: [
        [2, `A|${name}`],
        [3, 'B|Zoé'],
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

  it.each([
    ['\\r', '"client";"nom\nlong"\rA;Luc\rB;Zoé\r'],
    ['\\n', '"client";"nom\rlong"\nA;Luc\nB;Zoé\n'],
    ['\\r\\n', '"client";"nom\rlong, ou court"\r\nA;Luc\r\nB;Zoé\r\n'],
  ])('end with %s also where a name of a column has another line break', async (_end, content) => {
    const line = expect.any(Number);
    expect(await read(Buffer.from(content))).toMatchObject({
      rows: [
        [line, 'A|Luc'],
        [line, 'B|Zoé'],
      ],
    });
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
    'sep=; \r\nclient;nom\r\nA;Luc, Zoé\r\n',
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
