import { describe, expect, it } from 'vitest';
import { asClient, clientNamed } from '../../support/clients/client-named.ts';
import { otherIban, signed } from '../../support/direct-debits/mandate-requests.ts';
import { drawnDatabases } from '../../support/drawn-databases.ts';
import { startGateway } from '../../support/gateway.ts';
import { openForGroup } from '../../support/open-for.ts';
import { localConsole } from '../../support/people/console.ts';
import { enter as enterAs, ownDocuments, type Who } from '../../support/people/own-documents.ts';

/** A reference that is asked for together with another account. */

describe.each(drawnDatabases())('the reference of a mandate whose new account waits ($name)', ({ open }) => {
  const { consoleDocuments, ask } = ownDocuments();
  const config = { clients: [clientNamed('shop')], console: localConsole };
  const gateway = openForGroup(() => startGateway({ open, consoleDocuments, config }));

  const enter = (role: string) => enterAs(gateway, role);
  const act = (person: Who, field: string, member = '') => {
    const query = `mutation { ${field} { __typename ... on PaymentError { message } ${member} } }`;
    return ask<{ __typename: string; message?: string; approval?: { id: string } }>(gateway, person, query);
  };
  const amend = (person: Who, id: string, rum: string, more = '') =>
    act(
      person,
      `amendMandate(input: { id: "${id}", rum: "${rum}"${more} })`,
      '... on ApprovalRequiredError { approval { id } }',
    );
  const withAccount = (person: Who, id: string, rum: string) => amend(person, id, rum, `, iban: "${otherIban}"`);
  const decide = (person: Who, id: string | undefined, decision: string) =>
    act(person, `decideApproval(input: { id: "${id}", decision: ${decision}, reason: "vu" })`);
  const mandate = async () => (await signed(gateway, {}, asClient('shop'))).id;
  const rumOf = async (id: string) => (await gateway.store.mandateById(id))?.rum;

  it('stays free where a second person refuses, and is taken where it approves', async () => {
    const [asks, decides] = [await enter('comptabilite'), await enter('validation')];
    const [one, other] = [await mandate(), await mandate()];
    const refused = await withAccount(asks, one, 'RUM-REFUSED');
    await decide(decides, refused.approval?.id, 'REFUSE');
    expect(await amend(asks, other, 'RUM-REFUSED')).toMatchObject({ __typename: 'ChangeMandateSuccess' });
    const approved = await withAccount(asks, one, 'RUM-APPROVED');
    await decide(decides, approved.approval?.id, 'APPROVE');
    expect([await rumOf(one), await rumOf(other)]).toEqual(['RUM-APPROVED', 'RUM-REFUSED']);
    expect(await withAccount(asks, await mandate(), 'rum-approved')).toMatchObject({
      __typename: 'InvalidInputError',
      message: expect.stringContaining('another mandate'),
    });
  });

  it('is refused with the approval where another mandate took it meanwhile', async () => {
    const [asks, decides] = [await enter('comptabilite'), await enter('validation')];
    const [one, other] = [await mandate(), await mandate()];
    const waiting = await withAccount(asks, one, 'RUM-LATE');
    expect(await amend(asks, other, 'RUM-LATE')).toMatchObject({ __typename: 'ChangeMandateSuccess' });
    expect(await decide(decides, waiting.approval?.id, 'APPROVE')).toMatchObject({
      message: expect.stringContaining('another mandate'),
    });
    expect(await gateway.store.mandateById(one)).toMatchObject({ rum: expect.not.stringContaining('LATE') });
  });
});
