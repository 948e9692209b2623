import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { Config } from '../config/config.ts';
import { type PlainRoute, plainRoute } from '../http/plain-route.ts';
import type { Collection } from './metrics-collection.ts';

export type MetricsDoor = {
  /** For the gateway's own address. */
  readonly route: PlainRoute;
  /** For an address that serves only metrics. */
  readonly app: RequestListener;
};

type Access = Pick<Config, 'deployment' | 'metrics'>;

/**
 * `GET /metrics`, in Prometheus' text format. Metrics reveal how much is paid and where. With a port of their own they
 * are served only there; with a token, only to callers that show it. In production, without either, the gateway's
 * address does not serve them, because strangers reach it.
 */
export function createMetricsDoor({ deployment, metrics }: Access, collection: Collection): MetricsDoor {
  const mayRead = metrics?.token ? tokenCheck(metrics.token.reveal()) : () => true;
  const own = plainRoute('/metrics', async (request, response) => {
    response.setHeader('Cache-Control', 'no-store');
    if (!mayRead(request)) {
      response.setHeader('WWW-Authenticate', 'Bearer');
      return end(response, 401);
    }
    const text = await collection.collect();
    response.setHeader('Content-Type', collection.contentType);
    response.end(text);
  });
  const isAtGateway = metrics === null ? deployment === 'development' : metrics.port === null;
  const alone = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    try {
      await own(request, response, () => end(response, 404));
    } catch {
      end(response, 500);
    }
  };
  return {
    route: isAtGateway ? own : (_request, _response, next) => next(),
    app: (request, response) => void alone(request, response),
  };
}

function end(response: ServerResponse, status: number): void {
  response.statusCode = status;
  response.end();
}

function tokenCheck(token: string): (request: IncomingMessage) => boolean {
  const expected = digestOf(token);
  return (request) => timingSafeEqual(digestOf(tokenOf(request)), expected);
}

const tokenOf = ({ headers }: IncomingMessage): string =>
  /^Bearer +(\S+) *$/i.exec(headers.authorization ?? '')?.[1] ?? '';

/** Digests have equal lengths, whatever was sent. */
const digestOf = (text: string): Buffer => createHash('sha256').update(text).digest();
