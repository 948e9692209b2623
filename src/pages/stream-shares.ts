/** Streams that are open at once. */
export type StreamShares = {
  readonly total: number;
  /** Streams of one payment's link. */
  readonly perLink: number;
  /** Streams of one address; null: no limit. */
  readonly perAddress: number | null;
  /** Streams of all payments of one client. */
  readonly perClient: number;
};

/** The holders whose shares a stream uses. */
export type StreamOwner = { readonly link: string; readonly address: string; readonly client: string };

export type StreamRefusal = keyof StreamOwner | 'total';

export type StreamCount = {
  /** The share that is used up; null where there is room. */
  readonly refusalOf: (owner: StreamOwner) => StreamRefusal | null;
  /** Counts a stream until the answer is called. */
  readonly take: (owner: StreamOwner) => () => void;
};

/** Counts streams by link, address and client, so that none of them takes all. */
export function createStreamCount({ total, perLink, perAddress, perClient }: StreamShares): StreamCount {
  const limits = { link: perLink, address: perAddress ?? Number.POSITIVE_INFINITY, client: perClient };
  const open = {
    link: new Map<string, number>(),
    address: new Map<string, number>(),
    client: new Map<string, number>(),
  };
  let all = 0;
  const change = (owner: StreamOwner, by: 1 | -1): void => {
    all += by;
    for (const kind of kinds) {
      const count = (open[kind].get(owner[kind]) ?? 0) + by;
      if (count === 0) open[kind].delete(owner[kind]);
      else open[kind].set(owner[kind], count);
    }
  };
  return {
    refusalOf: (owner) =>
      kinds.find((kind) => (open[kind].get(owner[kind]) ?? 0) >= limits[kind]) ?? (all >= total ? 'total' : null),
    take: (owner) => {
      change(owner, 1);
      return () => change(owner, -1);
    },
  };
}

const kinds = ['link', 'address', 'client'] as const;
