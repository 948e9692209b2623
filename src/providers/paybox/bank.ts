import type { Bank } from '../bank.ts';
import { createPayboxDirect } from './direct.ts';
import { createPaybox } from './paybox.ts';

export const paybox: Bank<'PAYBOX'> = {
  createProvider: createPaybox,
  createOperations: createPayboxDirect,
  remarksOn: ({ direct, acceptsMessagesAlone }, runMode, path) => {
    if (direct || runMode !== 'LIVE') return [];
    return acceptsMessagesAlone
      ? [`${path}: acceptsMessagesAlone lets a message pay with nothing to confirm it. Set direct instead.`]
      : [`${path}: there is no direct (Paybox Direct), so that each paid message goes to NEEDS_REVIEW.`];
  },
};
