import { connect } from 'node:net';

export type RawAnswer = {
  readonly text: string;
  /** Of the first answer; null where there was none. */
  readonly status: number | null;
  /** How many answers came. */
  readonly answers: number;
  readonly closed: boolean;
  readonly ms: number;
  /** Until the first byte of an answer, or the end of the connection; null where neither came in time. */
  readonly answeredMs: number | null;
};

const turns = 15;

/**
 * Sends bytes as they are and collects what comes back, until the server closes or `waitMs` have passed. They pass in
 * turns: while a busy machine holds this process up, the server in it does nothing either.
 * @param untilAnswered waits after the first byte of an answer no longer than for more of the same, 300 ms
 * @param drip sends one byte of `rest` every so many milliseconds
 */
export function exchangeRaw(
  url: string,
  bytes: string | Buffer,
  {
    waitMs = 300,
    untilAnswered = false,
    drip,
  }: { waitMs?: number; untilAnswered?: boolean; drip?: { rest: string; everyMs: number } } = {},
): Promise<RawAnswer> {
  const { hostname, port } = new URL(url);
  const startedAt = performance.now();
  return new Promise((resolve) => {
    const socket = connect(Number(port), hostname);
    let text = '';
    let position = 0;
    let answeredMs: number | null = null;
    const answered = (): void => {
      answeredMs ??= performance.now() - startedAt;
    };
    const dripping =
      drip && setInterval(() => socket.writable && socket.write(drip.rest.charAt(position++) || 'x'), drip.everyMs);
    let isFinished = false;
    const finish = (closed: boolean): void => {
      if (isFinished) return;
      isFinished = true;
      clearInterval(timer);
      if (closed) answered();
      clearInterval(dripping);
      socket.destroy();
      const status = /^HTTP\/1\.1 (\d{3})/.exec(text)?.[1];
      const answers = text.match(/HTTP\/1\.1 (?!100)\d{3}/g)?.length ?? 0;
      const ms = performance.now() - startedAt;
      resolve({ text, status: status ? Number(status) : null, answers, closed, ms, answeredMs });
    };
    let turnsLeft = turns;
    const timer = setInterval(() => --turnsLeft === 0 && finish(false), waitMs / turns);
    socket.on('data', (chunk) => {
      if (untilAnswered && answeredMs === null) setTimeout(() => finish(false), 300);
      answered();
      text += chunk.toString('latin1');
    });
    socket.on('error', () => undefined);
    socket.on('close', () => finish(true));
    socket.write(typeof bytes === 'string' ? Buffer.from(bytes, 'latin1') : bytes);
  });
}
