import type { Plugin } from 'graphql-yoga';
import type { TraceOperation } from './execute.ts';
import { nameOfOperation } from './operation-name.ts';

export function createOperationTrace(trace: TraceOperation): Plugin {
  return {
    onExecute: ({ executeFn, setExecuteFn }) =>
      setExecuteFn((args) => trace(nameOfOperation(args.document, args.operationName), () => executeFn(args))),
  };
}
