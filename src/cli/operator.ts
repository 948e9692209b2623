import { type Caller, scope } from '../domain/caller.ts';
import { paymentRunMode } from '../domain/vocabulary.ts';

/** Whoever has the configuration and the database may do everything. */
export const operator: Caller = {
  client: 'operator',
  origins: null,
  societes: null,
  targets: null,
  runModes: new Set(paymentRunMode.names),
  scopes: new Set(scope.names),
  returnOrigins: new Set(),
  returnsToLoopback: false,
};
