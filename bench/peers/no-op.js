import { readFileSync } from 'node:fs';

/**
 * The gateway's own schema as a peer serves it: the same mutation and the same answer, with nothing done for it. A
 * peer's cost is thus what its HTTP and GraphQL layers cost: the least that a gateway built on it would cost.
 */
export const typeDefs = readFileSync(new URL('../../schema.graphql', import.meta.url), 'utf8');

const success = {
  __typename: 'InitiatePaymentSuccess',
  replayed: false,
  payment: {
    id: 'pay_019ab0c3d4e57f60a1b2c3d4e5f60718',
    reference: '4K7M-9QXT',
    status: 'REQUIRES_ACTION',
    effectiveRunMode: 'TEST',
    amount: { cents: 1250, currency: 'EUR' },
    paymentUrl: 'http://127.0.0.1/pay/AAAAAAAAAAAAAAAAAAAAAA',
  },
};

export const resolvers = { Mutation: { initiatePayment: () => success } };

/** Tells the parent process where this server listens. */
export function announce(port) {
  process.send({ port });
}
