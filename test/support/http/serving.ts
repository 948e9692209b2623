import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Serving = {
  readonly port: number;
  readonly url: string;
  /** Breaks off what is under way. */
  readonly close: () => Promise<void>;
};

/** Listens on this machine, on a port of its own where none is given. */
export async function serving(server: Server, port = 0): Promise<Serving> {
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const { port: taken } = server.address() as AddressInfo;
  return {
    ...{ port: taken, url: `http://127.0.0.1:${taken}` },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
