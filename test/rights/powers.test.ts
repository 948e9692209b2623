import { describe, expect, it } from 'vitest';
import { remarksOnRights } from '../../src/app/remarks/rights.ts';
import { type Caller, heldBy, holds, scope } from '../../src/kernel/caller.ts';
import { drawnDatabases } from '../support/drawn-databases.ts';
import { openForGroup } from '../support/open-for.ts';
import { createAsking, expectAnswer, unknownSubject } from '../support/rights/asking.ts';
import { clients, startProduction, withKey } from '../support/rights/clients.ts';
import { operations } from '../support/rights/operations.ts';
import { givenBy, may } from '../support/rights/powers.ts';
import { sampled } from '../support/sample.ts';
import { askGraphql } from '../support/schema/ask-graphql.ts';

/** One scope for each power: who has only one of them, and who has all but one, with own and with other payments. */

const tried = ['holds', 'without'].flatMap((kind) => scope.names.map((name) => `${kind}-${name}`));
const client = (name: string) => {
  const found = clients.find(({ caller }) => caller.client === name);
  if (!found) throw new Error(`there is no client ${name}`);
  return found;
};
const callerOf = (name: string): Caller => client(name).caller;

describe('the scopes', () => {
  it.each(scope.names)('%s is held by those that say so, and no other', (power) => {
    const holders = scope.names.filter((name) => holds({ scopes: new Set([name]) }, power));
    expect(new Set(holders)).toEqual(new Set(givenBy[power]));
  });

  it('operations holds what it held before each power had a scope, and reaches no money of others', () => {
    expect(heldBy('operations')).toEqual([
      ...['book', 'refresh', 'decide', 'batches', 'accounting', 'customers', 'replay', 'bankFiles'],
    ]);
  });
});

describe.each(drawnDatabases())('on $name', ({ name: database, open }) => {
  const gateway = openForGroup(() => startProduction({ open }));
  const asking = openForGroup(() => createAsking(gateway));

  describe.each(['its own payment', "another client's"])('%s', (whose) => {
    const some = sampled([...tried, 'back-office-before', 'right'], { about: 6, name: `${database} ${whose}` });
    it.each(some)('every operation, by the client %s', async (name) => {
      const caller = callerOf(name);
      for (const [operation, { answer, reveals }] of Object.entries(operations)) {
        const subject = await asking.newSubject(whose === 'its own payment' ? name : unknownSubject.client);
        expectAnswer(await asking.ask(operation, subject, withKey(name)), operation, answer(caller, subject));
        if (reveals?.(caller, subject) !== false) continue;
        expect((await gateway.store.paymentById(subject.id))?.version, operation).toBe(1);
      }
    });
  });

  it.each(['cancelPayment', 'capturePayment', 'refundPayment'])(
    '%s names the scope that the payment of another client takes, and changes nothing',
    async (name) => {
      const subject = await asking.newSubject();
      const input = `input: { id: "${subject.id}" }`;
      const query = `mutation { ${name}(${input}) { ... on NotAllowedError { message } } }`;
      expect((await askGraphql(gateway, query, {}, withKey('back-office-before'))).data).toEqual({
        [name]: { message: 'This payment is of another client: that takes the scope allPayments.' },
      });
      expect((await gateway.store.paymentById(subject.id))?.version).toBe(1);
    },
  );
});

describe('what config check says of scopes', () => {
  const remarksOf = (name: string) => remarksOnRights({ clients: [client(name)] });
  it('names the clients whose config means less than before, or is wider than it has to be', () => {
    const before = remarksOf('back-office-before');
    expect(before).toEqual([
      expect.stringMatching(/^back-office-before: scope operations is book, .* Name those that it needs instead\.$/),
      expect.stringMatching(/^back-office-before: refunds and cancels its own payments alone\. .* allPayments\.$/),
    ]);
    expect(remarksOf('holds-book')).toEqual([expect.stringContaining('cancels its own bookings alone')]);
    expect(remarksOf('without-operations')).toEqual([]);
    expect(remarksOf('holds-initiate')).toEqual([]);
  });

  it.each(tried)('is silent about own payments where %s may work with all', (name) => {
    const says = remarksOf(name).some((remark) => remark.includes('allPayments'));
    const reaches = may(callerOf(name), 'refund') || may(callerOf(name), 'book');
    expect(says).toBe(reaches && !may(callerOf(name), 'allPayments'));
  });
});
