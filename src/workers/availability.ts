import type { Logger } from 'pino';
import type { AvailabilityUrl } from '../kernel/merchant.ts';
import type { EffectiveRunMode, PaymentTarget } from '../kernel/vocabulary.ts';

/** A page's own report; `SILENT` where it does not answer. */
type State = 'UP' | 'DOWN' | 'SILENT';
type Round = {
  readonly state: State;
  /** Where customers are to go. */
  readonly open: 'FIRST' | 'BACKUP' | 'NONE';
};

export type Availability = {
  /**
   * The result of the last round; an unwatched page counts as up. Makes no call. Test payments are never held up: the
   * check proves nothing about a bank's test platform.
   */
  readonly isDown: (target: PaymentTarget, idSociete: string, runMode: EffectiveRunMode) => boolean;
  /** Whether the backup page takes payments and the first page does not. */
  readonly usesBackupPage: (target: PaymentTarget, idSociete: string, runMode: EffectiveRunMode) => boolean;
  readonly start: () => void;
  readonly stop: () => void;
  /** Runs one round at once. */
  readonly check: () => Promise<void>;
};

const roundMs = 15_000;
const answerWithinMs = 2_000;
const maximumPageBytes = 64 * 1024;

/**
 * Checks the banks' pages in the background, so that no customer is sent to a page that takes no payments. A Paybox
 * host reports it in `load.html`: the element `server_status` holds `OK`. Any other page answers 200.
 * @param pages those of the config as it is now: it may be reloaded
 */
export function createAvailability({
  pages,
  logger,
}: {
  readonly pages: () => readonly AvailabilityUrl[];
  readonly logger: Logger;
}): Availability {
  /** By page and address: what was seen at another address says nothing of the page. */
  const rounds = new Map<string, Round>();
  let timer: NodeJS.Timeout | null = null;

  const check = async (): Promise<void> => {
    const watched = new Map(pages().map((page) => [JSON.stringify(page), page]));
    for (const name of rounds.keys()) if (!watched.has(name)) rounds.delete(name);
    await Promise.all(
      [...watched].map(async ([name, page]) => {
        const before = rounds.get(name) ?? firstIsUp;
        const round = await look(page);
        rounds.set(name, round);
        if (round.state === before.state && round.open === before.open) return;
        const { target, idSociete, runMode } = page;
        logger.warn(
          { target, idSociete, runMode, isUp: round.state === 'UP', ...round },
          "a bank's page changed its availability",
        );
      }),
    );
  };

  const openAt = (...[target, idSociete, runMode]: Parameters<Availability['isDown']>) => {
    const page = pages().find((one) => one.target === target && one.idSociete === idSociete && one.runMode === runMode);
    return page && rounds.get(JSON.stringify(page))?.open;
  };

  return {
    isDown: (target, idSociete, runMode) => runMode === 'LIVE' && openAt(target, idSociete, runMode) === 'NONE',
    usesBackupPage: (...of) => openAt(...of) === 'BACKUP',
    check,
    start: () => {
      if (timer) return;
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

const firstIsUp: Round = { state: 'UP', open: 'FIRST' };

async function look({ url, backupUrl }: AvailabilityUrl): Promise<Round> {
  const state = await stateOf(url);
  if (state === 'UP') return firstIsUp;
  if (backupUrl !== undefined && (await stateOf(backupUrl)) === 'UP') return { state, open: 'BACKUP' };
  // Where nothing answers, the fault is probably in our own way out, which is not the customer's.
  return { state, open: state === 'DOWN' ? 'NONE' : 'FIRST' };
}

async function stateOf(url: string): Promise<State> {
  try {
    const response = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(answerWithinMs) });
    const text = await beginningOf(response);
    const status = /id=["']?server_status["']?[^>]*>\s*([^<\s]*)/.exec(text)?.[1] ?? 'OK';
    return response.ok && status === 'OK' ? 'UP' : 'DOWN';
  } catch {
    return 'SILENT';
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
