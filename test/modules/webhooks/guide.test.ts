import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import { Webhook } from 'standardwebhooks';
import { expect, test } from 'vitest';
import { pingType, webhookBody, webhookEventType } from '../../../src/modules/webhooks/webhook.ts';
import { retryDelaysMs } from '../../../src/modules/webhooks/webhook-schedule.ts';
import { newSecret } from '../../support/webhooks/receiver.ts';

const root = path.resolve(import.meta.dirname, '../../..');

test('the documentation has every type, the schedule, and a message that is one', async () => {
  const vocabulary = await readFile(path.join(root, 'docs/reference/vocabulary.md'), 'utf8');
  const guide = await readFile(path.join(root, 'docs/reference/webhooks.md'), 'utf8');
  const documented = [...vocabulary.matchAll(/^\| `([a-z_]+\.[a-z_]+)` \| \S/gm)].map(([, type]) => type);
  expect(documented).toEqual([...webhookEventType.names, pingType]);
  const [, body = ''] = /\n\n(\{"id"[\s\S]*?\}\})\n```/.exec(guide) ?? [];
  expect(webhookBody.parse(JSON.parse(body)).type).toBe('payment.paid');
  const unit = (ms: number): string =>
    ms >= 3_600_000 ? `${ms / 3_600_000} h` : ms >= 60_000 ? `${ms / 60_000} min` : `${ms / 1000} s`;
  expect(guide).toContain(`| at once | ${retryDelaysMs.map(unit).join(' | ')} |`);
});

test('the example receiver takes what is signed, once, and refuses the rest', async () => {
  const secret = newSecret();
  const clientSources = pathToFileURL(path.join(root, 'examples/client-sources.ts')).href;
  const program = path.join(root, 'examples/webhook-receiver/server.ts');
  using child = spawn(process.execPath, ['--import', clientSources, program], {
    env: { PATH: process.env.PATH, WEBHOOK_SECRET: secret, PORT: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const url = String((await lines.next()).value).replace('listening on ', '');
  const send = async (id: string, data: object, key = secret): Promise<number> => {
    const body = JSON.stringify({ id, type: 'payment.paid', data });
    const at = new Date();
    const headers = {
      'webhook-id': id,
      'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
      'webhook-signature': new Webhook(key).sign(id, at, body),
    };
    return (await fetch(url, { method: 'POST', body, headers })).status;
  };
  const paid = { payment_id: 'pay_1', status: 'PAID', sequence: 3 };
  expect(await send('msg_1', paid, newSecret())).toBe(401);
  expect(await send('msg_1', paid)).toBe(204);
  expect(await send('msg_1', paid)).toBe(204);
  expect(await send('msg_0', { ...paid, status: 'PENDING', sequence: 2 })).toBe(204);
  expect(await send('msg_2', { ...paid, status: 'REFUNDED', sequence: 4 })).toBe(204);
  expect([(await lines.next()).value, (await lines.next()).value]).toEqual([
    'payment.paid: pay_1 is PAID',
    'payment.paid: pay_1 is REFUNDED',
  ]);
});
