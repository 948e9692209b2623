import { loadProgram } from './app/bundle.ts';

/** The gateway, from the bundle or from the sources. */
const { part, program, keepCompiled } = await loadProgram('gateway', () => import('./app/gateway-process.ts'));
await part.runGatewayProcess(program, keepCompiled);
