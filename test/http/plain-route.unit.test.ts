import type { IncomingMessage, ServerResponse } from 'node:http';
import express from 'express';
import { describe, expect, it } from 'vitest';
import { plainRoute } from '../../src/http/plain-route.ts';

const asked = (method: string, url: string) => ({ method, url, headers: {} }) as IncomingMessage;

/** What either writes by itself, to OPTIONS. */
function written(note: (outcome: string) => void) {
  let allow = '';
  const response = {
    setHeader: (name: string, value: string) => {
      if (name === 'Allow') allow = value;
      return response;
    },
    end: (text: string) => note(`${allow}: ${text}`),
  };
  return response as unknown as ServerResponse & express.Response;
}

function plainly(method: string, url: string): string {
  const request: IncomingMessage & { route?: { path: string } } = asked(method, url);
  let outcome = 'nothing';
  const route = plainRoute('/health/ready', () => {
    outcome = `answered as ${request.route?.path}`;
  });
  const note = (text: string): void => {
    outcome = text;
  };
  route(request, written(note), () => note('passed on'));
  return outcome;
}

function byExpress(method: string, url: string): string {
  let outcome = 'nothing';
  const router = express.Router().get('/health/ready', (request) => {
    outcome = `answered as ${request.route.path}`;
  });
  const note = (text: string): void => {
    outcome = text;
  };
  router(asked(method, url) as express.Request, written(note), () => note('passed on'));
  return outcome;
}

describe('a route without Express', () => {
  const urls = [
    ...['/health/ready', '/health/ready/', '/Health/READY', '/health/ready?x=1', '/health/ready/?x', '/health/ready?'],
    ...[
      '/health',
      '/health/readyx',
      '/health/ready/x',
      '/health/ready//',
      '//health/ready',
      '/',
      '',
      '/health/%72eady',
    ],
  ];
  it.each(urls.flatMap((url) => ['GET', 'HEAD', 'OPTIONS', 'POST', 'DELETE'].map((method) => [method, url] as const)))(
    'takes %s %s as Express does',
    (method, url) => {
      expect(plainly(method, url)).toBe(byExpress(method, url));
    },
  );
});
