import { describe, expect, it } from 'vitest';
import { developmentSocietes } from '../../../src/config/development.ts';
import type { Societe } from '../../../src/kernel/merchant.ts';
import { type Role, readyRoles } from '../../../src/modules/people/role.ts';
import { clientNamed } from '../../support/clients/client-named.ts';
import { otherIban, signed } from '../../support/direct-debits/mandate-requests.ts';
import { drawnDatabases } from '../../support/drawn-databases.ts';
import { startBeside, startGateway, type TestGateway } from '../../support/gateway.ts';
import { openForGroup } from '../../support/open-for.ts';
import { enterPerson, localConsole, sessionOf } from '../../support/people/console.ts';
import { enter, ownDocuments, paidYesterday } from '../../support/people/own-documents.ts';

/** The config may change while an approval waits: the creditor of an amendment, and how people sign in. */

/** The same, but for the name of the creditor. */
function renamed(societes: ReadonlyMap<string, Societe>): ReadonlyMap<string, Societe> {
  const change = (societe: Societe): Societe => {
    const { TEST, ...modes } = societe.accounts.MILLIET ?? {};
    return {
      ...societe,
      accounts: {
        ...societe.accounts,
        MILLIET: { ...modes, ...(TEST && { TEST: { ...TEST, creditorName: 'Autre Nom' } }) },
      },
    };
  };
  return new Map([...societes].map(([id, societe]) => [id, change(societe)]));
}

describe.each(drawnDatabases())('an amendment that waits while the config changes ($name)', ({ open }) => {
  const { consoleDocuments, ask } = ownDocuments();
  const before = openForGroup(() => startGateway({ open, consoleDocuments, config: { console: localConsole } }));
  const after = openForGroup(() => {
    const societes = renamed(developmentSocietes(before.url));
    return startBeside(before, { consoleDocuments, config: { console: localConsole, societes } });
  });

  const act = async (at: TestGateway, role: string, field: string) => {
    const waits = field.startsWith('amend')
      ? '... on ApprovalRequiredError { approval { id amendment { fields } } }'
      : '... on DecideApprovalSuccess { approval { id } }';
    const query = `mutation { ${field} { __typename ... on PaymentError { message } ${waits} } }`;
    type Result = { message?: string; approval?: { id: string; amendment: object } };
    return ask<Result>(at, await enter(before, role), query);
  };
  const decide = (at: TestGateway, id = '') =>
    act(at, 'validation', `decideApproval(input: { id: "${id}", decision: APPROVE, reason: "vu" })`);

  it('is not carried out with a change that its approval does not show', async () => {
    const { id } = await signed(before, {});
    const change = `iban: "${otherIban}", takesCreditorOfConfig: true`;
    const asked = await act(before, 'comptabilite', `amendMandate(input: { id: "${id}", ${change} })`);
    expect(asked?.approval?.amendment).toEqual({ fields: ['iban'] });
    expect(await decide(after, asked?.approval?.id)).toMatchObject({
      message: expect.stringContaining('has changed since'),
    });
    expect(await before.store.approval(asked?.approval?.id ?? '')).toMatchObject({ status: 'PENDING' });
    expect(await before.store.mandateById(id)).not.toMatchObject({ debtor: { iban: otherIban } });
    expect(await decide(before, asked?.approval?.id)).toMatchObject({ __typename: 'DecideApprovalSuccess' });
    expect(await before.store.mandateById(id)).toMatchObject({ debtor: { iban: otherIban } });
  });
});

const issuer = 'https://login.example';
const caisse = { ...(readyRoles.get('comptabilite') as Role), refundLimitCents: 1000 };
const withoutProvider = { ...localConsole, roles: new Map([...readyRoles, ['caisse', caisse]]) };
const withProvider = {
  ...withoutProvider,
  oidc: { issuer, clientId: 'reglement', clientSecret: null, rolesClaim: 'roles' },
};

describe.each(drawnDatabases())('a refund that waits while the config changes ($name)', ({ open }) => {
  const { consoleDocuments, ask } = ownDocuments();
  const clients = [clientNamed('shop')];
  const before = openForGroup(() =>
    startGateway({ open, consoleDocuments, config: { clients, console: withProvider } }),
  );
  const after = openForGroup(() =>
    startBeside(before, { consoleDocuments, config: { clients, console: withoutProvider } }),
  );

  it('is not carried out for a person whose provider the config no longer has', async () => {
    const person = await enterPerson(before, ['caisse'], { issuer, subject: 's-1' });
    const token = await sessionOf(before, person, { settings: withProvider, method: 'OIDC' });
    const id = await paidYesterday(before, 'shop');
    type Result = { readonly message?: string; readonly approval?: { readonly id: string } };
    const asked = await ask<Result>(
      before,
      { person, token },
      `mutation { refundPayment(input: { id: "${id}" }) { ... on ApprovalRequiredError { approval { id } } } }`,
    );
    const decide = async (at: TestGateway, decision: string) =>
      ask<Result>(
        at,
        await enter(before, 'validation'),
        `mutation { decideApproval(input: { id: "${asked.approval?.id}", decision: ${decision}, reason: "vu" }) {
          ... on PaymentError { message } ... on DecideApprovalSuccess { approval { id } } } }`,
      );
    expect(await decide(after, 'APPROVE')).toMatchObject({
      message: expect.stringContaining('may not do this any more'),
    });
    expect(await before.store.operationsOf(id)).toEqual([]);
    expect(await decide(before, 'APPROVE')).toEqual({ approval: asked.approval });
    expect(await before.store.operationsOf(id)).toHaveLength(1);
  });
});
