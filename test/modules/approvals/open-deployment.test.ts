import { expect, it, onTestFinished } from 'vitest';
import { night, paidAtBank } from '../../support/at-bank.ts';
import { startBeside, startGateway } from '../../support/gateway.ts';
import { localConsole } from '../../support/people/console.ts';
import { enter, ownDocuments } from '../../support/people/own-documents.ts';

it('the visitor of an open console approves what a person asked for', async () => {
  const { consoleDocuments, ask } = ownDocuments();
  const closed = await startGateway({ consoleDocuments, config: { console: localConsole } });
  onTestFinished(closed.close);
  const open = await startBeside(closed, { consoleDocuments });
  onTestFinished(open.close);
  const initiation = await paidAtBank(closed, { amount: '60000' });
  await night(closed);
  const { id } = initiation.payment;
  const { approval } = await ask<{ approval: { id: string } }>(
    closed,
    await enter(closed, 'comptabilite'),
    `mutation { refundPayment(input: { id: "${id}" }) { ... on ApprovalRequiredError { approval { id } } } }`,
  );
  const decide = `mutation { decideApproval(input: { id: "${approval.id}", decision: APPROVE, reason: "vu" }) {
    __typename ... on PaymentError { message } } }`;
  expect(await ask(open, undefined, decide)).toEqual({ __typename: 'DecideApprovalSuccess' });
  expect((await open.store.paymentById(id))?.status).toBe('REFUNDED');
});
