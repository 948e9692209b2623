import { loadProgram } from './app/bundle.ts';

// The signal for a reload ends a process that does not listen. Before the config was read there is nothing to reload.
process.on('SIGHUP', () => undefined);

/** The gateway, from the bundle or from the sources. */
const { part, program, keepCompiled } = await loadProgram('gateway', () => import('./app/gateway-process.ts'));
await part.runGatewayProcess(program, keepCompiled);
