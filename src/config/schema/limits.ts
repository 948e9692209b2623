import { z } from 'zod';

/** So many requests in a window of so many seconds. */
export const defaultRates = {
  address: { requests: 1000, seconds: 10 },
  notification: { requests: 1000, seconds: 10 },
  reading: { requests: 1000, seconds: 10 },
  creation: { requests: 300, seconds: 10 },
};

const rate = (name: keyof typeof defaultRates) =>
  z
    .strictObject({
      requests: z.int().min(1).max(1_000_000).default(defaultRates[name].requests),
      seconds: z.int().min(1).max(3600).default(defaultRates[name].seconds),
    })
    .optional();

/** Limits of one process, and shares of one sender. */
export const limits = z
  .strictObject({
    connections: z.int().min(10).max(100_000).default(2_000),
    /** The most connections of one address; null: no limit. By default a tenth in production, else no limit. */
    connectionsPerAddress: z.int().min(1).max(100_000).nullable().optional(),
    /** The same for a network (IPv4 /24, IPv6 /64). By default four tenths in production, else no limit. */
    connectionsPerNetwork: z.int().min(1).max(100_000).nullable().optional(),
    /** Longer than that of the proxy in front. */
    keepAliveSeconds: z.int().min(1).max(600).default(5),
    /** Events of a payment as they happen, for customers' pages: how many streams are open at once. */
    streams: z
      .strictObject({
        total: z.int().min(1).max(100_000).default(1_000),
        perLink: z.int().min(1).max(100_000).default(20),
        /** Null: no limit. By default a twentieth of `total` in production, else no limit. */
        perAddress: z.int().min(1).max(100_000).nullable().optional(),
        /** The most streams of one client's payments. By default three quarters of `total`. */
        perClient: z.int().min(1).max(100_000).optional(),
        /** Subscriptions of one client over GraphQL. */
        subscriptionsPerClient: z.int().min(1).max(100_000).default(100),
      })
      .prefault({}),
    /** One that is left out has its default in production, else no limit. */
    rates: z
      .strictObject({
        address: rate('address'),
        notification: rate('notification'),
        reading: rate('reading'),
        creation: rate('creation'),
      })
      .prefault({}),
  })
  .prefault({});
