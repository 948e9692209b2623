import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { databases, type TestDatabase } from '../../support/databases.ts';
import { debit } from '../../support/direct-debits/debit-requests.ts';
import { signed } from '../../support/direct-debits/mandate-requests.ts';
import { startGateway, type TestGateway } from '../../support/gateway.ts';
import { initiate } from '../../support/requests.ts';
import { atEachRead, type Interruption, interrupted } from '../../support/store/overtaken.ts';

const [postgres] = databases.filter(({ name }) => name === 'postgres');

describe('a debit that is overtaken between two reads', () => {
  const interruption: Interruption = { at: 0, reads: 0, run: null };
  let database: TestDatabase;
  let gateway: TestGateway;
  let overtaken: TestGateway;
  beforeAll(async () => {
    if (!postgres) throw new Error('PostgreSQL is among the databases');
    database = await postgres.open();
    gateway = await startGateway({ databaseUrl: database.databaseUrl });
    overtaken = await startGateway({ databaseUrl: database.databaseUrl, around: interrupted(interruption) });
  });
  afterAll(async () => {
    await overtaken.close();
    await gateway.close();
    await database.dispose();
  });

  it.each([{ mandate: 'named' }, { mandate: 'the only one' }])('is one of a one-off mandate: $mandate', async (by) => {
    await atEachRead(interruption)(async (overtakenBy, at) => {
      const idClient = `overtaken ${by.mandate} ${at}`;
      const { rum } = await signed(gateway, { idClient, type: 'ONE_OFF' });
      const asked = { ...debit, idClient, ...(by.mandate === 'named' && { mandate: rum }) };
      const answers: (string | undefined)[] = [];
      const ask = async (gatewayAsked: TestGateway) => {
        answers.push((await initiate(gatewayAsked, asked)).__typename);
      };
      await overtakenBy(
        () => ask(gateway),
        () => ask(overtaken),
      );
      expect([at, answers]).toEqual([at, ['InitiatePaymentSuccess', 'MandateRequiredError']]);
    });
  });
});
