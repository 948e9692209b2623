import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { readXmlApart } from '../../src/sandbox/house-bank/messages/read-apart.ts';
import { readXml } from '../../src/sandbox/house-bank/messages/read-xml.ts';
import { temporaryFolder } from '../support/open-for.ts';

/** A large file is read in a thread, and does not hold up the gateway that the sandbox stands beside. */

const schema = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:iso:test.001" elementFormDefault="qualified">
  <xs:element name="Document"><xs:complexType><xs:sequence>
    <xs:element name="Amt" type="xs:integer" maxOccurs="unbounded"/>
  </xs:sequence></xs:complexType></xs:element>
</xs:schema>`;
const fileOf = (amount: string, count: number): Buffer =>
  Buffer.from(`<Document xmlns="urn:iso:test.001">${`<Amt>${amount}</Amt>\n`.repeat(count)}</Document>`);

const folder = temporaryFolder('large');
beforeAll(async () => {
  await writeFile(path.join(folder, 'test.001.xsd'), schema);
});

describe.each([
  ['at once', 10],
  ['in a thread', 10_000],
])('a file that is read %s', (_name, count) => {
  it('gives its elements', async () => {
    const bytes = fileOf('12', count);
    const message = await readXmlApart(bytes, folder);
    expect(message).toEqual(await readXml(bytes, folder));
    expect(message.root.children).toHaveLength(count);
  });

  it.each([
    ['full of faults', () => fileOf('a', count), 'the schema does not allow it'],
    ['that is cut off', () => fileOf('12', count).subarray(0, -3), 'the XML is not well-formed'],
    ['that is in no UTF-8', () => Buffer.concat([fileOf('12', count), Buffer.from([0xff])]), 'not in UTF-8'],
  ])('is refused where it is %s', async (_what, make, words) => {
    await expect(readXmlApart(make(), folder)).rejects.toMatchObject({
      fault: { code: 'FF01', words: { en: expect.stringContaining(words) } },
    });
  });
});

it('the event loop turns while a large file is read', async () => {
  const turned = vi.fn();
  const timer = setInterval(turned, 1);
  await readXmlApart(fileOf('12', 50_000), folder);
  clearInterval(timer);
  expect(turned.mock.calls.length).toBeGreaterThan(1);
});

it('a file that takes longer than it may is refused', async () => {
  const limits = { timeoutMs: 0, heapMegabytes: 512 };
  await expect(readXmlApart(fileOf('12', 50_000), folder, limits)).rejects.toMatchObject({
    fault: { words: { en: 'the file takes too much to check' } },
  });
});
