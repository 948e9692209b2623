import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import express, { type Router } from 'express';
import { isLoopback } from '../../../src/config/networks.ts';
import { createSandboxCalls } from '../../../src/http/outgoing/sandbox-calls.ts';
import { createLanguageOf } from '../../../src/kernel/locale/language.ts';
import { createSandbox, type Sandbox } from '../../../src/sandbox/sandbox.ts';
import type { SandboxOptions } from '../../../src/sandbox/sandbox-options.ts';
import { serving } from '../http/serving.ts';

export type Fields = readonly (readonly [string, string])[];

/** A server-to-server message as the shop got it: nothing decoded. */
export type Received = { method: string; path: string; query: string; body: string; contentType: string };

export const payboxShop = {
  site: '1999888',
  rang: '032',
  identifiant: '110647233',
  hmacKeyHex: '0123456789ABCDEF'.repeat(8),
  name: 'J. Milliet BBC',
};
/** A contract of production: its authorisation numbers look real. The platform's key is that of the test contract. */
export const payboxLiveShop = {
  ...{ site: '1234567', rang: '01', identifiant: '222222222', hmacKeyHex: 'FEDCBA9876543210'.repeat(8) },
  ...{ name: 'J. Milliet BBC', isProduction: true },
};
export const scelliusShop = {
  siteId: '12345678',
  name: 'BCASH Chapelle & Cie',
  keys: { TEST: 'A1b2C3d4E5f6G7h8', PRODUCTION: '8h7G6f5E4d3C2b1A' },
  passwords: { TEST: 'testpassword_A1b2', PRODUCTION: 'prodpassword_8h7G' },
};

/** The examples of the IBAN registry and of the ICS documentation, no real identifiers. */
export const houseAccount = { iban: 'FR1420041010050500013M02606', bic: 'PSSTFRPPPAR', ics: ['FR72ZZZ123456'] };

export type RunningSandbox = {
  readonly url: string;
  /** Origin of the shop, which answers 200 unless `answerWith` says otherwise. */
  readonly shop: string;
  readonly received: Received[];
  readonly logged: { event: string; [key: string]: unknown }[];
  readonly folder: string;
  publicKeyPem(): string;
  /** Milliseconds since the epoch; the simulators' clock stands still. */
  now: number;
  answerWith(responder: (request: IncomingMessage, response: ServerResponse) => void): void;
  /** Ends the simulators and starts them anew on the same folder, with these options too. */
  restart(more?: Partial<SandboxOptions>): Promise<void>;
  /** Sends an urlencoded form without following redirects. */
  post(address: string, fields: Fields | string, headers?: Record<string, string>): Promise<Response>;
  get(address: string, headers?: Record<string, string>): Promise<Response>;
  /** Presses a button of a session's page. */
  press(session: string, action: string, entry?: Readonly<Record<string, string>>): Promise<Response>;
  close(): Promise<void>;
};

export async function runSandbox(options: Partial<SandboxOptions> = {}): Promise<RunningSandbox> {
  const folder = await mkdtemp(path.join(tmpdir(), 'sandbox-'));
  const received: Received[] = [];
  const logged: RunningSandbox['logged'] = [];
  let respond = (_request: IncomingMessage, response: ServerResponse): void => void response.end();
  const receive = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = await buffer(request);
    const [path = '', query = ''] = (request.url ?? '').split('?');
    const contentType = request.headers['content-type'] ?? '';
    const method = request.method ?? '';
    received.push({ method, path, query, body: body.toString('latin1'), contentType });
    respond(request, response);
  };
  const shop = createServer((request, response) => void receive(request, response));
  const atShop = await serving(shop);
  const shopUrl = atShop.url;
  let sandbox: Sandbox;
  let router: Router;
  const bank = createServer(express().use('/sandbox', (request, response, next) => router(request, response, next)));
  const atBank = await serving(bank);
  const start = async (more: Partial<SandboxOptions> = {}): Promise<void> => {
    sandbox = await createSandbox({
      dataFolder: path.join(folder, 'simulators'),
      payboxShops: [payboxShop, payboxLiveShop],
      labanquepostaleShops: [scelliusShop],
      houseBank: {
        accounts: () => [houseAccount],
        schemaFolder: () => process.env.XSD_DIR ?? null,
        ways: { bankFilesUrl: `${shopUrl}/bank-files`, folder: () => path.join(folder, 'watched') },
      },
      clock: () => running.now,
      languageOf: createLanguageOf('fr'),
      calls: createSandboxCalls({ ownUrl: shopUrl, mayCall: isLoopback }),
      log: (line) => logged.push(line),
      ...options,
      ...more,
    });
    router = await sandbox.openRouter();
  };
  const running: RunningSandbox = {
    url: `${atBank.url}/sandbox`,
    shop: shopUrl,
    received,
    logged,
    folder: path.join(folder, 'simulators'),
    publicKeyPem: () => sandbox.payboxPublicKeyPem,
    now: Date.parse('2026-11-25T10:20:30Z'),
    answerWith: (responder) => {
      respond = responder;
    },
    restart: async (more) => {
      await sandbox.close();
      await start(more);
    },
    ...{ post, get },
    press: (session, action, entry = {}) => post(session, [...Object.entries(entry), ['action', action]]),
    close: async () => {
      await sandbox.close();
      for (const { close } of [atShop, atBank]) await close();
      await rm(folder, { recursive: true, force: true });
    },
  };
  await start();
  return running;
}

const post: RunningSandbox['post'] = (address, fields, headers = {}) =>
  fetch(address, {
    method: 'POST',
    redirect: 'manual',
    headers: { 'Content-Type': 'application/x-www-form-urlencoded', ...headers },
    body:
      typeof fields === 'string'
        ? fields
        : new URLSearchParams(fields.map(([name, value]) => [name, value])).toString(),
  });

const get: RunningSandbox['get'] = (address, headers = {}) => fetch(address, { redirect: 'manual', headers });

/** The fields of a form: `null` leaves one out, `''` sends it empty. */
export const formFields = (fields: Readonly<Record<string, string | null>>): Fields =>
  Object.entries(fields).flatMap(([name, value]) => (value === null ? [] : [[name, value] as const]));

/** Where a 303 leads, as an absolute address. */
export function whereTo(response: Response): string {
  if (response.status !== 303) throw new Error(`expected a redirect, got ${response.status}`);
  return new URL(response.headers.get('location') ?? '', response.url).href;
}
