import { writeFile } from 'node:fs/promises';
import { userInfo } from 'node:os';
import path from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { openStore } from '../../../src/app/store.ts';
import { hashOfClientKey } from '../../../src/config/client-key.ts';
import { creditorReference } from '../../../src/kernel/sepa/creditor-reference.ts';
import { ConfirmBankFileDocument, ImportBankFileDocument, RejectBankFileDocument } from '../../generated/graphql.ts';
import { writtenStatement } from '../../support/bank-statements/written-files.ts';
import { commandOn } from '../../support/cli/run-gateway.ts';
import { clientEntry, configOf } from '../../support/config-of.ts';
import { startGateway } from '../../support/gateway.ts';
import { openForGroup, temporaryFolder } from '../../support/open-for.ts';
import { initiated } from '../../support/requests.ts';
import { keyOf, withKey } from '../../support/rights/clients.ts';

/** A config of today, in which the clients of the back office have the scope operations alone. */

const client = (name: string, scopes: readonly string[]) =>
  clientEntry(name, {
    ...{
      scopes,
      keyHashes: [{ hash: hashOfClientKey(keyOf(name)) }],
      origins: ['web'],
      societes: ['1', '2', '3', '6'],
    },
    runModes: ['TEST'],
  });
const clients = [
  client('comptoir', ['initiate', 'read', 'operations']),
  client('siege', ['operations']),
  client('banque', ['bankFiles']),
];

const folder = temporaryFolder('confirmation');
const gateway = openForGroup(() =>
  startGateway({
    databaseUrl: `sqlite:${path.join(folder, 'payments.sqlite')}`,
    config: { clients: configOf({ clients }).clients },
  }),
);

let round = 0;
let payment: Awaited<ReturnType<typeof awaited>>;
const awaited = async () => {
  const input = { paymentTarget: 'MILLIET', paymentType: 'SEPA', amount: 12_345 } as const;
  return (await initiated(gateway, input, withKey('comptoir'))).payment;
};
let content: string;
beforeEach(async () => {
  payment = await awaited();
  const details = [{ amount: '123.45', texts: [creditorReference(payment.reference)] }];
  const id = `S${++round}`;
  content = writtenStatement({ id, entries: [{ amount: '123.45', bankReference: `B-${id}`, details }] });
});
const status = async () => (await gateway.store.paymentById(payment.id))?.status;

const upload = async (name: string) => {
  const response = await gateway.get('/bank-files?name=releve.xml', {
    ...{ method: 'POST', body: content },
    headers: { 'Content-Type': 'application/xml', ...withKey(name) },
  });
  return [response.status, (await response.json()) as { id: string; status: string }] as const;
};

const command = (...args: readonly string[]) => commandWith(openStore, ...args);

async function commandWith(opening: typeof openStore, ...args: readonly string[]) {
  const { code, written, complaints } = await commandOn(gateway, ['bank', ...args], { openStore: opening });
  return { code, text: written + complaints };
}

const actionsOn = async (subject: string) =>
  (await gateway.store.recordedActions({ subject, beforeId: null, limit: 10 })).map(({ kind }) => kind);

describe('a file that a client of today uploads', () => {
  it('waits, says so, and is confirmed by another client, once', async () => {
    const [code, { id, ...file }] = await upload('comptoir');
    expect([code, file]).toMatchObject([202, { status: 'AWAITS_CONFIRMATION', source: 'UPLOAD', cameBefore: false }]);
    await gateway.runWorkers('bank-files');
    expect(await status()).toBe('REQUIRES_ACTION');
    expect(gateway.logs).toContainEqual(
      expect.objectContaining({ bankFile: id, source: 'UPLOAD', broughtBy: 'comptoir', status: 'AWAITS_CONFIRMATION' }),
    );
    const confirm = async (name: string) =>
      (await gateway.send(ConfirmBankFileDocument, { input: { id } }, withKey(name))).data?.confirmBankFile;
    expect(await confirm('comptoir')).toMatchObject({ code: 'NOT_ALLOWED' });
    const confirmed = { status: 'IMPORTED', source: 'UPLOAD', receivedBy: 'comptoir', decidedBy: 'siege', applied: 1 };
    expect(await confirm('siege')).toMatchObject({ bankFile: confirmed });
    expect(await status()).toBe('PAID');
    expect(await confirm('banque')).toMatchObject({ bankFile: confirmed });
    expect(await upload('comptoir')).toMatchObject([200, { id, status: 'IMPORTED', cameBefore: true }]);
  });

  it('waits where it comes by GraphQL, too, and is rejected', async () => {
    const input = { name: 'releve.xml', content };
    const { data } = await gateway.send(ImportBankFileDocument, { input }, withKey('comptoir'));
    expect(data?.importBankFile).toMatchObject({ bankFile: { status: 'AWAITS_CONFIRMATION', applied: 0 } });
    const [, { id }] = await upload('comptoir');
    const reject = (name: string, reason: string) =>
      gateway.send(RejectBankFileDocument, { input: { id, reason } }, withKey(name));
    expect((await reject('siege', '')).data?.rejectBankFile).toMatchObject({ code: 'INVALID_INPUT', path: ['reason'] });
    expect((await reject('siege', 'pas de la banque')).data?.rejectBankFile).toMatchObject({
      bankFile: { id, status: 'REFUSED', reason: 'Rejected: pas de la banque', decidedBy: 'siege' },
    });
    expect(await status()).toBe('REQUIRES_ACTION');
  });

  it('is listed, confirmed and rejected by a person at the server', async () => {
    const [, { id }] = await upload('comptoir');
    const listed = await command('list', '--status', 'AWAITS_CONFIRMATION');
    expect(listed).toMatchObject({ code: 0, text: expect.stringMatching(`${id} .* UPLOAD by comptoir: AWAITS_`) });
    expect(await command('confirm', id)).toEqual({
      code: 0,
      text: `${id} is confirmed by command line, and imported: 1 applied, 0 known before, 0 to look at, 0 not booked.\n`,
    });
    expect(await status()).toBe('PAID');
    expect(await command('confirm', id)).toMatchObject({ code: 0 });
    expect(await command('reject', id, '--reason', 'trop tard')).toMatchObject({
      ...{ code: 1, text: expect.stringContaining('it is IMPORTED') },
    });
    expect(await command('confirm', `bkf_${'0'.repeat(32)}`)).toMatchObject({
      ...{ code: 1, text: expect.stringContaining('There is no such file.') },
    });
    expect((await command('list', '--status', 'NONE')).code).not.toBe(0);
    expect(await command('list', '--status', 'IMPORTING')).toEqual({ code: 0, text: 'No file matches.\n' });
    expect(await actionsOn(id)).toEqual(['DECIDE_FILE']);
  });

  it('is recorded with the user who imports or rejects it, before it is applied', async () => {
    const [, { id }] = await upload('comptoir');
    expect((await command('reject', id, '--reason', 'pas de la banque')).code).toBe(0);
    expect(await command('list', '--status', 'REFUSED')).toMatchObject({
      text: expect.stringMatching(
        `${id} .*: REFUSED \\(decided by .*, releve.xml. Rejected: pas de la banque. Nothing was`,
      ),
    });
    expect(await actionsOn(id)).toEqual(['DECIDE_FILE']);
    const file = path.join(folder, `${id}.xml`);
    await writeFile(file, content);
    expect((await command('import', file)).code).toBe(0);
    expect(await actionsOn(id)).toEqual(['IMPORT_FILE', 'DECIDE_FILE']);
    // A process that dies before it applies leaves the record in the database.
    const dying: typeof openStore = async (...given) => ({
      ...(await openStore(...given)),
      bankFile: () => Promise.reject(new Error('the process died')),
    });
    await writeFile(file, `${content}\n`);
    await commandWith(dying, 'import', file).catch(() => undefined);
    const [newest] = await gateway.store.recordedActions({ subject: null, beforeId: null, limit: 1 });
    expect(newest).toMatchObject({ kind: 'IMPORT_FILE', operator: userInfo().username });
    expect(newest?.subject).not.toBe(id);
  });

  it('is applied at once where the client has the scope bankFiles', async () => {
    expect(await upload('banque')).toMatchObject([200, { status: 'IMPORTED' }]);
    expect(await status()).toBe('PAID');
  });
});
