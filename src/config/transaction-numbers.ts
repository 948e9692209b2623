import type { ConfigFile } from './schema/config-file.ts';

type Numbers = { readonly from: number; readonly to: number };

/** The platform counts a shop's numbers over both modes, and the gateway with it: a shop has one range in the file. */
export function problemsOfTransactionNumbers({ societes = {} }: ConfigFile): string[] {
  const known = new Map<string, Numbers>();
  return Object.entries(societes).flatMap(([id, { LABANQUEPOSTALE }]) =>
    (['TEST', 'LIVE'] as const).flatMap((mode) => {
      const account = LABANQUEPOSTALE?.[mode];
      if (!account) return [];
      const { from, to } = account.transactionNumbers ?? { from: 0, to: 899_999 };
      const before = known.get(account.siteId);
      known.set(account.siteId, before ?? { from, to });
      if (before === undefined || (before.from === from && before.to === to)) return [];
      const path = `societes.${id}.LABANQUEPOSTALE.${mode}.transactionNumbers`;
      return [
        `${path}: must be ${before.from} to ${before.to}, as in the other account of the shop ${account.siteId}.`,
      ];
    }),
  );
}
