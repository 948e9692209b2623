import { describe, expect, it } from 'vitest';
import type { Approval } from '../../../src/modules/payments/operations/approval.ts';
import { asClient, clientNamed } from '../../support/clients/client-named.ts';
import { drawnDatabases } from '../../support/drawn-databases.ts';
import { startGateway } from '../../support/gateway.ts';
import { openForGroup } from '../../support/open-for.ts';
import { initiated } from '../../support/requests.ts';
import { identifiers } from '../../support/store/examples.ts';

describe.each(drawnDatabases())('what was decided about a payment ($name)', ({ open }) => {
  const scopes = new Set(['initiate', 'read'] as const);
  const gateway = openForGroup(() =>
    startGateway({ open, config: { clients: [clientNamed('shop', { scopes }), clientNamed('till', { scopes })] } }),
  );

  it('is shown to the key that asked for it, not what people write for each other', async () => {
    const { payment } = await initiated(gateway, {}, asClient('shop'));
    const about = (requestedBy: string): Approval => ({
      ...{ id: identifiers.newId('apr'), kind: 'REVIEW_PAYMENT', paymentId: payment.id, version: 1, runMode: 'TEST' },
      ...{ cause: 'KIND', requestedBy, createdAt: 1, expiresAt: 2, decidedBy: 'console/per_2', decidedAt: 1 },
      ...{ status: 'REFUSED', reason: `for ${requestedBy}` },
    });
    await gateway.store.transact(async (transaction) => {
      for (const by of ['shop', 'console/per_1']) await transaction.insertApproval(about(by));
    });
    const query = `{ payment(id: "${payment.id}") { endedApprovals { reason } } }`;
    const seenBy = async (client: string) => {
      const headers = { 'Content-Type': 'application/json', ...asClient(client) };
      const answer = await fetch(`${gateway.url}/graphql`, {
        method: 'POST',
        headers,
        body: JSON.stringify({ query }),
      });
      return (await answer.json()).data.payment.endedApprovals;
    };
    expect(await seenBy('shop')).toEqual([{ reason: 'for shop' }]);
    expect(await seenBy('till')).toEqual([]);
  });
});
