import type { Logger } from 'pino';
import type { EffectiveRunMode, PaymentTarget } from '../domain/vocabulary.ts';

type WatchedPage = {
  readonly target: PaymentTarget;
  readonly idSociete: string;
  readonly runMode: EffectiveRunMode;
  readonly url: string;
};

export type Availability = {
  /** As the last round saw it; a page that nobody watches is taken to be up. Never asks. */
  readonly isDown: (target: PaymentTarget, idSociete: string, runMode: EffectiveRunMode) => boolean;
  readonly start: () => void;
  readonly stop: () => void;
  /** One round, for those who cannot wait for the next. */
  readonly check: () => Promise<void>;
};

const roundMs = 15_000;
const answerWithinMs = 2_000;
const maximumPageBytes = 64 * 1024;

/**
 * Asks the banks' pages in the background whether they take payments, so that nobody is sent to one that does not.
 * A Paybox host says so in its `load.html`: the element `server_status` holds `OK`. Any other page answers 200.
 */
export function createAvailability({ urls, logger }: { urls: readonly WatchedPage[]; logger: Logger }): Availability {
  const down = new Set<string>();
  let timer: NodeJS.Timeout | null = null;

  const check = async (): Promise<void> => {
    await Promise.all(
      urls.map(async (page) => {
        const name = nameOf(page.target, page.idSociete, page.runMode);
        const isUp = await takesPayments(page.url);
        if (isUp === !down.has(name)) return;
        if (isUp) down.delete(name);
        else down.add(name);
        logger.warn(
          { target: page.target, idSociete: page.idSociete, runMode: page.runMode, isUp },
          "a bank's page changed its availability",
        );
      }),
    );
  };

  return {
    isDown: (target, idSociete, runMode) => down.size > 0 && down.has(nameOf(target, idSociete, runMode)),
    check,
    start: () => {
      if (urls.length === 0 || timer) return;
      void check();
      timer = setInterval(() => void check(), roundMs);
      timer.unref();
    },
    stop: () => {
      if (timer) clearInterval(timer);
      timer = null;
    },
  };
}

const nameOf = (target: PaymentTarget, idSociete: string, runMode: EffectiveRunMode): string =>
  `${target} ${idSociete} ${runMode}`;

async function takesPayments(url: string): Promise<boolean> {
  try {
    const response = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(answerWithinMs) });
    const text = await beginningOf(response);
    if (!response.ok) return false;
    const status = /id=["']?server_status["']?[^>]*>\s*([^<\s]*)/.exec(text);
    return status === null || status[1] === 'OK';
  } catch {
    return false;
  }
}

/** No more of a page than is looked at is taken, however much comes. */
async function beginningOf({ body }: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  // Leaving the loop early cancels the rest.
  for await (const chunk of body ?? []) {
    chunks.push(chunk);
    length += chunk.byteLength;
    if (length >= maximumPageBytes) break;
  }
  return Buffer.concat(chunks).subarray(0, maximumPageBytes).toString('utf8');
}
