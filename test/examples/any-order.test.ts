import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bankAt } from '../../examples/sepa/bank.ts';
import { planOf } from '../../examples/sepa/plan.ts';
import { demoSocietes, runGateway } from '../../examples/sepa/running-gateway.ts';
import {
  firstDay,
  initiatePayments,
  instructBank,
  type Loop,
  type PlacedPayment,
  passDays,
  sendBatches,
  welcomeCustomers,
} from '../../examples/sepa/steps.ts';
import { createBooks } from '../../src/app/event-handlers.ts';
import type { GatewayServices } from '../../src/app/services.ts';
import { openStore, type Store } from '../../src/app/store.ts';
import { readConfig } from '../../src/config/config.ts';
import { anonymous } from '../../src/kernel/caller.ts';
import { rulesOf } from '../../src/kernel/merchant.ts';
import { checkJournal } from '../../src/modules/accounting/check-journal.ts';
import { continueBankFile } from '../../src/modules/bank-statements/import/continue-bank-file.ts';
import { importBankFile } from '../../src/modules/bank-statements/import/import-bank-file.ts';
import { inPieces } from '../support/bank-statements/read-pieces.ts';
import type { TestDatabase } from '../support/databases.ts';
import { drawnDatabases } from '../support/drawn-databases.ts';
import { someRuns } from '../support/sample.ts';
import { servicesOver } from '../support/store/services.ts';

/**
 * The files that the simulator of the bank wrote over a month, on the payments that they are about: each in both versions,
 * any number of times, in any order, with crashes between any two steps. The end is the one of the month as it was.
 */

const publicUrl = 'http://127.0.0.1:4000';
const lastDay = Date.parse('2026-12-24T09:00:00Z');
/** Enough for everything that can happen to a debit or a transfer. */
const customers = 22;

type Document = { readonly name: string; readonly xml: string };
/** By their names without the version, in the order in which the bank wrote them. */
type Documents = readonly { readonly v02: Document; readonly v08: Document }[];

type Month = {
  readonly start: TestDatabase;
  readonly documents: Documents;
  readonly payments: readonly PlacedPayment[];
};

/** Everything up to the bank's answers, and the answers; none of them has come in. */
async function monthOf(start: TestDatabase): Promise<Month> {
  const folder = await mkdtemp(path.join(tmpdir(), 'any-order-'));
  const gateway = await runGateway({ databaseUrl: start.databaseUrl, folder, startsOn: firstDay, schemaFolder: null });
  try {
    const plan = planOf({ seed: 5, customers });
    const loop: Loop = { gateway, bank: bankAt(gateway.url), plan, say: () => undefined };
    const rums = await welcomeCustomers(loop);
    const payments = await initiatePayments(loop);
    await instructBank(loop, rums);
    await sendBatches(loop);
    await passDays(loop, payments, { deliver: false });
    const [old, current] = [await loop.bank.documents('02'), await loop.bank.documents('08')];
    const download = async ({ name }: { name: string }) => ({ name, xml: await loop.bank.download(name) });
    const documents = [];
    for (const [index, one] of current.entries()) {
      documents.push({ v02: await download(old[index] ?? one), v08: await download(one) });
    }
    return { start, documents, payments };
  } finally {
    await gateway.close();
    await rm(folder, { recursive: true, force: true });
  }
}

function servicesOn(store: Store): GatewayServices {
  const config = { ...readConfig({}), societes: demoSocietes(publicUrl) };
  return servicesOver(store, { config, clock: () => lastDay });
}

const importing = async (services: GatewayServices, { name, xml }: Document) => {
  const bytes = inPieces(Buffer.from(xml));
  const { file } = await importBankFile(services, anonymous, { name, source: 'UPLOAD', bytes }, {});
  if (file.status === 'REFUSED') throw new Error(`${name} was refused: ${file.reason}`);
};

/** Every call of the store is counted; the one that is chosen, and all after it, fail, as when the process died. */
function dying(services: GatewayServices, callsLeft: number): GatewayServices {
  let left = callsLeft;
  const { store } = services;
  return Object.defineProperty({ ...services }, 'store', {
    value: {
      ...store,
      transact: (work: Parameters<GatewayServices['store']['transact']>[0]) =>
        left-- <= 0 ? Promise.reject(new Error('the process died')) : store.transact(work),
    },
  });
}

/**
 * A file that is cut short by a crash, and the lease of the process that died, which runs out.
 * @returns whether it died
 */
async function importAndDie(services: GatewayServices, document: Document, callsLeft: number): Promise<boolean> {
  const died = await importing(dying(services, callsLeft), document).then(
    () => false,
    (error: Error) => {
      if (error.message !== 'the process died') throw error;
      return true;
    },
  );
  const overdue = { name: 'bank-import', holder: '', now: Number.MAX_SAFE_INTEGER, until: 0 };
  await services.store.transact((transaction) => transaction.claimLease(overdue));
  return died;
}

/** What there is to see in the end: ids of entries and the order in which they were booked are left out. */
async function endOf(services: GatewayServices, payments: readonly PlacedPayment[]) {
  const { store } = services;
  const everything = { limit: 1000, beforeId: null, status: null, kind: null, societes: null } as const;
  const open = (await store.bankExceptions(everything)).filter(({ status }) => status === 'OPEN');
  const stories: Record<string, unknown> = {};
  for (const { id, kind } of payments) {
    const payment = await store.paymentById(id);
    const debit = await store.directDebitOf(id);
    const mandate = debit && (await store.mandateById(debit.mandateId));
    const balances = new Map<string, number>();
    for (const { lines } of await store.journalEntriesOf(id)) {
      for (const { account, debitCents, creditCents } of lines) {
        // Whether it came by way of suspense is a matter of what was known first.
        const came = account === suspenseAccount ? bankAccount : account;
        balances.set(came, (balances.get(came) ?? 0) + debitCents - creditCents);
      }
    }
    stories[id] = {
      ...{ status: payment?.status, debit: debit?.state, mandate: mandate?.status },
      // Of a block that was credited in one sum nothing is on the account of a debit alone.
      received: kind === 'TRANSFER' && (await store.transact((transaction) => transaction.receivedFor(id))),
      // A debit that came back before it was credited was never booked, which comes to the same.
      books: [...balances].filter(([, cents]) => cents !== 0).toSorted(),
    };
  }
  return {
    stories,
    exceptions: open
      .map(({ kind, amountCents, direction, paymentId }) => [kind, amountCents, direction, paymentId].join(' '))
      .toSorted(),
    accounts: await accountsOf(services),
    journal: await problemsOf(services),
  };
}

/** Of the built-in sociétés. */
const [bankAccount, suspenseAccount] = ['512100', '471000'];

/** What each account of each société comes to. */
async function accountsOf({ store }: GatewayServices) {
  const balances = new Map<string, number>();
  for (const idSociete of ['1', '3']) {
    for (let beforeId: string | null = null; ; ) {
      const page = await store.journalEntries({ idSociete, runMode: 'TEST', limit: 500, beforeId });
      for (const { account, debitCents, creditCents } of page.flatMap(({ lines }) => lines)) {
        const key = `${idSociete} ${account}`;
        balances.set(key, (balances.get(key) ?? 0) + debitCents - creditCents);
      }
      beforeId = page.at(-1)?.id ?? null;
      if (beforeId === null) break;
    }
  }
  return [...balances].filter(([, cents]) => cents !== 0).toSorted();
}

async function problemsOf(services: GatewayServices): Promise<readonly string[]> {
  const problems: string[] = [];
  for (const idSociete of ['1', '3']) {
    const books = { idSociete, runMode: 'TEST' } as const;
    const checking = { ...services, ...createBooks({ ...services, rulesOf: rulesOf(services) }) };
    const options = { books, booksMissing: false, onProgress: () => undefined };
    problems.push(...(await checkJournal(checking, options)).problems);
  }
  return problems;
}

describe.each(drawnDatabases())('the files of the bank ($name)', ({ name, open }) => {
  let month: Month;
  let expected: Awaited<ReturnType<typeof endOf>>;
  beforeAll(async () => {
    month = await monthOf(await open());
    expected = await onCopy(async (services) => {
      for (const { v08 } of month.documents) await importing(services, v08);
      return endOf(services, month.payments);
    });
  });
  afterAll(() => month.start.dispose());

  async function onCopy<Result>(work: (services: GatewayServices) => Promise<Result>): Promise<Result> {
    await using copy = await month.start.copy();
    await using store = await openStore({ databaseUrl: copy.databaseUrl });
    return await work(servicesOn(store));
  }

  it('end the month as it was planned', () => {
    expect(expected.journal).toEqual([]);
    for (const { id, kind, fate, expected: status } of month.payments) {
      expect([kind, fate, expected.stories[id]]).toEqual([kind, fate, expect.objectContaining({ status })]);
    }
  });

  it('come to the same end where the process dies at each step of each of them in turn', async () => {
    const { documents, payments } = month;
    let deaths = 0;
    const end = await onCopy(async (services) => {
      for (const { v08 } of documents) {
        for (let step = 0; await importAndDie(services, v08, step); step++) deaths++;
      }
      return endOf(services, payments);
    });
    expect(end).toEqual(expected);
    expect(deaths).toBeGreaterThan(2 * documents.length);
  });

  it('come to the same end in any order, each any number of times, with crashes', async () => {
    const { documents, payments } = month;
    const position = fc.nat(documents.length - 1);
    const version = fc.constantFrom('v02' as const, 'v08' as const);
    const before = fc.array(fc.record({ position, version, crash: fc.option(fc.nat(40)) }), { maxLength: 12 });
    const order = fc.shuffledSubarray([...documents.keys()], { minLength: documents.length });
    const versions = fc.array(version, { minLength: documents.length, maxLength: documents.length });
    await fc.assert(
      fc.asyncProperty(
        before,
        order,
        versions,
        fc.array(position, { maxLength: 8 }),
        async (first, then, in_, again) => {
          const end = await onCopy(async (services) => {
            for (const { position: at, version: as, crash } of first) {
              const document = documents[at]?.[as] as Document;
              if (crash === null) await importing(services, document);
              else await importAndDie(services, document, crash);
            }
            for (const [index, at] of then.entries())
              await importing(services, documents[at]?.[in_[index] ?? 'v08'] as Document);
            for (const at of again) await importing(services, documents[at]?.v02 as Document);
            for (const { id } of await services.store.unfinishedBankFiles('', 100))
              await continueBankFile(services, id);
            return endOf(services, payments);
          });
          expect(end).toEqual(expected);
        },
      ),
      someRuns(name === 'sqlite' ? 3 : 2),
    );
  }, 900_000);
});
