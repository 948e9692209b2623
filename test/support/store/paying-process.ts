import { openStore } from '../../../src/app/store.ts';
import { initiate } from './examples.ts';

// Takes payments for ever, a few at a time, and writes the id of each one as soon as it is stored.
const store = await openStore({ databaseUrl: process.argv[2] ?? '' });
await store.migrate();
for (;;) {
  await Promise.all(
    Array.from({ length: 5 }, async () => {
      const { id } = await initiate(store);
      process.stdout.write(`${id}\n`);
    }),
  );
}
