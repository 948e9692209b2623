import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Listens on this machine, on a port that is free. `close` breaks off what is under way. */
export async function serving(server: Server) {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const close = async (): Promise<void> => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return { port, url: `http://127.0.0.1:${port}`, close };
}
