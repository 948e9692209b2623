import { fork } from 'node:child_process';
import { once } from 'node:events';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { buildDirectDebitFile } from '../src/bank-files/direct-debit-file.ts';
import { readConfig } from '../src/config/config.ts';
import { developmentSocietes } from '../src/config/development.ts';
import { anonymous } from '../src/domain/caller.ts';
import { creditorReference } from '../src/domain/creditor-reference.ts';
import { createIdentifiers } from '../src/domain/identifiers.ts';
import { centsToDecimal } from '../src/domain/money.ts';
import { payboxPublicKey } from '../src/providers/paybox/messages.ts';
import { createServices } from '../src/services.ts';
import { openStore } from '../src/store/open-store.ts';
import { importBankFile } from '../src/use-cases/import-bank-file.ts';
import { exampleBatch, exampleDebit, iban } from '../test/bank-files/examples.ts';
import { initiate } from '../test/store/examples.ts';

/**
 * `npm run bench:bank-files [-- entries]`: how long a statement of 100,000 entries takes, and how much memory, against
 * one of a tenth; half of the entries pay an awaited transfer, half are exceptions. And a file of 10,000 debits. Each
 * is a process of its own, so that its peak is its own.
 */

const megabytes = (bytes: number): string => `${Math.round(bytes / 1024 / 1024)} MB`;
const figures = (seconds: number): string =>
  `${seconds.toFixed(1)} s, ${megabytes(process.resourceUsage().maxRSS * 1024)} at most`;

async function main(): Promise<void> {
  const [task, first = '', second = ''] = process.argv.slice(2);
  if (task === 'import') return importStatement(first, second);
  if (task === 'debits') return writeDebits();
  const entries = Number(task ?? 100_000);
  for (const count of [entries / 10, entries]) {
    const folder = await mkdtemp(path.join(tmpdir(), 'reglement-bench-'));
    try {
      const databaseUrl = `sqlite:${path.join(folder, 'payments.sqlite')}`;
      const file = path.join(folder, 'statement.xml');
      await prepare(databaseUrl, file, count);
      console.log(`${count} entries, ${megabytes((await stat(file)).size)}:`);
      await run('import', databaseUrl, file);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }
  await run('debits');
}

async function run(...task: string[]): Promise<void> {
  const child = fork(import.meta.filename, task, {
    execArgv: ['--disable-warning=ExperimentalWarning', '--max-old-space-size=96'],
  });
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error(`${task[0]} ended with ${code}`);
}

/** Payments for half of the entries, and the statement. */
async function prepare(databaseUrl: string, file: string, count: number): Promise<void> {
  const store = await openStore({ databaseUrl });
  await store.migrate();
  const transfer = { paymentTarget: 'MILLIET', flow: 'BANK_TRANSFER', mandate: null, payer: null } as const;
  const references: string[] = [];
  for (let done = 0; done < count / 2; done += 50) {
    const some = Array.from({ length: 50 }, () => initiate(store, { ...transfer, amountCents: 12_345 }));
    for (const { reference } of await Promise.all(some)) references.push(creditorReference(reference));
  }
  await store.close();
  await pipeline(linesOf(references, count), createWriteStream(file));
}

function* linesOf(references: readonly string[], count: number): Generator<string> {
  const balance = (code: string, cents: number) =>
    `<Bal><Tp><CdOrPrtry><Cd>${code}</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">${centsToDecimal(cents)}</Amt><CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>2026-11-25</Dt></Dt></Bal>`;
  yield '<?xml version="1.0" encoding="UTF-8"?>\n<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt>';
  yield '<GrpHdr><MsgId>BENCH</MsgId><CreDtTm>2026-11-25T20:00:00</CreDtTm></GrpHdr><Stmt><Id>S1</Id>';
  yield `<CreDtTm>2026-11-25T20:00:00</CreDtTm><Acct><Id><IBAN>${iban.company}</IBAN></Id><Ccy>EUR</Ccy></Acct>`;
  yield balance('OPBD', 0) + balance('CLBD', count * 12_345);
  for (let index = 0; index < count; index++) {
    const text = references[index / 2] ?? `VIREMENT SANS REFERENCE ${index}`;
    yield `\n<Ntry><Amt Ccy="EUR">123.45</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>2026-11-25</Dt></BookgDt><AcctSvcrRef>B${index}</AcctSvcrRef><BkTxCd><Domn><Cd>PMNT</Cd><Fmly><Cd>RCDT</Cd><SubFmlyCd>ESCT</SubFmlyCd></Fmly></Domn></BkTxCd><NtryDtls><TxDtls><Refs><EndToEndId>NOTPROVIDED</EndToEndId></Refs><Amt Ccy="EUR">123.45</Amt><CdtDbtInd>CRDT</CdtDbtInd><RltdPties><Dbtr><Pty><Nm>CLIENT ${index}</Nm></Pty></Dbtr></RltdPties><RmtInf><Ustrd>${text}</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>`;
  }
  yield '</Stmt></BkToCstmrStmt></Document>\n';
}

async function importStatement(databaseUrl: string, file: string): Promise<void> {
  const store = await openStore({ databaseUrl });
  const publicUrl = 'http://127.0.0.1:4000';
  const services = createServices({
    config: readConfig({}, [payboxPublicKey]),
    ...{ store, publicUrl, clock: Date.now, identifiers: createIdentifiers(Date.now), isDown: () => false },
    ...{ countInitiation: () => undefined, announceWebhooks: () => undefined },
    builtInSocietes: () => developmentSocietes(publicUrl, payboxPublicKey),
  });
  const startedAt = performance.now();
  const given = { name: 'statement.xml', source: 'COMMAND_LINE', bytes: createReadStream(file) } as const;
  const imported = await importBankFile(services, anonymous, given, {});
  const { status, counts } = imported.file;
  console.log(`  ${figures((performance.now() - startedAt) / 1000)}: ${status}, ${JSON.stringify(counts)}`);
  await services.closeWebhooks();
  await store.close();
}

function writeDebits(): void {
  const debits = Array.from({ length: 10_000 }, (_, index) => exampleDebit({ endToEndId: `E${index}` }));
  const batch = exampleBatch({ debits });
  const startedAt = performance.now();
  const { count, bytes } = buildDirectDebitFile(batch);
  console.log(`${count} debits, ${megabytes(bytes.length)}:`);
  console.log(`  ${figures((performance.now() - startedAt) / 1000)}`);
}

await main();
