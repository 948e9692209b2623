import type { Config } from '../../config/config.ts';
import type { LabanquepostaleAccount } from '../../kernel/merchant.ts';
import type { Remark } from './remark.ts';

/**
 * How long a card authorisation lasts in France. After that the bank asks for a new one, the day before the capture.
 */
const authorisationDays = 6;

/** When Scellius debits a card. */
export function remarksOnScellius({ societes }: Config): Remark[] {
  return [...(societes ?? [])].flatMap(([id, { accounts }]) =>
    (['TEST', 'LIVE'] as const).flatMap((mode) => {
      const account = accounts.LABANQUEPOSTALE?.[mode];
      return account ? remarksOnCapture(`societes.${id}.LABANQUEPOSTALE.${mode}.capture`, account) : [];
    }),
  );
}

function remarksOnCapture(path: string, { capture }: LabanquepostaleAccount): Remark[] {
  if (capture === undefined) {
    return [
      `${path}: is left out, so that the shop's Back Office decides when a card is debited, and whether a person has to ` +
        'validate it first. Set "immediate", a number of days, or "backOffice".',
    ];
  }
  if (typeof capture !== 'number' || capture <= authorisationDays) return [];
  return [
    `${path}: is more than ${authorisationDays} days. The bank authorises such a payment only the day before it is ` +
      'captured: until then it is PENDING, and after seven days it is for a person.',
  ];
}
