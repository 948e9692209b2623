import { describe, expect, it } from 'vitest';
import { debit } from '../../support/direct-debits/debit-requests.ts';
import { signed } from '../../support/direct-debits/mandate-requests.ts';
import type { TestGateway } from '../../support/gateway.ts';
import { openForGroup } from '../../support/open-for.ts';
import { initiate } from '../../support/requests.ts';
import { openOvertaken } from '../../support/store/overtaken.ts';

describe('a debit that is overtaken between two reads', () => {
  const on = openForGroup(() => openOvertaken());

  it.each([{ mandate: 'named' }, { mandate: 'the only one' }])('is one of a one-off mandate: $mandate', async (by) => {
    await on.atEachRead(async (overtakenBy, at) => {
      const idClient = `overtaken ${by.mandate} ${at}`;
      const { rum } = await signed(on.gateway, { idClient, type: 'ONE_OFF' });
      const asked = { ...debit, idClient, ...(by.mandate === 'named' && { mandate: rum }) };
      const answers: (string | undefined)[] = [];
      const ask = async (gateway: TestGateway) => {
        answers.push((await initiate(gateway, asked)).__typename);
      };
      await overtakenBy(
        () => ask(on.gateway),
        () => ask(on.overtaken),
      );
      expect([at, answers]).toEqual([at, ['InitiatePaymentSuccess', 'MandateRequiredError']]);
    });
  });
});
