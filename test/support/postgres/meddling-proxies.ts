import { startPostgresProxy } from './postgres-proxy.ts';

/** Stands between a store and its server, and delays every answer, so that waiting shows. */
export async function startSlowProxy(delayMs = 100) {
  let waits = 0;
  const proxy = await startPostgresProxy((near, far) => {
    let isAnswered = true;
    near.on('data', (chunk) => {
      if (isAnswered) waits++;
      isAnswered = false;
      far.write(chunk);
    });
    far.on('data', (chunk) => {
      setTimeout(() => {
        isAnswered = true;
        near.write(chunk);
      }, delayMs);
    });
  });
  return { ...proxy, waits: () => waits };
}

/** Stands between a store and its server: loses answers after the work was done, or makes one command a wrong one. */
export async function startMeddlingProxy() {
  let withheld: string | null = null;
  let isWithholding = false;
  let spoilt: string | null = null;
  const proxy = await startPostgresProxy((near, far) => {
    near.on('data', (chunk: Buffer) => {
      const place = spoilt === null ? -1 : chunk.indexOf(spoilt);
      if (place >= 0) {
        chunk[place] = 'X'.charCodeAt(0);
        spoilt = null;
      }
      if (withheld !== null && chunk.includes(withheld)) isWithholding = true;
      far.write(chunk);
    });
    far.on('data', (chunk) => {
      if (!isWithholding) return near.write(chunk);
      isWithholding = false;
      withheld = null;
      // Time enough for the server to do all that was sent to it.
      setTimeout(() => {
        near.destroy();
        far.destroy();
      }, 200);
      far.pause();
    });
  });
  return {
    ...proxy,
    withholdAnswerTo: (command: string): void => {
      withheld = command;
    },
    spoil: (command: string): void => {
      spoilt = command;
    },
  };
}

/** Stands between a store and its server, and cuts a connection on which the store sends `word`. */
export async function startCuttingProxy(word: string) {
  let left = 0;
  let cuts = 0;
  const proxy = await startPostgresProxy((near, far) => {
    near.on('data', (chunk) => {
      if (left === 0 || !chunk.includes(word)) return;
      left--;
      cuts++;
      near.destroy();
      far.destroy();
    });
    near.pipe(far).pipe(near);
  });
  return {
    ...proxy,
    cut: (times: number): void => {
      left = times;
    },
    cuts: () => cuts,
  };
}
