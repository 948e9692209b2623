import type { RequestListener } from 'node:http';

/** In milliseconds: `LATE_ANSWERS=1500` before a command that tests the console. */
const atMost = Number(process.env.LATE_ANSWERS ?? 0);

/** Most of them are quick, so that a page asks again before it has the rest. */
const drawnMs = (): number => Math.random() ** 3 * atMost;

/** Each question of a browser to the console waits for its turn, and its answer once more: they come in any order. */
export function answeringLate(app: RequestListener): RequestListener {
  if (atMost === 0) return app;
  return (request, response) => {
    const isOfPage = request.url?.startsWith('/console/graphql') && request.headers['user-agent']?.includes('Mozilla');
    if (!isOfPage) return app(request, response);
    const { end } = response;
    response.end = (...given: unknown[]) => {
      setTimeout(() => Reflect.apply(end, response, given), drawnMs());
      return response;
    };
    setTimeout(() => app(request, response), drawnMs());
  };
}
