import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { rolldown } from 'rolldown';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compile, type PackedClient, packClient, runScript, runTool } from '../support/clients/packed-client.ts';
import { startGateway } from '../support/gateway.ts';
import { openForGroup } from '../support/open-for.ts';

/** The client package as npm would publish it, installed into empty projects. */

let client: PackedClient;
beforeAll(async () => {
  client = await packClient();
});
afterAll(() => client.dispose());

const projects = path.join(import.meta.dirname, 'projects');

async function gzippedBytes(code: string): Promise<number> {
  const entry = path.join(client.installed, 'measured.js');
  writeFileSync(entry, code);
  const bundle = await rolldown({ input: entry, external: ['standardwebhooks'], platform: 'neutral' });
  const { output } = await bundle.generate({ format: 'es', minify: true });
  return output.reduce((sum, file) => sum + ('code' in file ? gzipSync(file.code, { level: 9 }).length : 0), 0);
}

describe('the package', () => {
  it.each([
    { entry: 'index', kilobytes: 6 },
    { entry: 'follow', kilobytes: 3 },
    { entry: 'webhooks', kilobytes: 2 },
    { entry: 'legacy', kilobytes: 2 },
    { entry: 'testing', kilobytes: 3 },
  ])('needs at most $kilobytes KB for $entry, minified and compressed', async ({ entry, kilobytes }) => {
    expect(await gzippedBytes(`export * from './dist/${entry}.js';`)).toBeLessThanOrEqual(kilobytes * 1024);
  });

  it('leaves out of a bundle the operations that are not used', async () => {
    const one =
      "import { createClient, GetPaymentDocument } from './dist/index.js'; console.log(createClient, GetPaymentDocument);";
    const all = "export * from './dist/index.js';";
    expect((await gzippedBytes(one)) / (await gzippedBytes(all))).toBeLessThan(0.8);
  });

  it('holds what is built and nothing else, and needs no package but for webhooks', () => {
    expect(readdirSync(client.installed).filter((name) => name !== 'measured.js')).toEqual([
      ...['README.md', 'dist', 'package.json'],
    ]);
    const needing = readdirSync(path.join(client.installed, 'dist'), { recursive: true, encoding: 'utf8' }).filter(
      (file) => /\.c?js$/.test(file) && /from ?["'][^."']|require\(["'][^."']/.test(read(`dist/${file}`)),
    );
    expect(needing.toSorted()).toEqual(['webhooks.cjs', 'webhooks.js']);
  });

  const read = (file: string): string => readFileSync(path.join(client.installed, file), 'utf8');

  it('asks for the version of standardwebhooks that the gateway signs with', () => {
    const { dependencies } = JSON.parse(read('package.json')) as { dependencies: Record<string, string> };
    const root = JSON.parse(readFileSync('package.json', 'utf8')) as { dependencies: Record<string, string> };
    expect(dependencies).toEqual({ standardwebhooks: root.dependencies.standardwebhooks });
  });

  it('has no fault that publint or attw finds', async () => {
    expect(await runTool('publint/src/cli.js', ['--strict', client.archive])).toMatchObject({ code: 0 });
    const types = await runTool('@arethetypeswrong/cli/dist/index.js', [client.archive, '--profile', 'node16']);
    expect(types).toMatchObject({ code: 0 });
  });
});

describe('the examples of the README', () => {
  const examples = ['README.md', 'clients/typescript/README.md'].flatMap((page) =>
    [...readFileSync(path.join(import.meta.dirname, '../..', page), 'utf8').matchAll(/^```ts\n(.*?)^```$/gms)].map(
      ([, code = '']) => code,
    ),
  );
  const gateway = openForGroup(() => startGateway({ workers: 'RUNNING' }));
  let project: string;
  beforeAll(async () => {
    project = client.createProject(path.join(projects, 'node'), { type: 'module' }, ['@types/node', 'undici-types']);
    for (const [index, code] of examples.entries()) {
      writeFileSync(path.join(project, `example-${index}.ts`), code.replaceAll('http://127.0.0.1:4000', gateway.url));
    }
  });

  it('compile and run', async () => {
    expect(await compile(project)).toBe('');
    const printed: string[] = [];
    const environment = { WEBHOOK_SECRET: `whsec_${Buffer.alloc(24, 7).toString('base64')}` };
    for (const index of examples.keys()) {
      printed.push(await runScript(path.join(project, `out/example-${index}.js`), environment));
    }
    const all = printed.join('');
    expect(all).toContain(`Send the customer to ${gateway.url}/pay/`);
    expect(all).toMatch(/INITIATED REQUIRES_ACTION\n(?:.*\n)*.* PAID\n(?:.*\n)*over\n/);
    expect(all).toContain(`${gateway.url}/payment_initiate/PAYBOX/TEST/CB/web/1/2263/45012/CB/1250/`);
  });
});

const expected = [null, '1250', 'WebhookError', ['function', 'function', 'function'], true];

describe('an empty project', () => {
  it.each(['module', 'commonjs'])('of Node compiles and runs with the package: %s', async (type) => {
    const project = client.createProject(path.join(projects, 'node'), { type }, ['@types/node', 'undici-types']);
    const required = "export const documents: object = require('@reglement/client/persisted-documents.json');";
    if (type === 'commonjs') writeFileSync(path.join(project, 'documents.ts'), required);
    // As Node 16 has it, what CommonJS requires is CommonJS: its declarations too, which are checked.
    const options = ['--module', type === 'commonjs' ? 'node16' : 'nodenext', '--skipLibCheck', 'false'];
    expect(await compile(project, options)).toBe('');
    expect(JSON.parse(await runScript(path.join(project, 'out/main.js')))).toEqual(expected);
  });

  it('does not compile where match lacks a case', async () => {
    const project = client.createProject(path.join(projects, 'node'), { type: 'module' }, [
      '@types/node',
      'undici-types',
    ]);
    writeFileSync(
      path.join(project, 'lacking.ts'),
      `import { match, type CancelPaymentMutation } from '@reglement/client';
       declare const result: CancelPaymentMutation['cancelPayment'];
       match(result, { CancelPaymentSuccess: () => 1, InvalidInputError: () => 2, NotAllowedError: () => 3,
         OperationNotPossibleError: () => 4, OperationInProgressError: () => 5, IdempotencyConflictError: () => 6,
         ProviderUnavailableError: () => 7 });`,
    );
    const output = await compile(project);
    expect(output).toContain('lacking.ts(3,');
    expect(output).toContain("Property 'OutcomeUnknownError' is missing");
  });

  it('of Vite and React compiles and is built with the package', async () => {
    const project = client.createProject(path.join(projects, 'react'), { type: 'module' }, [
      ...['react', 'react-dom', '@types/react', '@types/react-dom'],
    ]);
    expect(await compile(project)).toBe('');
    const built = await build({ root: project, configFile: false, logLevel: 'error', build: { write: false } });
    const [{ output } = { output: [] }] = [built].flat() as { output: readonly { type: string; code?: string }[] }[];
    const code = output.map((file) => file.code ?? '').join('');
    expect(code).toContain('mutation InitiatePayment');
    expect(code).not.toContain('mutation RefundPayment');
  });
});
