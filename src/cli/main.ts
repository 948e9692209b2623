import { randomBytes } from 'node:crypto';
import { createCliServices, explainLegacyRequest } from '../app/cli-services.ts';
import { openStore } from '../app/store.ts';
import { createWebhookSending } from '../app/webhook-sending.ts';
import { payboxPublicKey } from '../providers/paybox/messages.ts';
import { openDatabaseTools } from '../store/open-store.ts';
import { runCommandLine } from './command-line.ts';

/** A reader may close the pipe early (`… | head`). The work goes on to its end, without output. */
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
}

/** `npm run gateway -- …` */
process.exitCode = await runCommandLine(process.argv.slice(2), {
  environment: process.env,
  platformKeys: [payboxPublicKey],
  openStore,
  openDatabaseTools,
  openWebhookSending: createWebhookSending,
  createServices: createCliServices,
  explain: explainLegacyRequest,
  clock: Date.now,
  randomBytes,
  write: (text) => void process.stdout.write(text),
  complain: (text) => void process.stderr.write(text),
});
