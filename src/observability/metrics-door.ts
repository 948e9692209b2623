import { createHash, timingSafeEqual } from 'node:crypto';
import express, { type ErrorRequestHandler, type Express, type Request, type RequestHandler, Router } from 'express';
import type { Config } from '../config/config.ts';
import type { Collection } from './metrics-collection.ts';

export type MetricsDoor = {
  /** For the gateway's own address. */
  readonly router: Router;
  /** For an address that serves only metrics. */
  readonly app: Express;
};

type Access = Pick<Config, 'deployment' | 'metrics'>;

/**
 * `GET /metrics`, in Prometheus' text format. Metrics reveal how much is paid and where. With a port of their own they
 * are served only there; with a token, only to callers that show it. In production, without either, the gateway's
 * address does not serve them, because strangers reach it.
 */
export function createMetricsDoor({ deployment, metrics }: Access, collection: Collection): MetricsDoor {
  const answer: RequestHandler = async (_request, response) => {
    const text = await collection.collect();
    response.set({ 'Content-Type': collection.contentType, 'Cache-Control': 'no-store' }).end(text);
  };
  const handlers = metrics?.token ? [tokenCheck(metrics.token.reveal()), answer] : [answer];
  const isAtGateway = metrics === null ? deployment === 'development' : metrics.port === null;
  const router = Router();
  if (isAtGateway) router.get('/metrics', ...handlers);
  const app = express().disable('x-powered-by').disable('etag');
  app.get('/metrics', ...handlers);
  app.use((_request, response) => void response.status(404).end());
  const failed: ErrorRequestHandler = (_fault, _request, response, _next) => void response.status(500).end();
  app.use(failed);
  return { router, app };
}

function tokenCheck(token: string): RequestHandler {
  const expected = digestOf(token);
  return (request, response, next) => {
    if (timingSafeEqual(digestOf(tokenOf(request)), expected)) return next();
    response.status(401).set({ 'WWW-Authenticate': 'Bearer', 'Cache-Control': 'no-store' }).end();
  };
}

const tokenOf = (request: Request): string => /^Bearer +(\S+) *$/i.exec(request.get('Authorization') ?? '')?.[1] ?? '';

/** Digests have equal lengths, whatever was sent. */
const digestOf = (text: string): Buffer => createHash('sha256').update(text).digest();
