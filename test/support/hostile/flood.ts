import { cardPayment } from '../requests.ts';
import { hostileDocuments } from './documents.ts';

/** Many who send what hurts, and beside them one who pays. */

export type Flood = {
  readonly sent: number;
  /** How many hostile documents were answered with which status. */
  readonly statuses: ReadonlyMap<number, number>;
  /** How long each payment took, shortest first; only those that were taken. */
  readonly waitsMs: readonly number[];
  /** Answers to payments that were not accepted, though they were repeated as the refusal asked. */
  readonly lost: readonly string[];
  /** How often a payment was refused with a time to come back. */
  readonly toldToComeBack: number;
  /** Before, and after each round; null where the system does not say. */
  readonly memoryMb: readonly (number | null)[];
};

type FloodOptions = {
  readonly url: string;
  readonly residentMb: () => number | null;
  readonly rounds: number;
  /** How long a round lasts; longer where it tried too few payments. */
  readonly roundMs: number;
  readonly senders: number;
};

const payment = JSON.stringify({
  query: 'mutation($input:InitiatePaymentInput!){initiatePayment(input:$input){__typename}}',
  variables: { input: cardPayment },
});
const taken = '{"data":{"initiatePayment":{"__typename":"InitiatePaymentSuccess"}}}';

export async function post(
  url: string,
  body: string,
  headers: Record<string, string> = {},
): Promise<{ status: number; text: string; ms: number }> {
  const startedAt = performance.now();
  const init = { method: 'POST', headers: { 'Content-Type': 'application/json', ...headers }, body };
  const response = await fetch(`${url}/graphql`, init);
  const text = await response.text();
  return { status: response.status, text, ms: performance.now() - startedAt };
}

/** On a busy machine they take longer than a round. */
const paymentsPerRound = 4;

export async function flood({ url, residentMb, rounds, roundMs, senders }: FloodOptions): Promise<Flood> {
  const documents = Object.values(hostileDocuments);
  const statuses = new Map<number, number>();
  const [waitsMs, lost, memoryMb]: [number[], string[], (number | null)[]] = [[], [], [residentMb()]];
  let [sent, toldToComeBack] = [0, 0];
  const attack = async (goesOn: () => boolean): Promise<void> => {
    while (goesOn()) {
      // Each is another text, so that nothing that was kept of the one before helps.
      const query = `${documents[sent % documents.length]} #${sent++}`;
      const { status } = await post(url, JSON.stringify({ query }));
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
    }
  };
  /** As a client should: it comes back after the given time. */
  const pay = async (): Promise<void> => {
    for (let refusals = 0; ; refusals++) {
      const { status, text, ms } = await post(url, payment);
      if (status !== 503 || refusals === 3) {
        if (text === taken) waitsMs.push(ms);
        else lost.push(text);
        return;
      }
      toldToComeBack++;
      await new Promise((resolve) => setTimeout(resolve, 1_000));
    }
  };
  for (let round = 0; round < rounds; round++) {
    const end = performance.now() + roundMs;
    let tried = 0;
    const goesOn = (): boolean => performance.now() < end || tried < paymentsPerRound;
    const attackers = Array.from({ length: senders }, () => attack(goesOn));
    for (; goesOn(); tried++) {
      await pay();
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    await Promise.all(attackers);
    memoryMb.push(residentMb());
  }
  return { sent, statuses, waitsMs: waitsMs.sort((one, other) => one - other), lost, toldToComeBack, memoryMb };
}

export const middleOf = (waitsMs: readonly number[]): number => waitsMs[Math.floor(waitsMs.length / 2)] ?? 0;

export function describeFlood({ sent, statuses, waitsMs, lost, toldToComeBack, memoryMb }: Flood): string {
  const byStatus = [...statuses].map(([status, count]) => `${count} × ${status}`).join(', ');
  return [
    `${sent} hostile documents (${byStatus})`,
    `${waitsMs.length} payments taken and ${lost.length} lost: ${middleOf(waitsMs).toFixed(0)} ms in the middle, ${waitsMs.at(-1)?.toFixed(0)} ms at most, ${toldToComeBack} told to come back`,
    `memory ${memoryMb.join(', ')} MB`,
  ].join('\n');
}
