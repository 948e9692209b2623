import type { Config } from '../../config/config.ts';
import type { Remark } from './remark.ts';

/** LIVE contracts at PAYBOX without the means to confirm a message. */
export function remarksOnPaybox({ societes }: Config): Remark[] {
  return [...(societes?.values() ?? [])].flatMap(({ id, accounts }) => {
    const account = accounts.PAYBOX?.LIVE;
    if (!account || account.direct) return [];
    const entry = `societes.${id}.PAYBOX.LIVE`;
    return account.acceptsMessagesAlone
      ? [`${entry}: acceptsMessagesAlone lets a message pay with nothing to confirm it. Set direct instead.`]
      : [`${entry}: there is no direct (Paybox Direct), so that each paid message goes to NEEDS_REVIEW.`];
  });
}
