import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { writtenStatement } from '../support/bank-statements/written-files.ts';
import { commandOn } from '../support/cli/run-gateway.ts';
import { debited } from '../support/direct-debits/debit-requests.ts';
import { signed } from '../support/direct-debits/mandate-requests.ts';
import { startGateway } from '../support/gateway.ts';
import { openForGroup } from '../support/open-for.ts';

/** Each look at the clock is a second and more after the last one: whatever takes long says how far it is. */
describe('a command that takes long says how far it is,', () => {
  let cutOff: string;
  const gateway = openForGroup(() => startGateway());
  beforeAll(async () => {
    gateway.advance(Date.UTC(2026, 10, 25, 9) - gateway.now());
    await signed(gateway, { idClient: 'slow' });
    const id = await debited(gateway, { idClient: 'slow' });
    cutOff = (await gateway.store.directDebitOf(id))?.dueDate ?? '';
    await writeFile(
      path.join(gateway.folder, 'mandats.csv'),
      'client;rum;nom;iban;datesignature\nslow-2;SLOW-2;Café;FR7630006000011234567890189;15/01/2025\n',
    );
    const entries = Array.from({ length: 120 }, (_, index) => ({ amount: '1.00', bankReference: `B${index}` }));
    await writeFile(path.join(gateway.folder, 'releve.xml'), writtenStatement({ entries }));
  });

  async function complaintsOf(args: readonly string[]): Promise<string> {
    let now = gateway.now();
    const clock = (): number => {
      now += 1_500;
      return now;
    };
    return (await commandOn(gateway, args, { clock })).complaints;
  }

  const of = ['--societe', '1', '--run-mode', 'TEST'];
  const books = ['--societe', '1', '--mode', 'TEST'];
  const file = (name: string): string => path.join(gateway.folder, name);
  it.each<[string, () => readonly string[], RegExp]>([
    ['sepa mandate import', () => ['sepa', 'mandate', 'import', file('mandats.csv'), ...of], /\r1 lines read/],
    ['sepa batch --dry-run', () => ['sepa', 'batch', ...of, '--cut-off', cutOff, '--dry-run'], /\r1 debit looked at/],
    ['sepa batch', () => ['sepa', 'batch', ...of, '--cut-off', cutOff], /\r1 debit looked at/],
    ['bank import --dry-run', () => ['bank', 'import', file('releve.xml'), '--dry-run'], /\r119 of 120 entries/],
    ['bank import', () => ['bank', 'import', file('releve.xml')], /\r100 of 120 entries/],
    [
      'journal export',
      () => ['journal', 'export', ...books, '--exercise', '2026', '--out', file('out.txt')],
      /\r120 entries read/,
    ],
    ['journal check', () => ['journal', 'check', ...books], /\r120 entries, 1 payment looked at/],
  ])('%s', async (_name, args, said) => {
    expect(await complaintsOf(args())).toMatch(said);
  });
});
