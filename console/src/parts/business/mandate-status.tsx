import type { MandateStatus as Name } from '../../generated/operations.ts';
import { debitWords } from '../../texts/debits.ts';
import { useTexts } from '../../texts/language.tsx';
import { Status, type Tone } from '../values/status.tsx';

const tones: Readonly<Record<Name, Tone>> = {
  DRAFT: 'wait',
  SIGNED: 'wait',
  ACTIVE: 'good',
  SUSPENDED: 'alert',
  REVOKED: 'ended',
  EXPIRED: 'ended',
  COMPLETED: 'ended',
};

export function MandateStatus({ status }: { readonly status: Name }) {
  return <Status tone={tones[status]}>{useTexts(debitWords).mandateStatus[status]}</Status>;
}
