import pg from 'pg';

/** A connection of its own; `end` gives it back. */
export async function connectTo(connectionString: string, options: pg.ClientConfig = {}): Promise<pg.Client> {
  const client = new pg.Client({ connectionString, ...options });
  await client.connect();
  return client;
}

/** A connection for one piece of work. */
export async function withClient<Value>(
  connectionString: string,
  work: (client: pg.Client) => Promise<Value>,
): Promise<Value> {
  const client = await connectTo(connectionString);
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Waits for a server that is starting. */
export async function untilItAnswers(url: string, patienceMs: number): Promise<void> {
  for (const deadline = Date.now() + patienceMs; ; ) {
    const client = new pg.Client({ connectionString: url });
    client.on('error', () => undefined);
    try {
      await client.connect();
      await client.query('select 1');
      await client.end();
      return;
    } catch (error) {
      if (Date.now() > deadline) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}
