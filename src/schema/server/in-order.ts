import type { RequestHandler } from 'express';

/** One handler that runs several. Express matches the path again before each handler that it knows of. */
export function inOrder(...handlers: readonly RequestHandler[]): RequestHandler {
  return (request, response, next) => {
    const runFrom = (place: number): void => {
      const handler = handlers[place];
      if (handler === undefined) {
        next();
        return;
      }
      const result: unknown = handler(request, response, (fault?: unknown) =>
        fault ? next(fault) : runFrom(place + 1),
      );
      // Express sees only what the first handler returns, and a rejection that is not handled ends the process.
      if (result instanceof Promise)
        result.catch((error: unknown) => next(error ?? new Error('A handler was rejected')));
    };
    runFrom(0);
  };
}
