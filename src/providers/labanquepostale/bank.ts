import type { Bank } from '../bank.ts';
import { createLabanquepostale } from './labanquepostale.ts';
import { createLabanquepostaleRest } from './rest.ts';

/**
 * How long a card authorisation lasts in France. After that the bank asks for a new one, the day before the capture.
 */
const authorisationDays = 6;

export const labanquepostale: Bank<'LABANQUEPOSTALE'> = {
  createProvider: createLabanquepostale,
  createOperations: createLabanquepostaleRest,
  remarksOn: ({ capture }, _runMode, path) => {
    if (capture === undefined) {
      return [
        `${path}.capture: is left out, so that the shop's Back Office decides when a card is debited, and whether a ` +
          'person has to validate it first. Set "immediate", a number of days, or "backOffice".',
      ];
    }
    if (typeof capture !== 'number' || capture <= authorisationDays) return [];
    return [
      `${path}.capture: is more than ${authorisationDays} days. The bank authorises such a payment only the day before ` +
        'it is captured: until then it is PENDING, and after seven days it is for a person.',
    ];
  },
};
