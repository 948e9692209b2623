import { mkdir, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { contentTypeOf, writeDocument } from './documents.ts';
import type { Delivery } from './files.ts';
import type { CompanyAccount } from './messages/check-message.ts';
import type { State } from './state.ts';

export type DeliveryWay = Delivery['way'];

export type WaysToCompany = {
  /** The company's upload address for bank files. */
  readonly bankFilesUrl: string;
  /** The folder that the company watches, null where it watches none. */
  readonly folder: () => string | null;
};

export type Delivering = {
  readonly state: State;
  readonly accounts: readonly CompanyAccount[];
  readonly ways: WaysToCompany;
  readonly way: DeliveryWay;
  /** The upload's credentials at the company's door; null where it asks for none. */
  readonly authorization: string | null;
};

const timeoutMs = 60_000;

/** Hands documents over, one after the other, and records how each was taken. */
export async function deliverDocuments(parts: Delivering, names: readonly string[]): Promise<readonly Delivery[]> {
  const done: Delivery[] = [];
  for (const name of names) {
    const bytes = writeDocument(parts.state, parts.accounts, name);
    const handed = bytes === null ? failed('there is no such document') : await hand(parts, name, bytes);
    const delivery = { document: name, way: parts.way, day: parts.state.day() ?? '', ...handed };
    parts.state.insertDelivery(delivery);
    done.push(delivery);
  }
  return done;
}

type Handed = Pick<Delivery, 'delivered' | 'answer'>;
const failed = (answer: string): Handed => ({ delivered: false, answer });

async function hand({ ways, way, authorization }: Delivering, name: string, bytes: Buffer): Promise<Handed> {
  try {
    return way === 'UPLOAD'
      ? await upload(ways.bankFilesUrl, authorization, name, bytes)
      : await putInto(ways.folder(), name, bytes);
  } catch (error) {
    // A code alone: the text of an error may hold an address.
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    return failed(cause instanceof Error && 'code' in cause ? String(cause.code) : 'it could not be handed over');
  }
}

/** A busy gateway is tried again, after the time that it names. */
const triesAtMost = 5;

async function upload(
  url: string,
  authorization: string | null,
  name: string,
  bytes: Buffer,
  tries = 1,
): Promise<Handed> {
  const response = await fetch(`${url}?name=${encodeURIComponent(name)}`, {
    method: 'POST',
    redirect: 'manual',
    headers: { 'Content-Type': contentTypeOf(name), ...(authorization && { Authorization: authorization }) },
    body: new Uint8Array(bytes),
    signal: AbortSignal.timeout(timeoutMs),
  });
  await response.arrayBuffer();
  const retryAfter = Number(response.headers.get('Retry-After'));
  if (response.status === 503 && retryAfter > 0 && tries < triesAtMost) {
    await setTimeout(retryAfter * 1000);
    return upload(url, authorization, name, bytes, tries + 1);
  }
  return { delivered: response.ok, answer: `HTTP ${response.status}` };
}

/** Under another name first, so that a reader of the folder sees a whole file or none. */
async function putInto(folder: string | null, name: string, bytes: Buffer): Promise<Handed> {
  if (folder === null) return failed('the gateway watches no folder (bankFiles.folder)');
  await mkdir(folder, { recursive: true });
  const unfinished = path.join(folder, `.${name}.unfinished`);
  await writeFile(unfinished, bytes);
  await rename(unfinished, path.join(folder, name));
  return { delivered: true, answer: name };
}
