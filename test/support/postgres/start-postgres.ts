import { fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Of a server that lives as long as this run of the tests; it ends in `/postgres`, a database of its own. */
    postgresUrl: string;
    /** The name of a database on it with the tables, to be copied. */
    postgresTemplate: string;
  }
}

type Message = { readonly url: string; readonly template: string } | { readonly fault: string };

/** One PostgreSQL server for the whole run, from npm; `databases.ts` makes a database on it. Unit tests need none. */
export default async function startPostgres({ provide, vitest }: TestProject): Promise<(() => Promise<void>) | null> {
  if (vitest.projects.every(({ name }) => name === 'unit')) return null;
  const server = fork(path.join(import.meta.dirname, 'postgres-server.ts'));
  const exited = once(server, 'exit');
  const stop = async () => {
    if (server.connected) server.disconnect();
    await exited;
  };
  const died = exited.then((): [Message] => [{ fault: 'its process ended' }]);
  const [message] = (await Promise.race([once(server, 'message'), died])) as [Message];
  if ('fault' in message) {
    await stop();
    throw new Error(`PostgreSQL did not start: ${message.fault}`);
  }
  provide('postgresUrl', message.url);
  provide('postgresTemplate', message.template);
  return stop;
}
