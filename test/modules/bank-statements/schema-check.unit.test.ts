import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { createSchemaCheck } from '../../../src/modules/bank-statements/files/check-schema.ts';
import { temporaryFolder } from '../../support/open-for.ts';

/** The check of a whole file against a schema: in a thread, which is no burden for others. */

const folder = temporaryFolder('schema-check');
beforeAll(async () => {
  const type =
    '<xs:complexType><xs:sequence><xs:element name="A" type="xs:int" maxOccurs="unbounded"/></xs:sequence></xs:complexType>';
  await writeFile(
    path.join(folder, 'camt.053.001.08.xsd'),
    `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:element name="Document">${type}</xs:element></xs:schema>`,
  );
  await writeFile(path.join(folder, 'broken.xsd'), '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:x/>');
});

const document = (content: string): Buffer => Buffer.from(`<Document><A>1</A>\n${content}</Document>`);
const check = (content: string, version = 'camt.053.001.08') => createSchemaCheck(folder)(version, document(content));

describe('a file', () => {
  it('that the schema allows passes', async () => {
    expect(await check('<A>2</A>')).toBeNull();
  });

  it.each([
    ['an element', '<B>SECRET</B>', 'B'],
    ['a value', '<A>SECRET</A>', 'A'],
  ])('with %s that it does not allow is refused with line and element alone', async (_what, content, name) => {
    const refusal = await check(content);
    expect(refusal?.message).toBe(`Line 2, ${name}: it is not what the schema of the message allows`);
  });

  it('that is no XML for the validator is refused with its line', async () => {
    const refusal = await check('<A>SECRET</B>');
    expect(refusal?.message).toBe('Line 2: the schema cannot be checked: the XML or its encoding is not read');
  });

  it('of a version without a schema passes', async () => {
    expect(await check('<B/>', 'camt.054.001.08')).toBeNull();
  });

  it('whose schema is broken is neither refused nor taken: the operator has to look', async () => {
    await expect(check('', 'broken')).rejects.toThrow();
  });

  it('that is made of faults costs no more than its first one', async () => {
    const refusal = await check('<A/>'.repeat(500_000));
    expect(refusal?.message).toBe('Line 2, A: it is not what the schema of the message allows');
  });
});

describe('a message in an envelope', () => {
  const header = '<AppHdr xmlns="urn:head"><BizMsgIdr>1</BizMsgIdr></AppHdr>';
  const inEnvelope = (message: string, open = '<BizMsg>'): Buffer =>
    Buffer.from(`<?xml version="1.0"?>\n${open}\n${header}\n${message}\n</${/\w[\w:]*/.exec(open)?.[0]}>`);
  const checked = (bytes: Buffer, version = 'camt.053.001.08') => createSchemaCheck(folder)(version, bytes);

  it('passes, although the schema knows no envelope', async () => {
    expect(await checked(inEnvelope('<Document><A>1</A></Document>'))).toBeNull();
  });

  it('is refused with its line in the whole file', async () => {
    const refusal = await checked(inEnvelope('<Document><A>1</A>\n<B>SECRET</B></Document>'));
    expect(refusal?.message).toBe('Line 5, B: it is not what the schema of the message allows');
  });

  it('keeps a namespace that the envelope declares', async () => {
    await writeFile(
      path.join(folder, 'spaced.xsd'),
      '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:m" elementFormDefault="qualified"><xs:element name="Document"><xs:complexType><xs:sequence><xs:element name="A" type="xs:int"/></xs:sequence></xs:complexType></xs:element></xs:schema>',
    );
    const spaced = (content: string) =>
      checked(inEnvelope(`<m:Document><m:A>${content}</m:A></m:Document>`, '<BizMsg xmlns:m="urn:m">'), 'spaced');
    expect(await spaced('1')).toBeNull();
    expect((await spaced('x'))?.message).toBe('Line 4, A: it is not what the schema of the message allows');
    const byDefault = inEnvelope('<Document><A>1</A></Document>', '<BizMsg xmlns="urn:m">');
    expect(await checked(byDefault, 'spaced')).toBeNull();
  });
});

it('other requests are served while a file is checked', async () => {
  let isChecking = true;
  let turns = 0;
  const others = (async () => {
    for (; isChecking; turns++) await setImmediate();
  })();
  expect(await check('<A>1</A>'.repeat(100_000))).toBeNull();
  isChecking = false;
  await others;
  // A check in this thread takes a few turns, for what it loads.
  expect(turns).toBeGreaterThan(100);
});

it('a check that takes too long refuses the file, and the next file is checked', async () => {
  const hurried = createSchemaCheck(folder, { heapMegabytes: 128, timeoutMs: 1 });
  const [refusal, next] = await Promise.all([hurried('camt.053.001.08', document('')), check('<B/>')]);
  expect(refusal?.message).toBe('the check against the schema was broken off: it took longer than 0.001 seconds');
  expect(next?.message).toContain('it is not what the schema of the message allows');
});
