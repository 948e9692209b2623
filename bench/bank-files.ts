import { fork } from 'node:child_process';
import { once } from 'node:events';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtempDisposable, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { GatewayServices } from '../src/app/services.ts';
import { openStore } from '../src/app/store.ts';
import { anonymous } from '../src/kernel/caller.ts';
import { centsToDecimal } from '../src/kernel/money.ts';
import { creditorReference } from '../src/kernel/sepa/creditor-reference.ts';
import { addDays, parisDateOf } from '../src/kernel/sepa/target-calendar.ts';
import { importBankFile } from '../src/modules/bank-statements/import/import-bank-file.ts';
import { createDirectDebitBatch } from '../src/modules/direct-debits/batches/create-batch.ts';
import { maximumDebits } from '../src/modules/direct-debits/batches/plan-batch.ts';
import { iban } from '../test/support/bank-statements/examples.ts';
import { initiate } from '../test/support/store/examples.ts';
import { servicesOver } from '../test/support/store/services.ts';
import { prepareDebits } from './prepare-debits.ts';
import { readOptions } from './read-options.ts';

/**
 * `npm run bench:bank-files [-- entries]`: how long a statement of 100,000 entries takes, and how much memory, against
 * one of a tenth; half of the entries pay an awaited transfer, half are exceptions. Then a batch of 10,000 direct debits
 * that are due, each under a mandate of its own, and the statement that books its block in one sum. Each is a process of
 * its own, so that its peak is its own.
 */

const usage =
  'npm run bench:bank-files -- [entries]\nA tenth of the entries first, then all of them: 100000 when left out.';

function entriesIn([entries = '100000', ...others]: readonly string[]): number {
  if (/^[1-9]\d*0$/.test(entries) && others.length === 0) return Number(entries);
  throw new Error('entries must be one number, a multiple of ten');
}

const megabytes = (bytes: number): string => `${Math.round(bytes / 1024 / 1024)} MB`;
/** CPU is what a busy machine does not stretch. */
function figures(seconds: number): string {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  const cpu = ((userCPUTime + systemCPUTime) / 1e6).toFixed(1);
  return `${seconds.toFixed(1)} s, CPU ${cpu} s, ${megabytes(maxRSS * 1024)} at most`;
}

async function main(): Promise<void> {
  const [task, first = '', second = ''] = process.argv.slice(2);
  if (task === 'import') return importStatement(first, second);
  if (task === 'batch') return makeBatch(first, second);
  await measure(readOptions(usage, {}, (_values, words) => entriesIn(words)));
}

async function measure(entries: number): Promise<void> {
  for (const count of [entries / 10, entries]) {
    await inFolder(async (folder, databaseUrl) => {
      const file = path.join(folder, 'statement.xml');
      await prepare(databaseUrl, file, count);
      console.log(`${count} entries, ${megabytes((await stat(file)).size)}:`);
      await run('import', databaseUrl, file);
    });
  }
  await inFolder(async (folder, databaseUrl) => {
    const file = path.join(folder, 'block.xml');
    await prepareDebits(databaseUrl);
    console.log(`${maximumDebits} direct debits that are due:`);
    await run('batch', databaseUrl, file);
    console.log('their block, booked in one sum:');
    await run('import', databaseUrl, file);
  });
}

async function inFolder(work: (folder: string, databaseUrl: string) => Promise<void>): Promise<void> {
  await using folder = await mkdtempDisposable(path.join(tmpdir(), 'reglement-bench-'));
  await work(folder.path, `sqlite:${path.join(folder.path, 'payments.sqlite')}`);
}

async function run(...task: string[]): Promise<void> {
  const child = fork(import.meta.filename, task, {
    execArgv: ['--disable-warning=ExperimentalWarning', '--max-old-space-size=256'],
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
  await withServices(databaseUrl, async (services) => {
    const startedAt = performance.now();
    const given = { name: 'statement.xml', source: 'COMMAND_LINE', bytes: createReadStream(file) } as const;
    const imported = await importBankFile(services, anonymous, given, {});
    const { status, counts } = imported.file;
    console.log(`  ${figures((performance.now() - startedAt) / 1000)}: ${status}, ${JSON.stringify(counts)}`);
  });
}

/** The batch, and the statement that pays its block. */
async function makeBatch(databaseUrl: string, statement: string): Promise<void> {
  await withServices(databaseUrl, async (services) => {
    const startedAt = performance.now();
    const input = { idSociete: '1', runMode: 'TEST', cutOff: addDays(parisDateOf(Date.now()), 12) };
    const { batches, heldBack } = await createDirectDebitBatch(services, anonymous, input);
    const taken = figures((performance.now() - startedAt) / 1000);
    const [batch] = batches;
    if (batch?.debits !== maximumDebits) throw new Error(`not all debits were taken: ${JSON.stringify(heldBack[0])}`);
    console.log(`  ${taken}: one file of ${megabytes(batch.fileBytes)}, ${batch.debits} payments SUBMITTED`);
    await writeFile(statement, [...blockStatement(`${batch.messageId}-1`, batch.totalCents)].join(''));
  });
}

function* blockStatement(block: string, cents: number): Generator<string> {
  yield '<?xml version="1.0" encoding="UTF-8"?>\n<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt>';
  yield '<GrpHdr><MsgId>BENCH-2</MsgId><CreDtTm>2026-11-25T20:00:00</CreDtTm></GrpHdr><Stmt><Id>S2</Id>';
  yield `<CreDtTm>2026-11-25T20:00:00</CreDtTm><Acct><Id><IBAN>${iban.company}</IBAN></Id><Ccy>EUR</Ccy></Acct>`;
  yield `<Ntry><Amt Ccy="EUR">${centsToDecimal(cents)}</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts>`;
  yield '<AcctSvcrRef>BLOCK</AcctSvcrRef><BkTxCd><Prtry><Cd>SDD</Cd></Prtry></BkTxCd>';
  yield `<NtryDtls><Btch><PmtInfId>${block}</PmtInfId></Btch></NtryDtls></Ntry></Stmt></BkToCstmrStmt></Document>\n`;
}

async function withServices(databaseUrl: string, work: (services: GatewayServices) => Promise<void>): Promise<void> {
  await using store = await openStore({ databaseUrl });
  const services = servicesOver(store);
  await work(services);
  await services.closeWebhooks();
}

await main();
