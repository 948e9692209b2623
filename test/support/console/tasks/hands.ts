import assert from 'node:assert/strict';
import type { Locator, Page } from 'playwright-core';
import type { Target } from './targets.ts';

/** A person at the console, by the pointer or by the keyboard alone, whose presses, entries and moves are counted. */

export type HandsKind = 'pointer' | 'keyboard';

export type Hands = {
  readonly kind: HandsKind;
  /** Clicks it; or goes to it by Tab, and presses it. */
  readonly press: (target: Locator) => Promise<void>;
  /** Presses a key of the console; the pointer clicks what does the same. */
  readonly key: (key: string, button: Locator) => Promise<void>;
  /** Goes to a row of a list by `J`. The pointer needs no way there. */
  readonly toRow: (row: Locator) => Promise<void>;
  /** Opens a row of a list. */
  readonly openRow: (row: Locator) => Promise<void>;
  /** Fills a field. */
  readonly fill: (field: Locator, text: string) => Promise<void>;
  /** Counts what was pasted, or what the system's own window chose. */
  readonly countEntry: () => void;
  /** Sends the form of the open dialog: Enter in a field, else its button. */
  readonly submit: () => Promise<void>;
  /** Expects the count to stay within the target, and begins anew. */
  readonly expectWithin: (target: Target) => void;
  /** A page was opened: the keyboard begins at its top. */
  readonly begin: () => void;
};

type Count = { presses: number; entries: number; moves: number };

const mostMoves = 150;
const stepsASecond = 2;

/** Where the focus is, as seen from the target. */
const whereIsFocus = (target: Element): 'HERE' | 'BEFORE' | 'AFTER' => {
  const { activeElement: at } = document;
  if (at !== null && (at === target || target.contains(at))) return 'HERE';
  const isAfter = at !== null && (target.compareDocumentPosition(at) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
  return isAfter && at !== document.body ? 'AFTER' : 'BEFORE';
};

function createCounter({ keyboard }: Page) {
  const count: Count = { presses: 0, entries: 0, moves: 0 };
  return {
    move: (key: string): Promise<void> => {
      count.moves++;
      return keyboard.press(key);
    },
    act: (key: string): Promise<void> => {
      count.presses++;
      return keyboard.press(key);
    },
    click: (target: Locator): Promise<void> => {
      count.presses++;
      return target.click();
    },
    countEntry: (): void => void count.entries++,
    expectWithin: ({ presses, entries, seconds }: Target): void => {
      const isWithin = count.presses <= presses && count.entries <= entries;
      assert(isWithin, `${JSON.stringify(count)}: at most ${presses} presses and ${entries} entries`);
      const steps = count.presses + count.entries + count.moves;
      assert(steps <= seconds * stepsASecond, `${JSON.stringify(count)}: too many steps for ${seconds} seconds`);
      Object.assign(count, { presses: 0, entries: 0, moves: 0 });
    },
  };
}

/** The way of the keyboard to a control, and to a row of a list. */
function createWalk(page: Page, move: (key: string) => Promise<void>) {
  let isAtTop = false;
  /** A fresh page: over its head to its content, by the first link of the page. */
  const skipHead = async (): Promise<void> => {
    if (!isAtTop || (await page.locator('[role=dialog]').count()) > 0) return;
    isAtTop = false;
    await move('Tab');
    await move('Enter');
  };
  return {
    begin: (): void => {
      isAtTop = true;
    },
    reach: async (target: Locator): Promise<void> => {
      await target.waitFor();
      if ((await target.evaluate(whereIsFocus)) === 'HERE') return;
      await skipHead();
      for (let moves = 0; moves < mostMoves; moves++) {
        const where = await target.evaluate(whereIsFocus);
        if (where === 'HERE') return;
        await move(where === 'AFTER' ? 'Shift+Tab' : 'Tab');
      }
      throw new Error(`the keyboard does not come to ${target}`);
    },
    toRow: async (row: Locator): Promise<void> => {
      await row.waitFor();
      isAtTop = false;
      for (let moves = 0; (await row.evaluate(whereIsFocus)) !== 'HERE'; moves++) {
        assert(moves < mostMoves, `J does not come to ${row}`);
        await move('j');
      }
    },
  };
}

export function createHands(page: Page, kind: HandsKind): Hands {
  const { move, act, click, countEntry, expectWithin } = createCounter(page);
  const { begin, reach, toRow: walkToRow } = createWalk(page, move);
  const isPointer = kind === 'pointer';
  const pressByKeys = async (target: Locator): Promise<void> => {
    await reach(target);
    await act((await target.evaluate((one) => one.matches('[type=checkbox], [type=radio]'))) ? 'Space' : 'Enter');
  };
  const press = isPointer ? click : pressByKeys;
  const toRow = (row: Locator): Promise<void> => (isPointer ? row.waitFor() : walkToRow(row));
  return {
    ...{ kind, press, toRow, countEntry, expectWithin, begin },
    key: (key, button) => (isPointer ? click(button) : button.waitFor().then(() => act(key))),
    openRow: async (row) => {
      await toRow(row);
      await press(row.locator('a, button').first());
    },
    fill: async (field, text) => {
      await field.waitFor();
      const isThere = (await field.evaluate(whereIsFocus)) === 'HERE';
      if (!isThere) await (isPointer ? click(field) : reach(field));
      countEntry();
      await page.keyboard.type(text);
    },
    submit: async () => {
      const isInField = await page.evaluate(() => document.activeElement?.matches('[role=dialog] form input') === true);
      if (!isPointer && isInField) await act('Enter');
      else await press(page.locator('[role=dialog] button[type=submit]'));
    },
  };
}
