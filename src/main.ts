import { loadProgram } from './app/bundle.ts';
import { settledMs } from './app/compiled-code.ts';

/** The gateway, from the bundle or from the sources. */
const { part, program, keepCompiled } = await loadProgram('gateway', () => import('./app/gateway-process.ts'));
await part.runGatewayProcess(program);
setTimeout(keepCompiled, settledMs).unref();
