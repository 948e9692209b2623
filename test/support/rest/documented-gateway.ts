import { createServer, request as httpRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { createDocumentation } from '../../../src/rest/documentation/documentation.ts';
import type { DocumentationSettings } from '../../../src/rest/documentation/settings.ts';
import { startGateway, type TestGateway, type TestGatewayOptions } from '../gateway.ts';

export type DocumentedGateway = {
  readonly url: string;
  readonly gateway: TestGateway;
  readonly close: () => Promise<void>;
};

/** A gateway on one address with its documentation, whatever the deployment's own setting says. */
export async function startDocumentedGateway(
  settings: Partial<DocumentationSettings> = {},
  options: TestGatewayOptions = {},
): Promise<DocumentedGateway> {
  const gateway = await startGateway(options);
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const app = express().disable('etag').set('query parser', 'simple');
  app.use(
    createDocumentation({
      settings: { publicUrl: url, envelopeCasing: 'camel', identifiesCallers: false, ...settings },
      randomNonce: () => 'bm9uY2U=',
    }),
  );
  app.use((request, response) => {
    const onward = httpRequest(`${gateway.url}${request.url}`, { method: request.method, headers: request.headers });
    onward.on('response', (answer) => {
      response.writeHead(answer.statusCode ?? 500, answer.headers);
      answer.pipe(response);
    });
    request.pipe(onward);
  });
  server.on('request', app);
  return {
    url,
    gateway,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await gateway.close();
    },
  };
}
