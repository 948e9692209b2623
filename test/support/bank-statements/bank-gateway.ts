import { mkdir, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { creditorReference } from '../../../src/kernel/sepa/creditor-reference.ts';
import type { InitiatePaymentInput } from '../../generated/graphql.ts';
import { startGateway, type TestGateway } from '../gateway.ts';
import { initiated } from '../requests.ts';
import { writtenStatement } from './written-files.ts';

/** A gateway that watches the folder `inbox`, and looks for the bank's schemas in its own. */
export async function startBankGateway(): Promise<TestGateway> {
  const folder = await mkdtemp(path.join(tmpdir(), 'reglement-bank-'));
  const inbox = path.join(folder, 'inbox');
  await mkdir(inbox);
  return startGateway({ folder, config: { bankFiles: { folder: inbox, maximumMegabytes: 1, schemaFolder: folder } } });
}

/** A transfer of 123.45 that the gateway waits for. */
export async function awaitedTransfer(
  gateway: TestGateway,
  headers: Record<string, string> = {},
  change: Partial<InitiatePaymentInput> = {},
) {
  const { payment } = await initiated(
    gateway,
    { paymentTarget: 'MILLIET', paymentType: 'SEPA', amount: 12_345, ...change },
    headers,
  );
  return { ...payment, creditorReference: creditorReference(payment.reference) };
}

/** A statement of one transfer with this text. */
export const transferOf = (amount: string, text: string, bankReference = 'B1'): string =>
  writtenStatement({
    id: `S-${bankReference}`,
    entries: [{ amount, bankReference, details: [{ amount, texts: [text] }] }],
  });

/** A small schema of our own: what it is about is the check, not the message. */
export const schemaWith = (element: string) => `<?xml version="1.0"?>
<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08" elementFormDefault="qualified">
<xs:element name="Document"><xs:complexType><xs:sequence><xs:element name="${element}" type="xs:anyType"/></xs:sequence></xs:complexType></xs:element></xs:schema>`;
