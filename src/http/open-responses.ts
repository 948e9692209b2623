import type { ServerResponse } from 'node:http';

export type OpenResponses = {
  /** Holds a response until it is closed. */
  readonly follow: (response: ServerResponse) => void;
  readonly all: () => readonly ServerResponse[];
};

/**
 * The responses in progress, as a list. V8 rebuilds a long-lived Set after as many removals as it has room for. Each
 * discarded table is in the old generation, and keeps its responses until a full collection.
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
