import { sandboxShops } from '../../../src/config/development.ts';
import { type InitiatePaymentInput, PaymentDocument } from '../../generated/graphql.ts';
import type { TestGateway } from '../gateway.ts';
import { type Initiated, initiated } from '../requests.ts';
import { messageOf, postNotification, signed } from '../scellius-messages.ts';

export const shops = sandboxShops().labanquepostaleShops;

export const keyOf = (index: number, mode: 'TEST' | 'PRODUCTION' = 'TEST'): string => shops[index]?.keys[mode] ?? '';

/** Payments at La Banque Postale, what it says of them, and how they stand then. */
export function notifiedOn(gateway: TestGateway) {
  const post = (body: string, path?: string) => postNotification(gateway, body, path);
  return {
    post,
    start: (change: Partial<InitiatePaymentInput> = {}) =>
      initiated(gateway, { paymentTarget: 'LABANQUEPOSTALE', ...change }),
    notify: (initiation: Initiated, change: Record<string, string> = {}) => post(signed(messageOf(initiation, change))),
    storyOf: async ({ payment }: Pick<Initiated, 'payment'>) => {
      const { data } = await gateway.send(PaymentDocument, { id: payment.id });
      const story = data?.payment;
      return {
        status: story?.status,
        events: story?.events.edges.map(({ node }) => [node.type, node.reason]),
        attempts: story?.attempts,
      };
    },
  };
}
