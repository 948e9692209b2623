import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { Words } from '../../../../console/src/texts/words.ts';
import { databases, type TestDatabases } from '../../databases.ts';
import type { TestGateway } from '../../gateway.ts';
import { openForGroup } from '../../open-for.ts';
import { type OpenConsole, openConsole } from '../open-console.ts';
import { createHands, type Hands, type HandsKind } from './hands.ts';
import { type TaskName, targets } from './targets.ts';

/** A task, with each kind of hands, on a desk and on a telephone, in both languages, on both databases. */

export type Desk = {
  readonly gateway: TestGateway;
  readonly page: Page;
  readonly hands: Hands;
  /** The console's own texts, in the language of this desk. */
  readonly said: <Texts>(both: Words<Texts>) => Texts;
  readonly isNarrow: boolean;
  /** Opens a page, at which the task begins. */
  readonly begin: (path: string) => Promise<void>;
  /** A number of its own, so that no task meets what another one left. */
  readonly own: string;
};

export type Task = { readonly roles: readonly string[]; readonly run: (desk: Desk) => Promise<void> };

type Way = {
  readonly hands: HandsKind;
  readonly width: 1280 | 390;
  readonly language: 'fr' | 'en';
  readonly database: TestDatabases['name'];
};

export type TaskCase = Way & Task & { readonly name: TaskName };

const ways: readonly Way[] = databases.flatMap(({ name: database }) =>
  (['pointer', 'keyboard'] as const).flatMap((hands) =>
    ([1280, 390] as const).flatMap((width) =>
      (['fr', 'en'] as const).map((language) => ({ hands, width, language, database })),
    ),
  ),
);

/** Each task in each way. */
export const casesOf = (tasks: Readonly<Partial<Record<TaskName, Task>>>): readonly TaskCase[] =>
  (Object.keys(tasks) as TaskName[]).flatMap((name) => {
    const task = tasks[name];
    return task ? ways.map((way) => ({ name, ...task, ...way })) : [];
  });

/** For `sampled`: each task once, in a drawn way. */
export const onceEach = (cases: readonly TaskCase[]) => ({
  ...{ about: cases.length / ways.length, kind: ({ name }: TaskCase) => name, name: 'tasks' },
});

let count = 0;

/** The tests of drawn cases: one gateway and one browser for all that are on the same database. */
export function describeTasks(drawn: readonly TaskCase[], open: typeof openConsole = openConsole): void {
  for (const database of databases) {
    const cases = drawn.filter((one) => one.database === database.name);
    if (cases.length === 0) continue;
    describe(`on ${database.name}`, () => {
      const opened = openForGroup(() => open({ open: database.open }));
      for (const one of cases)
        it(`${one.name}, by ${one.hands}, at ${one.width} px, in ${one.language}`, () => perform(opened, one));
    });
  }
}

async function perform(opened: OpenConsole, { name, roles, run, ...way }: TaskCase): Promise<void> {
  const { hands: kind, width, language } = way;
  const options = { permissions: ['clipboard-read', 'clipboard-write'], acceptDownloads: true };
  const { page, go, fits, complaints } = await opened.signedIn(roles, { width, language, options });
  const hands = createHands(page, kind);
  await run({
    ...{ gateway: opened.gateway, page, hands, isNarrow: width === 390, own: `${++count}` },
    said: (both) => both[language],
    begin: async (path) => {
      await go(path);
      hands.begin();
    },
  });
  hands.expectWithin(targets[name]);
  expect(await fits()).toBe(true);
  expect(complaints).toEqual([]);
  expect(opened.outsideRequests).toEqual([]);
}
