import { createServer, request as httpRequest } from 'node:http';
import express from 'express';
import { createLanguageOf } from '../../../src/kernel/locale/language.ts';
import { createDocumentation } from '../../../src/rest/documentation/documentation.ts';
import type { DocumentationSettings } from '../../../src/rest/documentation/settings.ts';
import { startGateway, type TestGateway, type TestGatewayOptions } from '../gateway.ts';
import { serving } from '../http/serving.ts';

export type DocumentedGateway = AsyncDisposable & {
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
  const served = await serving(server);
  const { url } = served;
  const app = express().disable('etag').set('query parser', 'simple');
  app.use(
    createDocumentation({
      settings: {
        publicUrl: url,
        envelopeCasing: 'camel',
        identifiesCallers: false,
        languageOf: createLanguageOf('fr'),
        ...settings,
      },
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
  const close = async (): Promise<void> => {
    await served.close();
    await gateway.close();
  };
  return { url, gateway, close, [Symbol.asyncDispose]: close };
}
