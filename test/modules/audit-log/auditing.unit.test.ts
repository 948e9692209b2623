import { expect, it } from 'vitest';
import type { AuditEntry, AuditWrites } from '../../../src/kernel/audit/audit-entry.ts';
import { anonymous } from '../../../src/kernel/caller.ts';
import { createIdentifiers } from '../../../src/kernel/identifiers.ts';
import { auditedStore } from '../../../src/modules/audit-log/auditing.ts';

const id = (prefix: string): string => `${prefix}_${'0'.repeat(32)}`;

type Writes = AuditWrites & Record<string, (...input: unknown[]) => Promise<unknown>>;

it.each([
  ['the row that is made', [['insertMandate', { id: id('mdt') }]], [id('mdt')]],
  [
    'what is made, and not the webhook that tells of it',
    [
      ['insertMessage', { id: id('msg') }],
      ['insertDirectDebitBatch', { id: id('bat') }],
    ],
    [id('bat')],
  ],
  ['nothing while the bytes of a file arrive', [['insertBankFilePart', id('bkf'), 0]], []],
  [
    'the file that they are of',
    [
      ['moveBankFileParts', id('bkf'), id('bkf')],
      ['insertBankFile', { id: id('bkf') }],
    ],
    [id('bkf')],
  ],
  ['nothing where a key was claimed alone', [['claimKey', 'a']], []],
  [
    'nothing where a lease was taken and given back',
    [
      ['claimLease', { name: 'a' }],
      ['releaseLease', 'a', 'b'],
    ],
    [],
  ],
] as const)('an entry names %s', async (_text, writes, objects) => {
  const entries: AuditEntry[] = [];
  const transaction = new Proxy(
    { insertAuditEntry: async (entry: AuditEntry) => void entries.push(entry) },
    { get: (target, name) => Reflect.get(target, name) ?? (async () => true) },
  ) as unknown as Writes;
  const inner = { transact: <Result>(work: (given: Writes) => Promise<Result>) => work(transaction) };
  const services = { clock: () => 0, identifiers: createIdentifiers(() => 0) };
  const { store } = auditedStore(services, inner, {
    caller: anonymous,
    facts: (created) => ({ action: 'act', object: created }),
  });
  await store.transact(async (given) => {
    for (const [name, ...input] of writes) await given[name]?.(...input);
  });
  expect(entries.map(({ object }) => object)).toEqual(objects);
});
