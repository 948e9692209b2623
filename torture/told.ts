import { createWriteStream } from 'node:fs';
import { open } from 'node:fs/promises';

/** The answers that clients received: one line each, written before anything else is done with it. */

export type Told =
  | {
      readonly what: 'INITIATED';
      readonly intent: number;
      readonly payment: string;
      readonly reference: string;
      readonly status: string;
      readonly cents: number;
      readonly replayed: boolean;
    }
  /** The key was used for something else before. */
  | { readonly what: 'CONFLICT'; readonly intent: number }
  | {
      readonly what: 'OPERATED';
      readonly intent: number;
      readonly step: number;
      readonly payment: string;
      readonly operation: string | null;
      readonly kind: string;
      readonly status: string;
      readonly cents: number | null;
    }
  | { readonly what: 'SEEN'; readonly intent: number; readonly payment: string; readonly status: string }
  /** An answer that no right request should get. */
  | { readonly what: 'REFUSED'; readonly intent: number; readonly request: string; readonly answer: string }
  | { readonly what: 'GAVE_UP'; readonly intent: number; readonly request: string };

export type TellingLog = { readonly write: (told: Told) => void; readonly close: () => Promise<void> };

export function openTellingLog(file: string): TellingLog {
  const stream = createWriteStream(file);
  return {
    write: (told) => void stream.write(`${JSON.stringify(told)}\n`),
    close: () => new Promise((resolve) => stream.end(resolve)),
  };
}

export async function* readTold(file: string): AsyncGenerator<Told> {
  const handle = await open(file);
  for await (const line of handle.readLines()) yield JSON.parse(line) as Told;
}
