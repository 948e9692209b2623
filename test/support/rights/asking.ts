import { expect } from 'vitest';
import type { TestGateway } from '../gateway.ts';
import { askGraphql } from '../schema/ask-graphql.ts';
import { initiate } from '../store/examples.ts';
import { firstEvent } from '../streams.ts';
import { ErrorCode, type Subject } from './operation-kinds.ts';
import { operations } from './operations.ts';

/** How each operation of `operations.ts` is asked for, about a payment that is there. */

export const unknownSubject: Subject = {
  id: `pay_${'0'.repeat(32)}`,
  reference: '0000-0000',
  idCommande: 'nobody-asked',
  client: 'owner',
  idSociete: '1',
  idOrigin: 'web',
  paymentTarget: 'PAYBOX',
  effectiveRunMode: 'LIVE',
};

export type Answer = {
  readonly status: number;
  readonly body: { data?: Record<string, unknown> | null; errors?: unknown };
};

export type Asking = ReturnType<typeof createAsking>;

export function createAsking(gateway: TestGateway) {
  let count = 0;
  let asked = 0;
  return {
    /** An untouched payment of a client. Initiated by request, so many of them would exceed its rate. */
    newSubject: async (client = unknownSubject.client): Promise<Subject> => {
      const idCommande = `foreign-${count++}`;
      const { idSociete, idOrigin, paymentTarget } = unknownSubject;
      const payment = await initiate(gateway.store, {
        ...{ client, idSociete, idOrigin, paymentTarget, idCommande },
        ...{ paymentType: 'CB', typePaiement: 'CB', effectiveRunMode: 'LIVE', returnUrl: null, payer: null },
      });
      return { ...unknownSubject, client, idCommande, id: payment.id, reference: payment.reference };
    },
    ask: async (name: string, subject: Subject, given: Record<string, string>): Promise<Answer> => {
      const [root = '', field = ''] = name.split('.');
      // Each from an address of its own, because senders without a key have low rates.
      const headers = { 'X-Forwarded-For': `198.51.${asked >> 8}.${asked++ & 255}`, ...given };
      const query = `${root.toLowerCase()} { ${operations[name]?.field(subject)} }`;
      if (root === 'Subscription') {
        const { status, text } = await firstEvent(gateway, query, headers);
        const [, message] = /^data: ?(\{.*)$/m.exec(text) ?? [];
        return { status, body: message === undefined ? { errors: text } : JSON.parse(message) };
      }
      const { status, text } = await askGraphql(gateway, query, {}, { Accept: 'application/json', ...headers });
      const body = JSON.parse(text) as Answer['body'];
      expect(body.data === undefined || body.data === null || Object.keys(body.data).join() === field).toBe(true);
      return { status, body };
    },
  };
}

export function expectAnswer({ status, body }: Answer, name: string, expected: unknown): void {
  const [, field = ''] = name.split('.');
  if (expected instanceof ErrorCode) {
    expect(body).toMatchObject({ errors: [{ extensions: { code: expected.code } }] });
    expect(body.data ?? null).toBeNull();
  } else {
    expect({ status, body }, name).toEqual({ status: 200, body: { data: { [field]: expected } } });
  }
}
