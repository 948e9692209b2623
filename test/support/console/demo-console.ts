import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import type { ExampleReceiver } from '../../../src/app/example-receiver.ts';
import { exampleWebhookOf } from '../../../src/config/development.ts';
import type { WebhookEndpoint } from '../../../src/modules/webhooks/webhook.ts';
import { programArguments } from '../process.ts';
import { type OpenConsole, openConsole } from './open-console.ts';

const endpoint = exampleWebhookOf({ deployment: 'development', clients: [] });

/** The demo's webhooks went there. It has ended, and its messages stay in the list. */
const seenAt = (seen: WebhookEndpoint): ExampleReceiver => ({
  ...{ endpoint: seen, isListening: () => false, wasSeen: () => true, close: () => undefined },
});

/** The console on what `npm run demo` makes: some weeks that end today. */
export async function openDemoConsole(days: number): Promise<OpenConsole> {
  const folder = await mkdtemp(path.join(tmpdir(), 'reglement-demo-console-'));
  const leave = (): Promise<void> => rm(folder, { recursive: true, force: true });
  try {
    const databaseUrl = `sqlite:${path.join(folder, 'demo.sqlite')}`;
    const demo = [...programArguments('examples/demo/demo.ts'), '--database', databaseUrl, '--days', String(days)];
    await promisify(execFile)(process.execPath, ['--disable-warning=ExperimentalWarning', ...demo], { cwd: folder });
    const opened = await openConsole({ databaseUrl, ...(endpoint && { exampleReceiver: seenAt(endpoint) }) });
    return { ...opened, close: () => opened.close().then(leave) };
  } catch (error) {
    await leave();
    throw error;
  }
}
