import { describe, expect, it, test } from 'vitest';
import { problemsOf } from '../scripts/structure/check.ts';
import { limits, parts, trees } from '../scripts/structure/rules.ts';

/** Each rule of the source tree is shown a file that breaks it, and one that does not. */
const problems = (sources: Readonly<Record<string, string>>): string[] =>
  problemsOf(new Map(Object.entries(sources)), { trees, limits });

const importing = (specifier: string): string => `import { thing } from '${specifier}';\n\nthing();\n`;
const fileIn = (folder: string): string => (folder.endsWith('.ts') ? `src/${folder}` : `src/${folder}/some-file.ts`);
const wayTo = (from: string, to: string): string => {
  const up = '../'.repeat(from.split('/').length - (from.endsWith('.ts') ? 1 : 0));
  return `${up || './'}${to.endsWith('.ts') ? to : `${to}/other-file.ts`}`;
};
const folders = parts.map(({ folder }) => folder);
const matches = (name: string, folder: string): boolean =>
  name.split('/').length === folder.split('/').length &&
  name.split('/').every((one, place) => one === '*' || one === folder.split('/')[place]);

describe('imports', () => {
  const pairs = parts.flatMap((part) =>
    folders
      .filter((other) => other !== part.folder && other !== 'main.ts')
      .map((other) => ({ from: part.folder, to: other, may: part.mayImport.some((name) => matches(name, other)) })),
  );
  it.each(pairs)('from $from to $to: allowed is $may', ({ from, to, may }) => {
    const found = problems({ [fileIn(from)]: importing(wayTo(from, to)) });
    expect(found).toEqual(may ? [] : [expect.stringContaining(`${from} may not import ${to}`)]);
  });

  it.each([
    ['types', "import type { Thing } from '../sandbox/thing.ts';\n"],
    ['what is handed on', "export { thing } from '../sandbox/thing.ts';\n"],
    ['everything that is handed on', "export * from '../sandbox/thing.ts';\n"],
    ['what is loaded later', "export const load = () => import('../sandbox/thing.ts');\n"],
    ['eventHandlers', "import '../sandbox/thing.ts';\n"],
  ])('count %s', (_what, code) => {
    expect(problems({ 'src/kernel/money.ts': code })).toEqual([expect.stringContaining('may not import sandbox')]);
  });

  it('keep to their own part at any depth', () => {
    expect(problems({ 'src/sandbox/paybox/form.ts': importing('../state.ts') })).toEqual([]);
  });

  it('keep one bank from another', () => {
    expect(problems({ 'src/providers/paybox/form.ts': importing('../labanquepostale/signature.ts') })).toHaveLength(1);
  });

  it.each(['kernel', 'modules/payments', 'modules/payments/store', 'store/migrations', 'providers/paybox', 'pages'])(
    'let %s use no package that calls someone',
    (folder) => {
      for (const name of ['node:http', 'node:https', 'node:dgram', 'hono/client', 'got']) {
        expect(problems({ [fileIn(folder)]: importing(name) })).toEqual([
          expect.stringContaining(`may not import the package ${name}`),
        ]);
      }
    },
  );

  it('stay inside of src', () => {
    expect(problems({ 'src/http/server.ts': importing('../../scripts/sbom.ts') })).toHaveLength(1);
  });

  it.each([
    ['pages/payments/page.tsx', '../payment/texts.ts', 'pages/payments may not import pages/payment'],
    ['parts/table.tsx', '../pages/payments/page.tsx', 'parts may not import pages/payments'],
    ['pages/payments/page.tsx', '../../app/shell.tsx', 'pages/payments may not import app'],
    ['api/client.ts', '../parts/toast.tsx', 'api may not import parts'],
    ['pages/payments/page.tsx', '../../../../src/kernel/money.ts', 'outside of console/src'],
  ])('in the console: %s does not import %s', (file, specifier, problem) => {
    expect(problems({ [`console/src/${file}`]: importing(specifier) })).toEqual([expect.stringContaining(problem)]);
  });

  it('in the console lead from a page to its own files, and to parts', () => {
    const page = `${importing('./texts.ts')}${importing('../../parts/table.tsx')}`.replaceAll('thing', 'one');
    expect(problems({ 'console/src/pages/payments/page.tsx': page.replace('one } from', 'other } from') })).toEqual([]);
  });

  it('are no circle, types included', () => {
    const circle = problems({
      'src/kernel/a.ts': "import type { B } from './b.ts';\nexport type A = B;\n",
      'src/kernel/b.ts': "import type { C } from './c.ts';\nexport type B = C;\n",
      'src/kernel/c.ts': "import type { A } from './a.ts';\nexport type C = A;\n",
    });
    expect(circle).toEqual([
      'a circle of imports: src/kernel/a.ts → src/kernel/b.ts → src/kernel/c.ts → src/kernel/a.ts.',
    ]);
  });
});

describe('places', () => {
  it('are named by a rule', () => {
    expect(problems({ 'src/misc/thing.ts': '' })).toEqual([expect.stringContaining('no rule names its folder')]);
  });
  it('are not directly in src, but for main.ts', () => {
    expect(problems({ 'src/main.ts': '', 'src/thing.ts': '' })).toContain('src: only main.ts lies directly in it.');
  });
});

describe('sizes', () => {
  const lines = (count: number): string => 'export const x = 1;\n'.repeat(count);
  const functionOf = (count: number): string => `export function f() {\n${'  work();\n'.repeat(count - 2)}}\n`;

  it.each([
    ['src/kernel/large.ts', 300, 0],
    ['src/kernel/large.ts', 301, 1],
    ['test/large.test.ts', 301, 1],
    ['src/store/migrations/0001-large.ts', 301, 0],
    ['src/schema/generated/large.ts', 301, 0],
  ])('of %s with %i lines are %i problems', (file, count, expected) => {
    expect(problems({ [file]: lines(count) })).toHaveLength(expected);
  });
  it('of functions end at 70 lines', () => {
    expect(problems({ 'src/kernel/f.ts': functionOf(70) })).toEqual([]);
    expect(problems({ 'src/kernel/f.ts': functionOf(71) })).toEqual([
      expect.stringContaining('a function of 71 lines'),
    ]);
  });
  it('of tests count each case, and not the group around them', () => {
    const group = (body: string): string => `describe.each([1])('all', () => {\n${body}});\n`;
    expect(problems({ 'test/f.test.ts': group(functionOf(40) + functionOf(40)) })).toEqual([]);
    expect(problems({ 'test/f.test.ts': group(functionOf(71)) })).toHaveLength(1);
  });
  it('of folders end at 25 files', () => {
    const files = (count: number) =>
      Object.fromEntries(Array.from({ length: count }, (_, index) => [`src/kernel/f${index}.ts`, '']));
    expect(problems(files(25))).toEqual([]);
    expect(problems(files(26))).toEqual(['src/kernel: 26 files; 25 are allowed.']);
  });
});

test('a file that cannot be read is an error, and not a file without imports', () => {
  expect(() => problems({ 'src/kernel/broken.ts': 'import {' })).toThrow('src/kernel/broken.ts');
});
