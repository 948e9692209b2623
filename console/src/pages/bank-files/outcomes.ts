import type { BankFileEntryOutcome, BankFileStatus } from '../../generated/operations.ts';
import type { Tone } from '../../parts/values/status.tsx';

export const outcomeTones: Readonly<Record<BankFileEntryOutcome, Tone>> = {
  APPLIED: 'good',
  REPEATED: 'ended',
  EXCEPTION: 'alert',
  RULED: 'good',
  IGNORED: 'ended',
};

export const fileTones: Readonly<Record<BankFileStatus, Tone>> = {
  RECEIVED: 'wait',
  AWAITS_CONFIRMATION: 'alert',
  IMPORTING: 'wait',
  IMPORTED: 'good',
  REFUSED: 'bad',
};
