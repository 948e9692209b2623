import { createServer, type IncomingMessage, request as requestOf, type ServerResponse } from 'node:http';
import { serving } from './serving.ts';

export type PathProxy = {
  /** The public URL of the gateway that it leads to. */
  readonly url: string;
  /** Paths that someone asked for outside of the public URL: a link that forgot it. */
  readonly strayed: readonly string[];
  readonly leadTo: (url: string) => void;
  readonly close: () => Promise<void>;
};

/** A proxy that shares its host: it passes on what is beneath `path`, and takes the path off. */
export async function openPathProxy(path: string): Promise<PathProxy> {
  const strayed: string[] = [];
  let target = '';
  const pass = (request: IncomingMessage, response: ServerResponse): void => {
    const { url = '/', method, headers } = request;
    if (url !== path && !url.startsWith(`${path}/`)) {
      strayed.push(url);
      response.writeHead(404).end();
      return;
    }
    const onward = requestOf(target + (url.slice(path.length) || '/'), { method, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    onward.on('error', () => response.destroy());
    response.on('close', () => onward.destroy());
    request.pipe(onward);
  };
  const { url, close } = await serving(createServer(pass));
  return {
    url: url + path,
    strayed,
    leadTo: (onward) => {
      target = onward;
    },
    close,
  };
}
