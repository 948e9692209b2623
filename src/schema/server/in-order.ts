import type { RequestHandler } from 'express';

/** One handler that runs several. Express matches the path again before each handler that it knows of. */
export function inOrder(...handlers: readonly RequestHandler[]): RequestHandler {
  return (request, response, next) => {
    const runFrom = (place: number): unknown => {
      const handler = handlers[place];
      if (handler === undefined) return next();
      return handler(request, response, (fault?: unknown) => (fault ? next(fault) : runFrom(place + 1)));
    };
    return runFrom(0) as undefined;
  };
}
