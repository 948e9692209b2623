import { cp, readFile, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { TroubleKind } from './trouble.ts';

/** Faults that are planted into a copy of the source, to see that the rig finds them. The source itself has no switch. */

export type PlantedFault = {
  readonly what: string;
  /** Where the fault shows. */
  readonly store: 'sqlite' | 'postgres';
  /** Where only one way of dying brings it to light, all die in that way. */
  readonly onlyKill?: TroubleKind;
  /** Initiations a second at which it shows, where the usual rate is too fast for that. */
  readonly perSecond?: number;
  readonly edits: readonly Edit[];
};
type Edit = { readonly file: string; readonly from: string; readonly to: string };

export const plantedFaults: Readonly<Record<string, PlantedFault>> = {
  'answer-before-commit': {
    what: 'requests are answered, and committed a moment later',
    store: 'sqlite',
    onlyKill: 'KILL_GATEWAY',
    edits: [
      {
        file: 'store/sqlite/group-commit.ts',
        from: "      if (connection.isInTransaction()) connection.run({ sql: 'ROLLBACK', parameters: [] });\n      connection.run(",
        to: '      if (!connection.isInTransaction()) connection.run(',
      },
      {
        file: 'store/sqlite/group-commit.ts',
        from: '    else commit(connection);\n',
        to: '    else globalThis.setTimeout(() => connection.isInTransaction() && commit(connection), 60);\n',
      },
    ],
  },
  'no-full-sync': {
    what: 'SQLite does not sync each commit (synchronous = NORMAL)',
    store: 'sqlite',
    onlyKill: 'CUT_POWER',
    edits: [
      {
        file: 'store/sqlite/connection.ts',
        from: "set: 'FULL', expected: 2 }",
        to: "set: 'NORMAL', expected: 1 }",
      },
    ],
  },
  'news-before-it-is-stored': {
    what: "a bank's message is answered with 200, and stored a moment later",
    store: 'sqlite',
    onlyKill: 'KILL_GATEWAY',
    // Slow enough that banks send messages between the kills, on a busy machine too.
    perSecond: 30,
    edits: [
      {
        file: 'modules/payments/notifications/receive-notification.ts',
        from: `  await services.store.transact((transaction) => transaction.insertNotification(stored));
  try {
    return { id, outcome: await processNotification(services, stored, reading) };
  } catch (fault) {
    return { id, outcome: stored.outcome, fault };
  }`,
        to: `  const keep = async () => {
    await services.store.transact((transaction) => transaction.insertNotification(stored));
    await processNotification(services, stored, reading);
  };
  setTimeout(() => void keep().catch(() => undefined), 3_000);
  return { id: stored.id, outcome: stored.outcome };`,
      },
    ],
  },
  'no-unique-key': {
    what: 'the unique index over idempotency keys is missing',
    store: 'postgres',
    edits: [
      {
        file: 'store/migrations/0001-payments.ts',
        from: "    .addPrimaryKeyConstraint('idempotency_keys_pk', ['scope', 'key'])\n",
        to: '',
      },
    ],
  },
  'no-version-check': {
    what: 'a payment is changed whatever its version, and events take the next free place',
    store: 'postgres',
    // Slow enough that a customer pays within the half second that it takes to cancel the payment.
    perSecond: 30,
    edits: [
      {
        file: 'modules/payments/store/queries.ts',
        from: ".where('version', '=', row.expectedVersion)",
        to: ".where('version', '>=', sql.lit(0))",
      },
      {
        file: 'modules/payments/store/writes.ts',
        from: '      const row = rowOfPaymentChange(change);\n',
        to: '      await new Promise((resolve) => setTimeout(resolve, 500));\n      const row = rowOfPaymentChange(change);\n',
      },
      {
        file: 'modules/payments/store/writes.ts',
        from: 'chainedRow(event, sequence, last ?? null)',
        to: 'chainedRow(event, (last?.sequence ?? 0) + 1, last ?? null)',
      },
    ],
  },
  'refund-sent-again': {
    what: 'an operation whose answer was lost is sent to the bank once more',
    store: 'sqlite',
    edits: [
      {
        file: 'modules/payments/operations/execute-operation.ts',
        from: '  const answer = await perform(services, claimed.sending);\n',
        to: `  const first = await perform(services, claimed.sending);
  const answer = first.outcome === 'UNKNOWN' ? await perform(services, claimed.sending) : first;\n`,
      },
    ],
  },
  'webhook-tried-once': {
    what: 'a webhook that fails once is given up',
    store: 'sqlite',
    edits: [
      {
        file: 'modules/webhooks/deliver-webhook.ts',
        from: "const isOver = isDelivered || answer.outcome === 'GONE';",
        to: 'const isOver = true;',
      },
    ],
  },
  'nobody-asks': {
    what: 'the resolver does not ask about payments of which no news came',
    store: 'sqlite',
    edits: [
      { file: 'modules/payments/inquiry/worker.ts', from: '      await pollUnconfirmedPayments(resolving);\n', to: '' },
    ],
  },
};

/** Answers the folder of the copy's source. */
export async function copyWithFault(name: string, folder: string): Promise<string> {
  const fault = plantedFaults[name];
  if (!fault) throw new Error(`there is no fault ${name}; there are ${Object.keys(plantedFaults).join(', ')}`);
  const root = path.resolve(import.meta.dirname, '..');
  const copy = path.join(folder, 'broken');
  await cp(path.join(root, 'src'), path.join(copy, 'src'), { recursive: true });
  await cp(path.join(root, 'package.json'), path.join(copy, 'package.json'));
  await symlink(path.join(root, 'node_modules'), path.join(copy, 'node_modules'));
  for (const { file, from, to } of fault.edits) {
    const place = path.join(copy, 'src', file);
    const text = await readFile(place, 'utf8');
    if (text.split(from).length !== 2) throw new Error(`${name}: ${file} does not hold once: ${from}`);
    await writeFile(
      place,
      text.replace(from, () => to),
    );
  }
  return path.join(copy, 'src');
}
