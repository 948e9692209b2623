import { loadProgram } from '../app/bundle.ts';

/** `npm run gateway -- …`, from the bundle or from the sources. */
const { part, keepCompiled } = await loadProgram('command-line', () => import('./process.ts'));
await part.runCommandProcess();
if (!process.exitCode) await keepCompiled();
