import { createServer } from 'node:http';
import express from 'express';
import { isLoopback } from '../src/config/networks.ts';
import { createSandboxCalls } from '../src/http/outgoing/sandbox-calls.ts';
import { createLanguageOf } from '../src/kernel/locale/language.ts';
import { createSandbox } from '../src/sandbox/sandbox.ts';
import type { SandboxOptions } from '../src/sandbox/sandbox-options.ts';

/** The banks' simulators as a program of their own, at the end of a real wire: they outlive gateways, and are killed too. */

export type SimulatorsSettings = Pick<SandboxOptions, 'dataFolder' | 'payboxShops' | 'labanquepostaleShops'> & {
  readonly port: number;
};
export type SimulatorsReady = { readonly payboxPublicKeyPem: string };

const { port, ...settings }: SimulatorsSettings = JSON.parse(process.argv[2] ?? '{}');
const sandbox = await createSandbox({
  ...settings,
  // Transfers and direct debits of a run do not go through the company's own bank.
  houseBank: { accounts: () => [], schemaFolder: () => null, ways: { bankFilesUrl: '', folder: () => null } },
  clock: () => Date.now(),
  languageOf: createLanguageOf('fr'),
  calls: createSandboxCalls({ ownUrl: 'http://127.0.0.1', mayCall: isLoopback }),
  log: () => undefined,
  notificationTimeoutMs: 10_000,
});
const app = express().disable('x-powered-by').disable('etag');
app.get('/health/ready', (_request, response) => void response.end());
app.use('/sandbox', await sandbox.openRouter());
createServer(app).listen(port, '127.0.0.1', () => {
  process.send?.({ payboxPublicKeyPem: sandbox.payboxPublicKeyPem } satisfies SimulatorsReady);
});
