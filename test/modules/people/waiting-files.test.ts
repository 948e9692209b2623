import { describe, expect, it } from 'vitest';
import { type Role, readyRoles } from '../../../src/modules/people/role.ts';
import { credit, writtenStatement } from '../../support/bank-statements/written-files.ts';
import { drawnDatabases } from '../../support/drawn-databases.ts';
import { openForGroup } from '../../support/open-for.ts';
import {
  askConsole,
  cookie,
  enterPerson,
  fromConsole,
  localConsole,
  sessionOf,
  startConsole,
} from '../../support/people/console.ts';

/** A role can say that its bank files wait for another person. */

const treasury = readyRoles.get('tresorerie') as Role;
const roles = new Map([...readyRoles, ['guichet', { ...treasury, bankFilesNeedConfirmation: true }]]);
const settings = { ...localConsole, roles };

const confirmation = `mutation Confirm($input: ConfirmBankFileInput!) { confirmBankFile(input: $input) {
  ... on ConfirmBankFileSuccess { bankFile { status } } ... on PaymentError { code } } }`;
const documentId = 'confirm';

describe.each(drawnDatabases())('a bank file of a person ($name)', ({ open }) => {
  const consoleDocuments = () => new Map([[documentId, confirmation]]);
  const gateway = openForGroup(() => startConsole({ open, config: { console: settings }, consoleDocuments }));
  const enter = async (names: readonly string[]) =>
    cookie(await sessionOf(gateway, await enterPerson(gateway, names), { settings }));
  async function bring(session: Record<string, string>, bankReference: string) {
    const body = writtenStatement({
      id: bankReference,
      entries: [credit('7.00', { texts: ['?'] }, { bankReference })],
    });
    const headers = { ...fromConsole, 'Content-Type': 'application/xml', ...session };
    const response = await gateway.get('/console/bank-files?name=a.xml', { method: 'POST', body, headers });
    return (await response.json()) as { id: string; status: string };
  }
  async function confirm(session: Record<string, string>, id: string) {
    const { body } = await askConsole(gateway, { documentId, variables: { input: { id } } }, session);
    return (body as { data: { confirmBankFile: object } }).data.confirmBankFile;
  }

  it('waits for another person, where its role says so', async () => {
    const [sender, other] = [await enter(['guichet']), await enter(['guichet'])];
    const { id, status } = await bring(sender, 'W1');
    expect(status).toBe('AWAITS_CONFIRMATION');
    expect(await confirm(sender, id)).toEqual({ code: 'NOT_ALLOWED' });
    expect(await bring(sender, 'W1')).toMatchObject({ id, status });
    expect(await confirm(other, id)).toEqual({ bankFile: { status: 'IMPORTED' } });
  });

  it.each([
    [['tresorerie'], 'IMPORTED'],
    [['guichet', 'lecture'], 'AWAITS_CONFIRMATION'],
    [['guichet', 'comptabilite'], 'IMPORTED'],
  ])('of the roles %j: %s', async (names, status) => {
    expect(await bring(await enter(names), names.join())).toMatchObject({ status });
  });
});
