import type { Plugin } from 'graphql-yoga';
import { anonymous, type Caller } from '../../../kernel/caller.ts';
import type { SchemaContext } from '../context.ts';

/** Resolves each event of a subscription with the rights that its caller has then, not with those of the first moment. */
export function createRightsOfEvents(): Plugin<SchemaContext> {
  return {
    onSubscribe({ args: { contextValue } }) {
      const { callerNow } = contextValue;
      if (callerNow === undefined) return;
      Object.defineProperty(contextValue, 'caller', { get: () => callerNow() ?? withoutRights, enumerable: true });
    },
  };
}

/** Of a key or a session that has ended while an event was on its way. */
const withoutRights: Caller = { ...anonymous, client: '', societes: new Set(), runModes: new Set(), scopes: new Set() };
