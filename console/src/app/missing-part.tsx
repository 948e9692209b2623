import { GatewayError } from '@reglement/client';
import { useCallback, useEffect, useState } from 'react';
import { ErrorState } from '../parts/states.tsx';

/** A file of the console that did not come: there is no connection, or a newer version has other files. */
export const isMissingPart = ({ message }: Error): boolean =>
  /dynamically imported module|Importing a module script|preload CSS/.test(message);

/** `GONE`: the gateway has no such file any more. */
type Look = 'AWAY' | 'GONE' | 'THERE';

/** Asks the gateway for the file. Safari names none: then for the one of this script. */
async function lookFor({ message }: Error): Promise<Look> {
  const [file = import.meta.url] = /https?:\S+/.exec(message) ?? [];
  try {
    const { status } = await fetch(file, { method: 'HEAD', cache: 'no-store' });
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

/** In its place. It is tried again by itself when the network is there again. */
export function MissingPart({ fault }: { readonly fault: Error }) {
  const [look, setLook] = useState<Look>('AWAY');
  useEffect(() => void lookFor(fault).then(setLook), [fault]);
  // A browser keeps what it could not load: only a new page asks again. Without an answer there would be no page.
  const retry = useCallback(async () => {
    const seen = await lookFor(fault);
    if (seen === 'AWAY') setLook(seen);
    else location.reload();
  }, [fault]);
  useEffect(() => {
    const again = (): void => void retry();
    addEventListener('online', again);
    return () => removeEventListener('online', again);
  }, [retry]);
  const code = look === 'GONE' ? 'DOCUMENT_REFUSED' : 'NO_ANSWER';
  const shown = new GatewayError({ code, message: fault.message, status: null, requestId: null, errors: [] });
  return <ErrorState fault={shown} retry={() => void retry()} />;
}
