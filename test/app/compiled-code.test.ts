import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { compiledOf, functionEnd, functionHead, openBundle } from '../../src/app/compiled-code.ts';
import { temporaryFolder } from '../support/open-for.ts';

/** How files of a bundle are loaded, and where the code is that V8 compiled of them. */

const base = temporaryFolder('compiled');
let folder: string;
let count = 0;
beforeEach(async () => {
  folder = path.join(base, String(++count));
  await mkdir(folder);
  await write('one.js', 'const two = require("./two.js"); exports.value = () => two.value() + 1;');
  await write('two.js', 'exports.value = () => 41;');
});

const write = (name: string, code: string): Promise<void> =>
  writeFile(path.join(folder, name), functionHead + code + functionEnd);
const compiled = (name: string): string => compiledOf(path.join(folder, name));
const namesKept = async (): Promise<readonly string[]> =>
  (await readdir(folder)).filter((name) => !name.endsWith('.js')).toSorted();

type One = { readonly value: () => number };
const run = (): number => (openBundle(folder).load('one.js') as One).value();
/** What an earlier process kept. */
async function keep(): Promise<void> {
  const { load, keepCompiled } = openBundle(folder);
  load('one.js');
  await keepCompiled();
  expect(await namesKept()).toEqual(['one.js.compiled', 'two.js.compiled']);
}
/** The files whose code a start finds unusable, so that it keeps its own. */
async function writtenAgain(): Promise<readonly string[]> {
  const states = (): Promise<readonly number[]> =>
    Promise.all(['one.js', 'two.js'].map(async (name) => (await stat(compiled(name))).ino));
  const before = await states();
  const { load, keepCompiled } = openBundle(folder);
  load('one.js');
  await keepCompiled();
  const after = await states();
  return ['one.js', 'two.js'].filter((_name, index) => after[index] !== before[index]);
}

describe('a file of a bundle', () => {
  it('loads those that it requires, each once', async () => {
    await write('two.js', 'globalThis.loads = (globalThis.loads ?? 0) + 1; exports.value = () => globalThis.loads;');
    const { load } = openBundle(folder);
    const first = load('one.js') as One;
    expect(load('one.js')).toBe(first);
    expect(first.value()).toBe(2);
  });

  it('reaches parts of Node, and knows its place', async () => {
    await write('two.js', 'exports.value = () => require("node:path").basename(__filename);');
    expect(run()).toBe('two.js1');
  });

  it('keeps letters that are not ASCII', async () => {
    await write('two.js', 'exports.value = () => "1 € — réglé";');
    expect(run()).toBe('1 € — réglé1');
  });

  it('that fails is tried again, and is not half there', async () => {
    await write('two.js', 'exports.value = () => 1; if (!globalThis.isFixed) throw new Error("not yet");');
    const { load } = openBundle(folder);
    expect(() => load('one.js')).toThrow('not yet');
    Object.assign(globalThis, { isFixed: true });
    expect((load('one.js') as One).value()).toBe(2);
  });

  it('names its place in the stack of a fault', async () => {
    await write('two.js', 'exports.value = () => { throw new Error("planted"); };');
    const at = functionHead.length + 'exports.value = () => { throw '.length + 1;
    expect(() => run()).toThrow(expect.objectContaining({ stack: expect.stringContaining(`two.js:1:${at}`) }));
  });
});

describe('compiled code', () => {
  it('is used again', async () => {
    await keep();
    expect(run()).toBe(42);
    expect(await writtenAgain()).toEqual([]);
  });

  it.each([
    ['is of another source of the same length', () => write('two.js', 'exports.value = () => 51;'), 52],
    ['has another byte', () => change((code) => code.with(code.length >> 1, (code.at(code.length >> 1) ?? 0) ^ 1)), 42],
    ['is cut off', () => change((code) => code.subarray(0, code.length >> 1)), 42],
    ['is empty', () => change((code) => code.subarray(0, 0)), 42],
  ])('is not used where it %s, and is replaced', async (_what, spoil, value) => {
    await keep();
    await spoil();
    expect(run()).toBe(value);
    expect(await writtenAgain()).toEqual(['two.js']);
    expect(await writtenAgain()).toEqual([]);
  });
  const change = async (of: (code: Uint8Array) => Uint8Array): Promise<void> =>
    writeFile(compiled('two.js'), of(new Uint8Array(await readFile(compiled('two.js')))));

  it('of a file that is loaded later is kept a moment after that', async () => {
    await keep();
    await write('late.js', 'exports.value = () => 1;');
    const { load, keepCompiled } = openBundle(folder);
    load('one.js');
    await keepCompiled();
    load('late.js');
    expect(await namesKept()).not.toContain('late.js.compiled');
    await expect.poll(namesKept).toContain('late.js.compiled');
  });

  it('that cannot be written is done without', async () => {
    for (const name of ['one.js', 'two.js']) await mkdir(`${compiled(name)}-${process.pid}`);
    const { load, keepCompiled } = openBundle(folder);
    const one = load('one.js') as One;
    await keepCompiled();
    expect([one.value(), run()]).toEqual([42, 42]);
  });
});
