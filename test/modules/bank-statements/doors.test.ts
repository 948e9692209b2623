import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { readConfig } from '../../../src/config/config.ts';
import { createSchemaCheck } from '../../../src/modules/bank-statements/files/check-schema.ts';
import {
  BankExceptionsDocument,
  BankFilesDocument,
  ImportBankFileDocument,
  ResolveBankExceptionDocument,
} from '../../generated/graphql.ts';
import { awaitedTransfer, startBankGateway, transferOf } from '../../support/bank-statements/bank-gateway.ts';
import { iban } from '../../support/bank-statements/examples.ts';
import { openForEach } from '../../support/open-for.ts';
import { startProduction, withKey } from '../../support/rights/clients.ts';
import { askGraphql } from '../../support/schema/ask-graphql.ts';

const gateway = openForEach(startBankGateway);
const awaited = () => awaitedTransfer(gateway);
const statusOf = async (id: string) => (await gateway.store.paymentById(id))?.status;

describe('by GraphQL, a file of the bank', () => {
  const importFile = async (content: string, name = 'releve.xml') =>
    (await gateway.send(ImportBankFileDocument, { input: { name, content } })).data?.importBankFile;

  it('is imported as text and as base64, and known again', async () => {
    const payment = await awaited();
    const file = transferOf('123.45', payment.creditorReference);
    expect(await importFile(file, '../../etc/releve "1".xml')).toMatchObject({
      repeated: false,
      bankFile: {
        ...{ name: 'releve _1_.xml', status: 'IMPORTED', format: 'CAMT_053', version: 'camt.053.001.08' },
        ...{ idSociete: '1', runMode: 'TEST', applied: 1, exceptions: 0, reason: null },
      },
    });
    expect(await statusOf(payment.id)).toBe('PAID');
    expect(await importFile(Buffer.from(file).toString('base64'))).toMatchObject({ repeated: true });
  });

  it('is refused with its place, and stays as evidence', async () => {
    const result = await importFile(transferOf('1.00', 'x').replace('<Document', '<!DOCTYPE a><Document'));
    expect(result).toMatchObject({
      bankFile: { status: 'REFUSED', reason: 'Line 2: a document type (DOCTYPE) is refused' },
    });
  });

  it.each([
    ['is neither XML nor base64', 'ceci n’est pas un fichier'],
    ['is text that declares another encoding', transferOf('1.00', 'x').replace('UTF-8', 'ISO-8859-15')],
    ['is empty', ''],
  ])('is not taken where it %s', async (_why, content) => {
    expect(await importFile(content)).toMatchObject({ code: 'INVALID_INPUT', path: ['content'] });
    expect((await gateway.send(BankFilesDocument, {})).data?.bankFiles.edges).toEqual([]);
  });

  it('leaves exceptions that are listed with suggestions and resolved by name', async () => {
    const payment = await awaited();
    await importFile(transferOf('123.45', 'SANS REFERENCE'));
    const list = async () =>
      (await gateway.send(BankExceptionsDocument, { filter: { status: 'OPEN' } })).data?.bankExceptions.edges;
    const [edge] = (await list()) ?? [];
    expect(edge?.node).toMatchObject({
      ...{ kind: 'UNMATCHED_CREDIT', idSociete: '1', remittance: 'SANS REFERENCE', amount: { cents: 12_345 } },
      isInSuspense: true,
      ...{ bankFile: { name: 'releve.xml' }, suggestions: [{ id: payment.id }] },
    });
    const { data } = await gateway.send(ResolveBankExceptionDocument, {
      input: { id: edge?.node.id ?? '', resolution: 'ASSIGNED', payment: payment.id, reason: 'confirmé par le client' },
    });
    expect(data?.resolveBankException).toMatchObject({
      exception: { status: 'RESOLVED', resolvedBy: 'anonymous' },
      payment: { id: payment.id, status: 'PAID' },
    });
    expect(await list()).toEqual([]);
  });

  it('that contradicts another one is shown with both payments, and with who brought the other file', async () => {
    const [forged, genuine] = [await awaited(), await awaited()];
    await importFile(transferOf('123.45', forged.creditorReference));
    await importFile(transferOf('123.45', genuine.creditorReference));
    const list = await gateway.send(BankExceptionsDocument, { filter: { kind: 'SAME_REFERENCE' } });
    expect(list.data?.bankExceptions.edges.map(({ node }) => node)).toMatchObject([
      {
        ...{ payment: { id: genuine.id }, countedPayment: { id: forged.id }, differsIn: ['PAYMENT', 'TEXT'] },
        countedBankFile: { source: 'GRAPHQL', receivedBy: 'anonymous' },
      },
    ]);
    const id = list.data?.bankExceptions.edges[0]?.node.id ?? '';
    const input = { id, resolution: 'ASSIGNED', payment: genuine.id, reason: 'la banque confirme' } as const;
    await gateway.send(ResolveBankExceptionDocument, { input: { ...input, takeBackCounted: true } });
    expect([await statusOf(forged.id), await statusOf(genuine.id)]).toEqual(['RETURNED', 'PAID']);
  });

  it('is listed page by page, newest first', async () => {
    for (const name of ['a', 'b', 'c']) await importFile(transferOf('1.00', name, name), `${name}.xml`);
    const page = async (after?: string | null) =>
      (await gateway.send(BankFilesDocument, { first: 2, ...(after && { after }) })).data?.bankFiles;
    const first = await page();
    expect(first?.edges.map(({ node }) => node.name)).toEqual(['c.xml', 'b.xml']);
    expect((await page(first?.pageInfo.endCursor))?.edges.map(({ node }) => node.name)).toEqual(['a.xml']);
  });
});

describe('by upload, a file of the bank', () => {
  it('that is broken off leaves no trace, and is no fault of ours', async () => {
    using database = new DatabaseSync(path.join(gateway.folder, 'payments.sqlite'), { readOnly: true });
    const parts = () => Number(database.prepare('select count(*) as parts from bank_file_parts').get()?.parts);
    const brokenOff = () => gateway.logs.filter(({ aborted }) => aborted === true).length;
    const send = async (bytes: number) => {
      const headers = { 'Content-Type': 'application/xml', 'Content-Length': 900_000, Expect: '100-continue' };
      const sending = request(`${gateway.url}/bank-files?name=releve.xml`, { method: 'POST', headers });
      sending.on('error', () => undefined).flushHeaders();
      await once(sending, 'continue');
      sending.write(Buffer.alloc(bytes, 'x'));
      return sending;
    };
    // Before the first part is stored, and after.
    (await send(1_000)).destroy();
    await expect.poll(brokenOff).toBe(1);
    const later = await send(600_000);
    await expect.poll(parts).toBeGreaterThan(0);
    later.destroy();
    await expect.poll(brokenOff).toBe(2);
    await expect.poll(parts).toBe(0);
    expect(gateway.logs.filter(({ level }) => Number(level) >= 40)).toEqual([]);
  });

  const upload = async (body: string | Buffer, init: RequestInit = {}) => {
    const response = await gateway.get('/bank-files?name=releve.xml', {
      method: 'POST',
      headers: { 'Content-Type': 'application/xml' },
      body: typeof body === 'string' ? body : new Uint8Array(body),
      ...init,
    });
    return { status: response.status, body: (await response.json()) as Record<string, unknown> };
  };

  it('that brings a part of a transfer changes what its customer sees, as it happens', async () => {
    const { id, creditorReference } = await awaited();
    const token = (await gateway.store.paymentById(id))?.token;
    const leaving = new AbortController();
    const stream = await gateway.get(`/pay/${token}/events`, { signal: leaving.signal });
    const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader();
    const next = async () => /"sequence":\d+/.exec((await reader?.read())?.value ?? '')?.[0];
    expect(await next()).toBe('"sequence":1');
    await upload(transferOf('100.00', creditorReference));
    expect(await next()).toBe('"sequence":2');
    leaving.abort();
    const page = await (await gateway.get(`/pay/${token}`, { headers: { 'Accept-Language': 'en' } })).text();
    expect(page).toMatch(/data-status="REQUIRES_ACTION" data-version="2" data-due="2345"/);
    expect(page).toContain('We have received €100.00 of €123.45. This is what is left to transfer');
  });

  it('is imported, known again, and refused with its place', async () => {
    const payment = await awaited();
    const file = transferOf('123.45', payment.creditorReference);
    expect(await upload(file)).toMatchObject({
      status: 200,
      body: { status: 'IMPORTED', applied: 1, cameBefore: false },
    });
    expect(await upload(file)).toMatchObject({ status: 200, body: { cameBefore: true } });
    expect(await statusOf(payment.id)).toBe('PAID');
    expect(await upload(file.replace(iban.company, iban.germany))).toMatchObject({
      status: 422,
      body: { status: 'REFUSED', reason: expect.stringMatching(/^Line \d+, Stmt: the account is of no société/) },
    });
  });

  it('that brings a part of a transfer leaves the customer the rest to pay, under the same reference', async () => {
    const payment = await awaited();
    await upload(transferOf('100.00', payment.creditorReference));
    const query = `{ payment(id: "${payment.id}") { status nextAction { ... on BankTransferAction { reference amount { cents } } } } }`;
    expect((await askGraphql(gateway, query)).data).toMatchObject({
      payment: {
        status: 'REQUIRES_ACTION',
        nextAction: { reference: payment.creditorReference, amount: { cents: 2345 } },
      },
    });
    const path = new URL(payment.paymentUrl ?? '').pathname;
    const page = await (await gateway.get(path, { headers: { 'Accept-Language': 'en' } })).text();
    expect(page).toContain('We have received €100.00 of €123.45');
    expect(page).toMatch(/id="amount">€23\.45</);
    expect(page).toMatch(/We await your transfer until \d+ \w+ \d{4}\./);
    await upload(transferOf('23.45', payment.creditorReference, 'B2'));
    expect(await statusOf(payment.id)).toBe('PAID');
  });

  it('keeps the bytes as they came', async () => {
    const file = transferOf('1.00', 'été').replace('UTF-8', 'ISO-8859-15');
    const { body } = await upload(Buffer.from(file, 'latin1'));
    const part = await gateway.store.bankFilePart(String(body.id), 0);
    expect(Buffer.from(part ?? '').equals(Buffer.from(file, 'latin1'))).toBe(true);
    expect(gateway.logs.find(({ msg }) => msg === 'a file of a bank came')?.request).toMatch(/^req_/);
  });

  it('is turned away where it is too large, of a foreign form, compressed, or sent otherwise', async () => {
    const large = Buffer.alloc(1024 * 1024 + 1, ' ');
    expect((await upload(large)).status).toBe(413);
    const inPieces = new ReadableStream({
      start: (controller) => {
        for (let piece = 0; piece < 20; piece++) controller.enqueue(new Uint8Array(100_000));
        controller.close();
      },
    });
    const init = { body: inPieces, duplex: 'half' } as RequestInit;
    expect((await upload('', init).catch(() => ({ status: 400 }))).status).toBe(400);
    expect((await upload('a', { headers: { 'Content-Type': 'text/plain' } })).status).toBe(415);
    expect(
      (await upload('a', { headers: { 'Content-Type': 'application/xml', 'Content-Encoding': 'gzip' } })).status,
    ).toBe(415);
    expect((await gateway.get('/bank-files')).status).toBe(405);
    expect(await gateway.store.bankFiles({ limit: 10, beforeId: null, visibleTo: null })).toEqual([]);
  });

  it('needs a key, and the scope', async () => {
    await using production = await startProduction();
    const send = async (headers: Record<string, string>) =>
      (
        await production.get('/bank-files', {
          method: 'POST',
          headers: { 'Content-Type': 'application/xml', ...headers },
          body: transferOf('1.00', 'x'),
        })
      ).status;

    expect([await send({}), await send(withKey('every-target'))]).toEqual([401, 403]);
    // In that config an account stands in TEST and in LIVE: it belongs to neither.
    expect(await send(withKey('booking'))).toBe(422);
  });
});

/** A small one of our own: what it is about is the check, not the message. */
const schema = (element: string) => `<?xml version="1.0"?>
<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08" elementFormDefault="qualified">
<xs:element name="Document"><xs:complexType><xs:sequence><xs:element name="${element}" type="xs:anyType"/></xs:sequence></xs:complexType></xs:element></xs:schema>`;

describe('a schema', () => {
  it('in the folder of the config decides too, and names element and line alone', async () => {
    const send = async (text: string) => {
      const input = { name: 'a.xml', content: transferOf('1.00', text, text) };
      const { data } = await gateway.send(ImportBankFileDocument, { input });
      return data?.importBankFile;
    };
    await writeFile(path.join(gateway.folder, 'camt.053.001.08.xsd'), schema('Another'));
    expect(await send('SECRET')).toMatchObject({
      bankFile: { status: 'REFUSED', reason: 'Line 2, BkToCstmrStmt: it is not what the schema of the message allows' },
    });
    await writeFile(path.join(gateway.folder, 'camt.053.001.08.xsd'), schema('BkToCstmrStmt'));
    expect(await send('OTHER')).toMatchObject({ bankFile: { status: 'IMPORTED' } });
  });
});

it('a schema that cannot be checked refuses the file, with the place', async () => {
  await writeFile(
    path.join(gateway.folder, 'pain.002.001.10.xsd'),
    '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"/>',
  );
  const refusal = await createSchemaCheck(gateway.folder)(
    'pain.002.001.10',
    Buffer.from('<Document>\n<A>SECRET</B></Document>'),
  );
  expect(refusal).toMatchObject({
    message: 'Line 2: the schema cannot be checked: the XML or its encoding is not read',
  });
});

it('the settings of files are known to the config, and wrong ones named', () => {
  expect(readConfig({}).bankFiles).toEqual({ folder: null, maximumMegabytes: 256, schemaFolder: null });
});
