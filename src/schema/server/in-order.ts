import type { IncomingMessage, ServerResponse } from 'node:http';

/** A request of Node's server. Express adds `originalUrl`, which is the whole path where `url` is a part of it. */
export type Asked = IncomingMessage & { originalUrl?: string; body?: unknown };
type Next = (fault?: unknown) => void;
/** Handles a request before Express, or in it. */
export type Handler = (request: Asked, response: ServerResponse, next: Next) => unknown;

export const askedUrl = ({ originalUrl, url = '' }: Asked): string => originalUrl ?? url;

/** One handler that runs several. Express matches the path again before each handler that it knows of. */
export function inOrder(...handlers: readonly Handler[]): Handler {
  return (request, response, next) => {
    let place = 0;
    const failed = (error: unknown): void => next(error ?? new Error('A handler failed'));
    const goOn: Next = (fault) => {
      const handler = handlers[place++];
      if (fault || handler === undefined) {
        next(fault);
        return;
      }
      // What is thrown or rejected and not handled ends the process.
      try {
        const result = handler(request, response, goOn);
        if (result instanceof Promise) result.catch(failed);
      } catch (error) {
        failed(error);
      }
    };
    goOn();
  };
}
