import { Intention } from '@reglement/client';
import { useRef, useState } from 'react';
import { ask } from '../../api/client.ts';
import { orThrow } from '../../api/refusals.ts';
import { SendingError } from '../../api/send-file.ts';
import { useAskAgain } from '../../api/use-ask.ts';
import { type CustomerChange, ImportCustomersDocument } from '../../generated/operations.ts';
import { useHasLeft } from '../../parts/hooks/use-has-left.ts';
import { announce } from '../../parts/toast.tsx';
import { useTexts } from '../../texts/language.tsx';
import {
  type CheckedCustomer,
  checkFile,
  type Defaults,
  type FileCheck,
  partsOf,
  type RefusedLine,
} from './import-file.ts';
import { importTexts } from './import-texts.ts';

/** How far an import is. */
export type Written = {
  readonly counts: Readonly<Record<CustomerChange, number>>;
  readonly refused: readonly RefusedLine[];
  /** Lines of the file that were not sent: the look refused them. */
  readonly notSent: number;
  /** The requests that are still to send, each under a key of its own. */
  readonly left: readonly Part[];
  readonly all: number;
};
type Part = { readonly rows: readonly CheckedCustomer[]; readonly intention: Intention };

export type Step =
  | { readonly kind: 'NONE' }
  | { readonly kind: 'SENDING'; readonly file: File; readonly share: number }
  | { readonly kind: 'REFUSED'; readonly file: File; readonly fault: SendingError }
  | { readonly kind: 'CHECKED'; readonly file: File; readonly check: FileCheck }
  | { readonly kind: 'IMPORTING'; readonly written: Written }
  | { readonly kind: 'STOPPED'; readonly written: Written; readonly fault: Error | null }
  | { readonly kind: 'DONE'; readonly written: Written };

/** A file is looked at, then its rows are written part by part. */
export function useImport(defaults: Defaults) {
  const [step, setStep] = useState<Step>({ kind: 'NONE' });
  const aborting = useRef<AbortController | null>(null);
  const askAgain = useAskAgain();
  const said = useTexts(importTexts);
  const hasLeft = useHasLeft();
  const begin = (): AbortSignal => {
    aborting.current?.abort();
    aborting.current = new AbortController();
    return aborting.current.signal;
  };
  const write = async (from: Written): Promise<void> => {
    const signal = begin();
    let written = from;
    setStep({ kind: 'IMPORTING', written });
    try {
      while (written.left.length > 0 && !signal.aborted) {
        written = await afterPart(written);
        if (!signal.aborted) setStep({ kind: 'IMPORTING', written });
      }
      setStep(written.left.length > 0 ? { kind: 'STOPPED', written, fault: null } : { kind: 'DONE', written });
      if (hasLeft.current) announce(said.done);
    } catch (error) {
      setStep({ kind: 'STOPPED', written, fault: error as Error });
      if (hasLeft.current) announce(said.failed);
    }
    void askAgain();
  };
  return {
    step,
    check: async (file: File): Promise<void> => {
      const signal = begin();
      setStep({ kind: 'SENDING', file, share: 0 });
      try {
        const onProgress = (share: number): void => setStep({ kind: 'SENDING', file, share });
        const check = await checkFile(file, defaults, { signal, onProgress });
        if (!signal.aborted) setStep({ kind: 'CHECKED', file, check });
      } catch (error) {
        if (signal.aborted) return;
        const fault = error instanceof SendingError ? error : new SendingError('UNEXPECTED', '', null);
        setStep({ kind: 'REFUSED', file, fault });
      }
    },
    importAll: ({ customers, counts }: FileCheck): void => {
      const left = partsOf(customers).map((rows) => ({ rows, intention: new Intention() }));
      void write({
        ...{ counts: { CREATED: 0, CHANGED: 0, UNCHANGED: 0 }, refused: [], notSent: counts.REFUSED },
        left,
        all: customers.length,
      });
    },
    goOn: (written: Written): void => void write(written),
    /** The part that is on its way is waited for. */
    stop: (): void => aborting.current?.abort(),
    leave: (): void => {
      aborting.current?.abort();
      setStep({ kind: 'NONE' });
    },
  };
}

/** Sends the next part. @throws GatewayError */
async function afterPart(written: Written): Promise<Written> {
  const [part, ...left] = written.left;
  if (!part) return written;
  const { rows, intention } = part;
  const input = { customers: rows.map(({ customer }) => customer) };
  const { importCustomers } = await ask(ImportCustomersDocument, { input }, { intention });
  const { rows: done } = orThrow(importCustomers);
  const count = (wanted: CustomerChange): number =>
    written.counts[wanted] + done.filter(({ change }) => change === wanted).length;
  const refused = done.flatMap(({ change, issues }, place): RefusedLine[] => {
    const row = rows[place];
    if (change !== null || !row) return [];
    const reasons = issues.map(({ path, message }) => ({ column: path[0] ?? null, message }));
    return [{ line: row.line, idClient: row.customer.idClient, reasons }];
  });
  return {
    ...{ left, all: written.all, refused: [...written.refused, ...refused], notSent: written.notSent },
    counts: { CREATED: count('CREATED'), CHANGED: count('CHANGED'), UNCHANGED: count('UNCHANGED') },
  };
}

/** How many rows have an answer. */
export const doneOf = ({ counts, refused }: Written): number =>
  counts.CREATED + counts.CHANGED + counts.UNCHANGED + refused.length;
