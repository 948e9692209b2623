import type {
  KnownAccount,
  NotificationReading,
  ProviderUpdate,
  RawNotification,
} from '../../../src/modules/payments/provider.ts';
import type { PayboxAccount } from '../../../src/providers/paybox/account.ts';
import { createPaybox } from '../../../src/providers/paybox/paybox.ts';
import { account, createKeyPair, paidData, posted, signedMessage } from './paybox-examples.ts';

export const bank = createKeyPair(1024);
export const stranger = createKeyPair(1024);

export const known = (
  runMode: KnownAccount<PayboxAccount>['runMode'],
  ...publicKeys: PayboxAccount['publicKeys']
): KnownAccount<PayboxAccount> => ({ idSociete: '1', runMode, account: { ...account, publicKeys } });

export const paybox = createPaybox();
export const accounts = [known('TEST', bank.publicKey), known('LIVE', bank.publicKey)];
export const read = (raw: RawNotification): NotificationReading => paybox.readNotification(raw, accounts);

export const paid = paidData();
export const messageWith = paidData;

export function updateOf(data: string): ProviderUpdate {
  const reading = read(posted(signedMessage(data, bank)));
  if (reading.kind === 'REJECTED') throw new Error(reading.reason);
  return reading.update;
}

export const rejected = (reason: string): NotificationReading => ({ kind: 'REJECTED', reason });
