import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import { createCliServices } from '../../src/app/cli-services.ts';
import { openStore } from '../../src/app/store.ts';
import { runCommandLine } from '../../src/cli/command-line.ts';
import {
  BalanceDocument,
  OpenExceptionsDocument,
  type OpenExceptionsQuery,
  PaymentStateDocument,
} from '../generated/graphql.ts';
import { endOfTransfer, societes } from './plan.ts';
import type { RunningGateway } from './running-gateway.ts';
import { type Loop, type PlacedPayment, returnFeeCents } from './steps.ts';

/** So many payments that were to end so, and did. */
export type PaymentRow = {
  readonly what: string;
  readonly expected: string;
  readonly planned: number;
  readonly found: number;
};
export type ExceptionRow = { readonly kind: string; readonly planned: number; readonly found: number };
export type BooksRow = {
  readonly idSociete: string;
  readonly debitCents: number;
  readonly creditCents: number;
  /** What the books say is on the bank account. */
  readonly bankCents: number;
  /** Money that came in and matches no payment yet. */
  readonly suspenseCents: number;
  readonly fecFile: string;
  readonly fecLines: number;
};

export async function checkPayments(
  { gateway }: Loop,
  payments: readonly PlacedPayment[],
): Promise<{ readonly rows: readonly PaymentRow[]; readonly suspended: number; readonly problems: readonly string[] }> {
  const problems: string[] = [];
  const counts = new Map<string, { planned: number; found: number; expected: string }>();
  let suspended = 0;
  for (const { id, kind, fate, expected } of payments) {
    const { payment } = await gateway.execute(PaymentStateDocument, { id });
    const what = `${kind} ${fate}`;
    const row = counts.get(what) ?? { planned: 0, found: 0, expected };
    row.planned++;
    if (payment?.status === expected) row.found++;
    else problems.push(`payment ${id} (${what}) is ${payment?.status} and not ${expected}`);
    counts.set(what, row);
    const isSuspended = payment?.directDebit?.mandate?.status === 'SUSPENDED';
    // AC04: the account is closed, so that the mandate cannot be used again without a look.
    if (isSuspended !== (fate === 'REJECTED'))
      problems.push(`the mandate of payment ${id} (${what}) is in another state`);
    if (isSuspended) suspended++;
  }
  const rows = [...counts].map(([what, row]) => ({ what, ...row })).toSorted((a, b) => (a.what < b.what ? -1 : 1));
  return { rows, suspended, problems };
}

/** Those that are open, against those that were planted. */
export async function checkExceptions({ gateway }: Loop, payments: readonly PlacedPayment[]) {
  const planned: string[] = payments.flatMap(({ kind, customer }) =>
    kind === 'TRANSFER' ? (endOfTransfer[customer.transfer.fate].exception ?? []) : [],
  );
  const found: string[] = [];
  let unmatchedCents = 0;
  for (let after: string | null = null; ; ) {
    const page: OpenExceptionsQuery = await gateway.execute(OpenExceptionsDocument, { first: 100, after });
    const { bankExceptions } = page;
    for (const { node } of bankExceptions.edges) {
      found.push(node.kind);
      if (node.kind === 'UNMATCHED_CREDIT') unmatchedCents += node.amount.cents;
    }
    if (!bankExceptions.pageInfo.hasNextPage) break;
    after = bankExceptions.pageInfo.endCursor ?? null;
  }
  const count = (all: readonly string[], kind: string): number => all.filter((one) => one === kind).length;
  const rows = [...new Set([...planned, ...found])]
    .toSorted()
    .map((kind): ExceptionRow => ({ kind, planned: count(planned, kind), found: count(found, kind) }));
  const problems = rows.flatMap(({ kind, planned: want, found: have }) =>
    want === have ? [] : [`${have} exceptions ${kind} and not ${want}`],
  );
  return { rows, unmatchedCents, problems };
}

const exercise = { year: '2026', from: '2026-01-01', to: '2026-12-31' } as const;
/** The accounts of the built-in sociétés. */
const [bankAccount, suspenseAccount] = ['512100', '471000'];

/** Every debit its credit, and on the account in the books what is on the account at the bank. */
export async function checkBooks(loop: Loop, payments: readonly PlacedPayment[], folder: string) {
  const { gateway } = loop;
  const problems: string[] = [];
  const rows: BooksRow[] = [];
  await gateway.runWorker('journal');
  for (const idSociete of societes) {
    const { from, to } = exercise;
    const { trialBalance } = await gateway.execute(BalanceDocument, { idSociete, from, to });
    if (trialBalance.__typename !== 'TrialBalance') throw new Error(`no trial balance: ${trialBalance.message}`);
    const balanceOf = (number: string): number =>
      trialBalance.accounts.find(({ account }) => account === number)?.balance.cents ?? 0;
    const [bankCents, suspenseCents] = [balanceOf(bankAccount), -balanceOf(suspenseAccount)];
    const unknown = expectedSuspenseCents(payments, idSociete);
    const expected = expectedBankCents(payments, idSociete) + unknown;
    if (bankCents !== expected)
      problems.push(`société ${idSociete}: ${bankCents} cents on ${bankAccount}, not ${expected}`);
    if (suspenseCents !== unknown)
      problems.push(`société ${idSociete}: ${suspenseCents} cents on ${suspenseAccount}, not ${unknown}`);
    if (!trialBalance.isComplete) problems.push(`société ${idSociete}: entries wait for their number`);
    const fecFile = path.join(folder, `societe-${idSociete}-fec-${exercise.year}.txt`);
    await runCommand(gateway, ['journal', 'check', '--societe', idSociete, '--mode', 'TEST']);
    await runCommand(gateway, [
      ...['journal', 'export', '--societe', idSociete, '--mode', 'TEST', '--exercise', exercise.year, '--out', fecFile],
    ]);
    const [debitCents, creditCents] = [trialBalance.debit.cents, trialBalance.credit.cents];
    const fec = await readFec(fecFile);
    if (debitCents !== creditCents || fec.debitCents !== debitCents || fec.creditCents !== creditCents) {
      problems.push(`société ${idSociete}: the books or their export do not balance`);
    }
    rows.push({ idSociete, debitCents, creditCents, bankCents, suspenseCents, fecFile, fecLines: fec.lines });
  }
  return { rows, problems };
}

/** The money at the bank, over all accounts; and in suspense the credits that match no payment yet. */
export async function checkBank({ bank }: Loop, books: readonly BooksRow[], unmatchedCents: number): Promise<string[]> {
  const { accounts } = await bank.day();
  const atBank = accounts.reduce((sum, { balanceCents }) => sum + balanceCents, 0);
  const inBooks = books.reduce((sum, { bankCents }) => sum + bankCents, 0);
  const inSuspense = books.reduce((sum, { suspenseCents }) => sum + suspenseCents, 0);
  return [
    ...(atBank === inBooks ? [] : [`${atBank} cents at the bank, ${inBooks} in the books`]),
    ...(unmatchedCents === inSuspense ? [] : [`${unmatchedCents} cents are unmatched, ${inSuspense} in suspense`]),
  ];
}

const expectedSuspenseCents = (payments: readonly PlacedPayment[], idSociete: string): number =>
  payments
    .filter(({ kind, fate, customer }) => {
      return customer.idSociete === idSociete && kind === 'TRANSFER' && (fate === 'MISSING' || fate === 'WRONG');
    })
    .reduce((sum, { customer }) => sum + customer.transfer.amountCents, 0);

function expectedBankCents(payments: readonly PlacedPayment[], idSociete: string): number {
  return payments
    .filter(({ customer }) => customer.idSociete === idSociete)
    .reduce((sum, { kind, fate, expected, customer }) => {
      const { debit, transfer } = customer;
      if (kind === 'DEBIT') {
        return sum + (expected === 'PAID' ? debit.amountCents : 0) - (fate === 'RETURNED' ? returnFeeCents : 0);
      }
      if (kind === 'RECORDED') return sum;
      if (fate === 'UNDERPAID') return sum + transfer.amountCents - 300;
      if (fate === 'OVERPAID') return sum + transfer.amountCents + 500;
      if (fate === 'TWICE') return sum + 2 * transfer.amountCents;
      return sum + (expected === 'PAID' ? transfer.amountCents : 0);
    }, 0);
}

/** The command line of the gateway, on its database and at its time. */
async function runCommand(gateway: RunningGateway, args: readonly string[]): Promise<void> {
  const complaints: string[] = [];
  const code = await runCommandLine(args, {
    environment: { DATABASE_URL: gateway.databaseUrl },
    openStore,
    createServices: createCliServices,
    clock: gateway.now,
    randomBytes,
    write: () => undefined,
    complain: (text) => void complaints.push(text),
  });
  if (code !== 0) throw new Error(`gateway ${args.join(' ')} ended with ${code}: ${complaints.join('')}`);
}

/** As an accounting program reads it. */
async function readFec(file: string) {
  const rows: Record<string, string>[] = parse(await readFile(file, 'utf8'), {
    ...{ delimiter: '\t', columns: true, quote: false, record_delimiter: '\r\n' },
  });
  const sum = (column: string): number =>
    rows.reduce((total, row) => total + Number((row[column] ?? '').replace(',', '')), 0);
  return { lines: rows.length, debitCents: sum('Debit'), creditCents: sum('Credit') };
}
