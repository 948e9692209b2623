import { describe, expect, it } from 'vitest';
import { developmentSocietes } from '../../../../src/config/development.ts';
import { ownAccounts } from '../../../../src/modules/bank-statements/import/check-bank-file.ts';
import { broughtStatement } from '../../../support/bank-statements/brought.ts';
import { commandOn } from '../../../support/cli/run-gateway.ts';
import { batched, debited, openForDebits } from '../../../support/direct-debits/debit-requests.ts';
import { signed } from '../../../support/direct-debits/mandate-requests.ts';
import { drawnDatabases } from '../../../support/drawn-databases.ts';
import { askGraphql } from '../../../support/schema/ask-graphql.ts';

/** An account of another société has money of a block: the block's own people see which batch it is of. */
describe.each(drawnDatabases())('an exception about a batch on $name', ({ open }) => {
  const { gateway, newClient } = openForDebits({ open });

  it('names it by GraphQL and on the command line', async () => {
    const idClient = newClient();
    await signed(gateway, { idClient });
    const payment = await debited(gateway, { idClient, amount: 1250 });
    const [made] = (await batched(gateway)).batches;
    const block = (await gateway.store.directDebitOf(payment))?.blockId ?? '';
    const other = [...ownAccounts(developmentSocietes('http://127.0.0.1')).values()].find(
      (one) => one?.runMode === 'TEST' && !one.societes.includes('1'),
    );
    await broughtStatement(gateway, [{ amount: '12.50', batch: block, code: ['IDDT', 'ESDD'] }], {
      iban: other?.iban ?? '',
    });
    const query =
      '{ bankExceptions(filter: { kind: CONTRADICTION }) { edges { node { id idSociete paymentInformationId batch { id messageId } } } } }';
    const { data } = await askGraphql(gateway, query);
    const node = { id: expect.any(String), idSociete: '1', paymentInformationId: block };
    const batch = { id: made?.id, messageId: made?.messageId };
    expect(data).toEqual({ bankExceptions: { edges: [{ node: { ...node, batch } }] } });
    const listed = await commandOn(gateway, ['bank', 'exceptions', '--kind', 'CONTRADICTION']);
    expect(listed.written).toContain(made?.id);
    const json = await commandOn(gateway, ['bank', 'exceptions', '--kind', 'CONTRADICTION', '--json']);
    expect(JSON.parse(json.written)).toMatchObject([{ idSociete: '1', batch: made?.id }]);
  });
});
