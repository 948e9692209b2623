import type { DirectDebitBatchStatus as Name } from '../../generated/operations.ts';
import { debitWords } from '../../texts/debits.ts';
import { useTexts } from '../../texts/language.tsx';
import { Status, type Tone } from '../values/status.tsx';

const tones: Readonly<Record<Name, Tone>> = { CREATED: 'wait', SUBMITTED: 'good', CANCELLED: 'ended' };

export function BatchStatus({ status }: { readonly status: Name }) {
  return <Status tone={tones[status]}>{useTexts(debitWords).batchStatus[status]}</Status>;
}
