import type { Plugin } from 'graphql-yoga';
import type { SchemaContext } from './context.ts';

/**
 * Writes the field `id:` of each server-sent event. A browser repeats the last one in the header `Last-Event-ID` when
 * it connects again, and the stream goes on after that event. What ends a stream, and an error, has no id.
 */
export function createEventIds(): Plugin<SchemaContext> {
  return {
    onSubscribe({ args: { contextValue } }) {
      let named: string | null = null;
      Object.assign(contextValue, {
        nameEvent: (id: string) => {
          named = id;
        },
      });
      return {
        onSubscribeResult: () => ({
          // The stream is read one event after the other: the name is that of the result at hand.
          onNext: ({ result, setResult }) => {
            if (named === null) return;
            const id = named;
            named = null;
            // Yoga writes `data: ` and this text: a line of its own is a field of its own.
            setResult(Object.assign(result, { stringify: (event: unknown) => `${JSON.stringify(event)}\nid: ${id}` }));
          },
        }),
      };
    },
  };
}
