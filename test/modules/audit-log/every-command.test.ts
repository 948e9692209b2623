import { randomBytes } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { openStore, type Store } from '../../../src/app/store.ts';
import { doingOf } from '../../../src/cli/operator/shown-data.ts';
import { hashOfClientKey } from '../../../src/config/client-key.ts';
import { readConfig } from '../../../src/config/config.ts';
import { digestOf } from '../../../src/modules/payments/notifications/process-notification.ts';
import { openDatabaseTools } from '../../../src/store/open-store.ts';
import { handledFile } from '../../support/bank-statements/handled.ts';
import { writtenStatement } from '../../support/bank-statements/written-files.ts';
import { commandOn } from '../../support/cli/run-gateway.ts';
import { asClient } from '../../support/clients/client-named.ts';
import { clientEntry } from '../../support/config-of.ts';
import { startGateway } from '../../support/gateway.ts';
import { openForGroup, temporaryFolder } from '../../support/open-for.ts';
import { initiated } from '../../support/requests.ts';
import { changeFacts } from '../../support/store/example-facts.ts';
import { ask, exampleNotification, identifiers } from '../../support/store/examples.ts';
import { newSecret } from '../../support/webhooks/receiver.ts';

/** No command that changes or shows something is without an entry: the table of commands says which they are. */

const folder = temporaryFolder('audited');
const secret = newSecret();
let environment: Record<string, string>;

const gateway = openForGroup(async () => {
  const CONFIG = path.join(folder, 'config.json');
  const account = {
    ...{ creditorName: 'J MILLIET BBC', iban: 'FR1420041010050500013M02606', bic: 'PSSTFRPPPAR' },
    directDebit: { ics: 'FR72ZZZ123456', schemes: ['CORE'], rumPrefix: 'M' },
    rules: [{ name: 'salaires', text: 'salaire', action: 'IGNORE' }],
  };
  const client = clientEntry('shop', {
    keyHashes: [{ hash: hashOfClientKey('rgl_shop') }],
    scopes: ['initiate', 'read', 'mandates'],
    webhooks: [{ name: 'main', url: 'http://localhost:9', secrets: [{ env: 'WEBHOOK_SECRET' }] }],
  });
  await writeFile(
    CONFIG,
    JSON.stringify({
      clients: [client],
      societes: { '1': { name: 'A', MILLIET: { TEST: account } } },
      console: { local: { keys: [{ env: 'KEY' }] } },
    }),
  );
  const databaseUrl = `sqlite:${path.join(folder, 'payments.sqlite')}`;
  const KEY = randomBytes(32).toString('hex');
  environment = { CONFIG, DATABASE_URL: databaseUrl, WEBHOOK_SECRET: secret, KEY, PUBLIC_URL: 'http://localhost:4000' };
  const aheadMs = Date.UTC(2026, 10, 25, 9) - Date.now();
  return startGateway({ databaseUrl, aheadMs, config: readConfig(environment) });
});

const run = (args: readonly string[], databaseUrl = gateway.databaseUrl) =>
  commandOn({ databaseUrl, now: gateway.now }, args, {
    environment: { ...environment, DATABASE_URL: databaseUrl },
    openDatabaseTools,
  });

let made = 0;
async function written(content: string): Promise<string> {
  const file = path.join(folder, `file-${made++}`);
  await writeFile(file, content);
  return file;
}
const statement = (): Promise<string> => {
  const [amount, text] = [`${++made}.00`, 'SALAIRE'];
  const entry = { amount, direction: 'DBIT' as const, bankReference: `ref-${made}` };
  return written(
    writtenStatement({
      opening: 100_000,
      entries: [{ ...entry, details: [{ amount, creditor: { name: 'Martin' }, texts: [text] }] }],
    }),
  );
};
const paymentId = async (): Promise<string> => {
  const transfer = { paymentTarget: 'MILLIET', paymentType: 'SEPA', idCommande: `N${made++}` } as const;
  return (await initiated(gateway, { ...transfer, email: 'a.client@example.fr' }, asClient('shop'))).payment.id;
};
async function waitingFile(): Promise<string> {
  const id = identifiers.newId('bkf');
  const digest = randomBytes(32).toString('hex');
  const waiting = { ...handledFile, id, digest, status: 'AWAITS_CONFIRMATION', decidedBy: null } as const;
  await gateway.store.transact((transaction) => transaction.insertBankFile(waiting));
  return id;
}
async function person(): Promise<string> {
  const login = `p${made++}@example.fr`;
  await run(['console', 'invite', login, '--name', 'Camille', '--role', 'lecture']);
  return login;
}
async function paidBeforeTheBooks(): Promise<void> {
  const [id, at] = [await paymentId(), gateway.now()];
  await gateway.store.transact(async (transaction) => {
    await transaction.updatePayment(id, 1, { status: 'PAID', updatedAt: at });
    const data = { from: 'REQUIRES_ACTION', ...changeFacts.BANK_NEWS } as const;
    const event = { id: identifiers.newId('evt'), paymentId: id, status: 'PAID' as const, at };
    await transaction.appendEvent({ ...event, type: 'STATUS_CHANGED', data }, 2);
  });
}
async function backup(): Promise<string> {
  const file = path.join(folder, `backup-${made++}`);
  await run(['db', 'backup', file]);
  return file;
}

const of = ['--societe', '1', '--run-mode', 'TEST'];
const mandateFile = async (): Promise<readonly string[]> => {
  const line = 'imp-1;RUM-1;Dupont;FR7630006000011234567890189;01/01/2026';
  return [await written(`N° client;RUM;Nom;IBAN;Date signature\n${line}\n`), ...of];
};
const toMain = ['--client', 'shop', '--endpoint', 'main'];

/** The words after the name of the command. */
const inputs: Readonly<Record<string, () => readonly string[] | Promise<readonly string[]>>> = {
  'audit export': () => [],
  'bank confirm': async () => [await waitingFile()],
  'bank reject': async () => [await waitingFile(), '--reason', 'not ours'],
  'bank exceptions': () => ['--json'],
  'bank rules preview': () => ['--societe', '1'],
  'bank raise': async () => {
    await run(['bank', 'import', await statement()]);
    const [entry] = await ask(gateway.databaseUrl, 'select id from bank_entries where rule_action is not null');
    return [String(entry?.id)];
  },
  'bank import': async () => [await statement()],
  'books reconcile': () => ['--societe', '1', '--from', '2026-01-01'],
  'config print': () => [],
  'console invite': () => ['new@example.fr', '--name', 'Camille', '--role', 'lecture'],
  'console people': () => [],
  'console change': async () => [await person(), '--disable'],
  'console reset': async () => [await person()],
  'console forget': async () => [await person(), '--yes'],
  'customer import': async () => [await written('N° client;Société;Nom\n2263;1;Lefèvre\n')],
  'db migrate': () => [],
  'db contract': () => [],
  'db backup': () => [path.join(folder, 'a-backup')],
  'db restore': async () => [await backup()],
  'db skip-bank-numbers': () => [],
  'db confirm-compared': async () => {
    await run(['db', 'skip-bank-numbers']);
    return ['--yes'];
  },
  'notification replay': async () => {
    const example = exampleNotification();
    const message = { ...example, digest: digestOf(example) };
    await gateway.store.transact((transaction) => transaction.insertNotification(message));
    return [message.id];
  },
  'payment show': async () => [await paymentId(), '--personal'],
  'payment refresh': async () => [await paymentId()],
  'payment refund': async () => [await paymentId(), '--yes'],
  'privacy export': () => ['--email', 'a.client@example.fr'],
  'privacy erase': async () => {
    await paymentId();
    return ['--email', 'a.client@example.fr', '--yes'];
  },
  'privacy retention': () => [],
  'sepa batch': () => of,
  'sepa mandate import': mandateFile,
  'sepa mandate show': async () => {
    await run(['sepa', 'mandate', 'import', ...(await mandateFile())]);
    return ['RUM-1'];
  },
  'webhook list': () => ['--client', 'shop', '--json'],
  'webhook ping': () => toMain,
  'webhook replay': async () => {
    await paymentId();
    return [...toMain, '--from', '2026-01-01', '--status', 'WAITING'];
  },
  'journal export': () => [...of, '--exercise', '2026', '--out', '-'],
  'journal check': async () => {
    await paidBeforeTheBooks();
    return ['--societe', '1', '--book-missing'];
  },
  'journal suspense': () => ['--societe', '1'],
};

/** Announced, and then not possible: the payment is not paid and at no bank, and nothing listens for webhooks. */
const refused: readonly string[] = ['payment refresh', 'payment refund', 'webhook ping'];

const noted = Object.keys(doingOf).filter((name) => doingOf[name] !== 'READS');

describe('a command that changes or shows something', () => {
  it.each(noted)('has its entry in the audit log: %s', async (name) => {
    const entriesOf = async ({ auditEntries }: Pick<Store, 'auditEntries'>) =>
      auditEntries({ actors: null, action: name, object: null, outcome: 'DONE', from: null, until: null }, null, 100);
    const input = inputs[name] ?? expect.fail('each such command has an input here');
    const args = [...name.split(' '), ...(await input())];
    const before = await entriesOf(gateway.store);
    // A restore wants an empty database.
    const databaseUrl = name === 'db restore' ? `sqlite:${path.join(folder, 'restored.sqlite')}` : gateway.databaseUrl;
    const { code, complaints } = await run(args, databaseUrl);
    expect([code, complaints]).toEqual([refused.includes(name) ? 1 : 0, expect.any(String)]);
    await using store = await openStore({ databaseUrl });
    expect(await entriesOf(store)).toHaveLength(before.length + 1);
  });
});
