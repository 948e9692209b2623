import type { ServerResponse } from 'node:http';

export type OpenResponses = {
  /** Holds a response until it is closed. */
  readonly follow: (response: ServerResponse) => void;
  readonly all: () => readonly ServerResponse[];
};

/**
 * The responses that are under way. In a list, for V8 writes a long-lived Set anew after as many removals as it has
 * room for: each table that it leaves behind is old, and keeps the responses that were in it, with all that hangs on
 * them, until a full collection.
 */
export function createOpenResponses(): OpenResponses {
  const open: ServerResponse[] = [];
  const remove = (response: ServerResponse): void => {
    const last = open.pop();
    if (last !== undefined && last !== response) open[open.indexOf(response)] = last;
  };
  return {
    follow: (response) => {
      open.push(response);
      response.on('close', () => remove(response));
    },
    all: () => open,
  };
}
