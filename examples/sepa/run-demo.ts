import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { bankAt } from './bank.ts';
import { checkBank, checkBooks, checkExceptions, checkPayments } from './checks.ts';
import type { DemoOptions } from './demo.ts';
import { planOf } from './plan.ts';
import { type RunningGateway, runGateway } from './running-gateway.ts';
import {
  deliverOnceMore,
  firstDay,
  initiatePayments,
  instructBank,
  type Loop,
  passDays,
  sendBatches,
  tryWithoutMandate,
  welcomeCustomers,
} from './steps.ts';
import { cells, euros } from './table.ts';

/** Everything in a temporary folder. @returns the exit code */
export async function runDemo(options: DemoOptions): Promise<number> {
  const folder = await mkdtemp(path.join(tmpdir(), 'demo-sepa-'));
  const databaseUrl = options.database ?? `sqlite:${path.join(folder, 'payments.sqlite')}`;
  const schemaFolder = process.env.XSD_DIR ?? null;
  const gateway = await runGateway({ databaseUrl, folder, startsOn: firstDay, schemaFolder });
  try {
    return await run(gateway, folder, options);
  } finally {
    await gateway.close();
    if (options.keep) console.log(`\nKept: ${folder}`);
    else await rm(folder, { recursive: true, force: true });
  }
}

async function run(gateway: RunningGateway, folder: string, options: DemoOptions): Promise<number> {
  const { seed, customers, out } = options;
  const startedAt = performance.now();
  const say = (line: string): void => console.log(`  ${line}`);
  const plan = planOf({ seed, customers });
  const loop: Loop = { gateway, bank: bankAt(gateway.url), plan, say };
  console.log(`Règlement, the loop of SEPA: ${customers} customers, seed ${seed}, from ${firstDay}`);
  say(
    `a gateway at ${gateway.url} on ${gateway.databaseUrl.startsWith('sqlite:') ? 'SQLite' : 'PostgreSQL'}, and the simulator of its bank`,
  );
  console.log('\nBefore anything is due');
  const rums = await welcomeCustomers(loop);
  const payments = await initiatePayments(loop);
  const problems: string[] = [...(await tryWithoutMandate(loop))];
  console.log('\nTo the bank');
  await instructBank(loop, rums);
  const sent = await sendBatches(loop);
  console.log('\nThe days pass');
  problems.push(...(await passDays(loop, payments)));
  problems.push(...(await deliverOnceMore(loop)));
  await mkdir(out, { recursive: true });
  const found = await checkPayments(loop, payments);
  const exceptions = await checkExceptions(loop, payments);
  const books = await checkBooks(loop, payments, out);
  problems.push(...found.problems, ...exceptions.problems, ...books.problems);
  problems.push(...(await checkBank(loop, books.rows, exceptions.unmatchedCents)));
  if (options.keep) await keepFiles(loop, folder, sent);
  print(found, exceptions, books, problems, performance.now() - startedAt);
  return problems.length === 0 ? 0 : 1;
}

function print(
  { rows, suspended }: Awaited<ReturnType<typeof checkPayments>>,
  exceptions: Awaited<ReturnType<typeof checkExceptions>>,
  books: Awaited<ReturnType<typeof checkBooks>>,
  problems: readonly string[],
  tookMs: number,
): void {
  console.log('\nPayments');
  console.log(
    cells(
      ['what', 'ends', 'planned', 'found'],
      rows.map((it) => [it.what, it.expected, it.planned, it.found]),
    ),
  );
  console.log(`  ${suspended} mandates are suspended, for the account is closed (AC04)`);
  console.log('\nExceptions for a person, all of them planted');
  console.log(
    cells(
      ['kind', 'planned', 'found'],
      exceptions.rows.map((it) => [it.kind, it.planned, it.found]),
    ),
  );
  console.log('\nBooks, in euros');
  console.log(
    cells(
      ['société', 'debit', 'credit', 'at the bank', 'in suspense', 'lines', 'export in the layout of the FEC'],
      books.rows.map((it) => [
        ...[it.idSociete, euros(it.debitCents), euros(it.creditCents), euros(it.bankCents), euros(it.suspenseCents)],
        ...[it.fecLines, it.fecFile],
      ]),
    ),
  );
  const seconds = (tookMs / 1000).toFixed(1);
  if (problems.length === 0) console.log(`\nEverything ended as planned, in ${seconds} s.`);
  else console.error(`\nNot as planned, after ${seconds} s:\n${problems.map((it) => `  ${it}`).join('\n')}`);
}

/** To the bank and from it, in the version of today. */
async function keepFiles(
  { bank }: Loop,
  folder: string,
  sent: readonly { name: string; xml: string }[],
): Promise<void> {
  for (const name of ['to-the-bank', 'from-the-bank']) await mkdir(path.join(folder, name), { recursive: true });
  for (const { name, xml } of sent) await writeFile(path.join(folder, 'to-the-bank', name), xml);
  for (const { name } of await bank.documents('08')) {
    await writeFile(path.join(folder, 'from-the-bank', name), await bank.download(name));
  }
}
