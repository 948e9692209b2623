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
