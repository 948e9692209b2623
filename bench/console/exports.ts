import { Readable, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Store } from '../../src/app/store.ts';
import { anonymous } from '../../src/kernel/caller.ts';
import { createIdentifiers } from '../../src/kernel/identifiers.ts';
import { createOpenExports } from '../../src/modules/exports/open-exports.ts';
import type { Services } from '../../src/modules/exports/ports.ts';
import { startExport } from '../../src/modules/exports/start-export.ts';
import type { Figure, Meter } from './measure.ts';

const exportsMeasured = [
  ['newest first, with names', 'sort=NEWEST&names=true'],
  ['by amount', 'sort=AMOUNT'],
  ['paid by card', 'status=PAID&paymentType=CB'],
] as const;

/**
 * All payments as a file of the console: rows for each second of processor time, and the memory that it took more. A
 * short one comes first: a process grows once, by what it compiles and by what V8 keeps free for it.
 */
export async function measureExports(store: Store, { once }: Meter): Promise<readonly Figure[]> {
  const figures: Figure[] = [];
  for await (const _page of startText(store, 'idSociete=3'));
  for (const [name, query] of exportsMeasured) {
    const before = process.memoryUsage().rss;
    let [rows, most] = [0, before];
    const { cpuMs, wallMs } = await once(async () => {
      const text = startText(store, query);
      const sink = new Writable({
        write(chunk: Buffer, _encoding, done) {
          for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, at + 1)) rows += 1;
          most = Math.max(most, process.memoryUsage().rss);
          setImmediate(done);
        },
      });
      await pipeline(Readable.from(text), sink);
    });
    const besides = `${rows} rows in ${(wallMs / 1000).toFixed(0)} s`;
    figures.push(
      { what: `export ${name}`, value: rows / (cpuMs / 1000), unit: 'rows/s of CPU', aim: { least: 20_000 }, besides },
      { what: `export ${name}: memory`, value: (most - before) / 1024 ** 2, unit: 'MB more', aim: { most: 64 } },
    );
  }
  return figures;
}

async function* startText(store: Store, query: string): AsyncGenerator<string | Uint8Array> {
  const services = {
    ...{ store, clock: Date.now, identifiers: createIdentifiers(Date.now), societes: new Map() },
    settings: { deployment: 'development' },
  } as unknown as Services;
  const started = await startExport(services, createOpenExports(), anonymous, {
    ...{ kind: 'payments', query: new URLSearchParams(query), language: 'fr', request: 'req_bench' },
    ...{ callerNow: async () => anonymous, isGone: () => false },
  });
  yield* started.text;
  await started.end(null);
}
