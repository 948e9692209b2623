import path from 'node:path';
import { parseSync } from 'oxc-parser';
import type { Limits, Part } from './rules.ts';

/** What one file imports and how long its functions are; paths are relative to the root. */
type SourceFile = {
  readonly file: string;
  readonly imports: readonly string[];
  readonly lines: number;
  readonly functions: readonly { readonly line: number; readonly lines: number }[];
};

/**
 * Everything that breaks a rule, a sentence each, in the order of the files.
 * @param sources the text of each file by its path from the root, as `src/kernel/money.ts`
 */
export function problemsOf(
  sources: ReadonlyMap<string, string>,
  { trees, limits }: { readonly trees: Trees; readonly limits: Limits },
): string[] {
  const files = [...sources].map(([file, text]) => read(file, text));
  return [
    ...files.flatMap((file) => problemsOfImports(file, trees)),
    ...files.flatMap((file) => problemsOfSize(file, limits)),
    ...problemsOfFolders(files, limits),
    ...circlesIn(files),
  ];
}

function read(file: string, text: string): SourceFile {
  const { module, program, errors } = parseSync(file, text);
  if (errors[0]) throw new Error(`${file}: ${errors[0].message}`);
  const dynamic = module.dynamicImports.map(({ moduleRequest: { start, end } }) => text.slice(start + 1, end - 1));
  const exported = module.staticExports.flatMap(({ entries }) =>
    entries.flatMap(({ moduleRequest }) => (moduleRequest ? [moduleRequest.value] : [])),
  );
  return {
    file,
    imports: [...module.staticImports.map(({ moduleRequest }) => moduleRequest.value), ...exported, ...dynamic],
    lines: text.split('\n').length - 1,
    functions: functionsIn(program, text),
  };
}

type Node = { readonly type: string; readonly start: number; readonly end: number };

/** Every function but the callbacks of `describe`, which only group tests. */
function functionsIn(program: unknown, text: string): SourceFile['functions'] {
  const found: { line: number; lines: number }[] = [];
  const lineOf = (offset: number): number => text.slice(0, offset).split('\n').length;
  const visit = (node: unknown, isGroup: boolean): void => {
    if (Array.isArray(node)) {
      for (const one of node) visit(one, isGroup);
      return;
    }
    if (typeof node !== 'object' || node === null) return;
    const { type, start, end } = node as Node;
    if (/Function/.test(type ?? '') && 'body' in node && node.body && !isGroup) {
      found.push({ line: lineOf(start), lines: lineOf(end) - lineOf(start) + 1 });
    }
    const groups = type === 'CallExpression' && /^describe\b/.test(text.slice(start, start + 20));
    for (const [key, child] of Object.entries(node)) visit(child, groups && key === 'arguments');
  };
  visit(program, false);
  return found;
}

/** Parts of each tree, by its folder. */
type Trees = Readonly<Record<string, readonly Part[]>>;

/** The tree and the part of a file. `folder` is the file's own, where a part stands for each of several folders. */
type Place = { readonly tree: string; readonly part: Part | null; readonly folder: string };

function placeOf(file: string, trees: Trees): Place | null {
  const tree = Object.keys(trees).find((root) => file.startsWith(`${root}/`));
  if (tree === undefined) return null;
  const names = file.slice(tree.length + 1).split('/');
  for (const part of trees[tree] ?? []) {
    const folder = names.slice(0, part.folder.split('/').length).join('/');
    const isFileOfPart = folder === names.join('/') && folder !== part.folder;
    if (isMatch(part.folder, folder) && !isFileOfPart) return { tree, part, folder };
  }
  return { tree, part: null, folder: '' };
}

function problemsOfImports({ file, imports }: SourceFile, trees: Trees): string[] {
  const place = placeOf(file, trees);
  if (!place) return [];
  const { tree, part, folder } = place;
  if (!part) return [`${file}: no rule names its folder (scripts/structure/rules.ts).`];
  return imports.flatMap((specifier) => {
    if (!specifier.startsWith('.')) {
      const isAllowed = !part.packages || part.packages.includes(specifier);
      return isAllowed ? [] : [`${file}: ${folder} may not import the package ${specifier}.`];
    }
    const target = path.posix.join(path.posix.dirname(file), specifier);
    const other = placeOf(target, trees);
    if (other?.tree !== tree) return folder === 'app' ? [] : [`${file}: imports ${target}, outside of ${tree}.`];
    if (!other.part || other.folder === folder) return [];
    const isAllowed = part.mayImport.some((name) => isMatch(name, other.folder));
    return isAllowed ? [] : [`${file}: ${folder} may not import ${other.folder} (${target}).`];
  });
}

/** `*` stands for one folder. */
const isMatch = (name: string, folder: string): boolean =>
  name.split('/').length === folder.split('/').length &&
  name.split('/').every((one, place) => one === '*' || one === folder.split('/')[place]);

function problemsOfSize({ file, lines, functions }: SourceFile, limits: Limits): string[] {
  const exempt = limits.exempt.some((pattern) => pattern.test(file));
  if (exempt) return [];
  return [
    ...(lines > limits.linesOfFile ? [`${file}: ${lines} lines; ${limits.linesOfFile} are allowed.`] : []),
    ...functions
      .filter((one) => one.lines > limits.linesOfFunction)
      .map((one) => `${file}:${one.line}: a function of ${one.lines} lines; ${limits.linesOfFunction} are allowed.`),
  ];
}

function problemsOfFolders(files: readonly SourceFile[], limits: Limits): string[] {
  const byFolder = Map.groupBy(
    files.filter(({ file }) => !limits.exempt.some((pattern) => pattern.test(file))),
    ({ file }) => path.posix.dirname(file),
  );
  return [...byFolder].flatMap(([folder, { length }]) => [
    ...(length > limits.filesOfFolder ? [`${folder}: ${length} files; ${limits.filesOfFolder} are allowed.`] : []),
    ...(folder === 'src' && length > 1 ? ['src: only main.ts lies directly in it.'] : []),
  ]);
}

/** Files that import each other in a circle, types included. Each circle is named once. */
function circlesIn(files: readonly SourceFile[]): string[] {
  const importsOf = new Map(
    files.map(({ file, imports }) => [
      file,
      imports.filter((one) => one.startsWith('.')).map((one) => path.posix.join(path.posix.dirname(file), one)),
    ]),
  );
  const done = new Set<string>();
  const circles: string[] = [];
  const follow = (file: string, way: readonly string[]): void => {
    const start = way.indexOf(file);
    if (start >= 0) circles.push(`a circle of imports: ${[...way.slice(start), file].join(' → ')}.`);
    if (start >= 0 || done.has(file)) return;
    for (const next of importsOf.get(file) ?? []) follow(next, [...way, file]);
    done.add(file);
  };
  for (const file of importsOf.keys()) follow(file, []);
  return circles;
}
