import { GatewayError } from '@reglement/client';
import { useCallback, useEffect, useState } from 'react';
import { ErrorState, Skeleton } from '../parts/states.tsx';
import { useTexts } from '../texts/language.tsx';
import { shellTexts } from './texts.ts';

/** A file of the console that did not come: there is no connection, or a newer version has other files. */
export const isMissingPart = ({ message }: Error): boolean =>
  /dynamically imported module|Importing a module script|preload CSS/.test(message);

/** `GONE`: the gateway has no such file any more. */
type Look = 'AWAY' | 'GONE' | 'THERE';

/** Asks the gateway for the file. Safari names none: then for the one of this script. */
async function lookFor({ message }: Error): Promise<Look> {
  const [file = import.meta.url] = /https?:\S+/.exec(message) ?? [];
  try {
    const { status } = await fetch(file, { method: 'HEAD', cache: 'no-store', signal: AbortSignal.timeout(9_000) });
    return status === 404 ? 'GONE' : status < 500 ? 'THERE' : 'AWAY';
  } catch {
    return 'AWAY';
  }
}

/**
 * Loads a page. The router begins anew, once, where a script did not come: not while the gateway does not answer. A style
 * that did not come would be taken for one that is there: it is missing until the console begins anew.
 */
export function loadOf<Part>(load: () => Promise<Part>): () => Promise<Part> {
  let missing: Error | null = null;
  return async () => {
    if (missing) throw missing;
    try {
      return await load();
    } catch (error) {
      const fault = error as Error;
      if (!isMissingPart(fault)) throw fault;
      if (fault.message.includes('preload CSS')) missing = fault;
      throw (await lookFor(fault)) === 'AWAY' ? new Error(`away: ${fault.message}`) : fault;
    }
  };
}

/** It looks again this many times, so that a page that is left open does not ask for ever. */
const looksAtMost = 90;

/** A page that was reloaded and is away once more waits longer: a gateway that comes and goes causes no stream of reloads. */
function waitMs(): number {
  const [begun] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  return begun?.type === 'reload' ? 60_000 : 10_000;
}

/** In its place. While the gateway is away it looks again by itself, and at once when the network is there again. */
export function MissingPart({ fault }: { readonly fault: Error }) {
  const said = useTexts(shellTexts);
  const [look, setLook] = useState<Look | null>(null);
  useEffect(() => void lookFor(fault).then(setLook), [fault]);
  // A browser keeps what it could not load: only a new page asks again. Without an answer there would be no page.
  const retry = useCallback(
    async (isShown: () => boolean = () => true) => {
      const seen = await lookFor(fault);
      if (!isShown()) return;
      if (seen === 'AWAY') setLook(seen);
      else location.reload();
    },
    [fault],
  );
  const isAway = look === 'AWAY';
  useEffect(() => {
    if (!isAway) return;
    let isShown = true;
    let looks = 0;
    const again = (): void => void retry(() => isShown);
    const timer = setInterval(() => {
      if (++looks === looksAtMost) clearInterval(timer);
      again();
    }, waitMs());
    addEventListener('online', again);
    return () => {
      isShown = false;
      clearInterval(timer);
      removeEventListener('online', again);
    };
  }, [isAway, retry]);
  if (look === null) return <Skeleton lines={8} />;
  const code = { AWAY: 'NO_ANSWER', GONE: 'DOCUMENT_REFUSED', THERE: 'FILE_MISSING' }[look];
  const shown = new GatewayError({ code, message: said.fileMissing, status: null, requestId: null, errors: [] });
  return <ErrorState fault={shown} retry={() => void retry()} />;
}
