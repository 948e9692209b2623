import { expect, it } from 'vitest';
import { readyRoles } from '../../../src/modules/people/role.ts';
import { clientNamed } from '../../support/clients/client-named.ts';
import { postgres } from '../../support/databases.ts';
import { startGateway } from '../../support/gateway.ts';
import { openForGroup } from '../../support/open-for.ts';
import { localConsole } from '../../support/people/console.ts';
import { enter, ownDocuments, paidYesterday } from '../../support/people/own-documents.ts';

/** Two gateways on PostgreSQL: what one commits is seen by the next statement of the other. */

const settings = { ...localConsole, roles: readyRoles };
const { consoleDocuments, ask } = ownDocuments();
/** Runs once, after the next look for an operation or an approval. */
let meanwhile: (() => Promise<unknown>) | null = null;
const gateway = openForGroup(() =>
  startGateway({
    ...{ open: () => postgres.open(), consoleDocuments },
    config: { clients: [clientNamed('limited', { refundLimitCents: 1000 })], console: settings },
    around: (store) => ({
      ...store,
      transact: (work) =>
        store.transact((transaction) => {
          const paused =
            <Found>(look: (id: string) => Promise<Found>) =>
            async (id: string) => {
              const found = await look(id);
              const run = meanwhile;
              meanwhile = null;
              await run?.();
              return found;
            };
          const { operation, approvalOfOperation } = transaction;
          return work({
            ...transaction,
            operation: paused(operation),
            approvalOfOperation: paused(approvalOfOperation),
          });
        }),
    }),
  }),
);

it('never says that a key is used up whose refund is approved at that moment', async () => {
  const approver = await enter(gateway, 'validation', { settings });
  const id = await paidYesterday(gateway, 'limited');
  const refund = () =>
    ask<{ readonly __typename: string; readonly approval?: { readonly id: string } }>(
      gateway,
      'limited',
      `mutation { refundPayment(input: { id: "${id}", idempotencyKey: "one" }) { __typename
        ... on ApprovalRequiredError { approval { id } } } }`,
    );
  const { approval } = await refund();
  meanwhile = () =>
    ask(
      gateway,
      approver,
      `mutation { decideApproval(input: { id: "${approval?.id}", decision: APPROVE, reason: "vu" }) { __typename } }`,
    );
  expect(await refund()).toMatchObject({ __typename: 'RefundPaymentSuccess' });
  expect(meanwhile).toBeNull();
  expect((await gateway.store.operationsOf(id)).map(({ status }) => status)).toEqual(['DONE']);
});
