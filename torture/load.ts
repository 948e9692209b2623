import { setTimeout as pause } from 'node:timers/promises';
import { intentOf } from './intents.ts';
import { playStory, type Stage } from './story.ts';

/** Intents arrive at their own pace, whether or not those before them were served: an open model. */

export type LoadSettings = {
  readonly seed: number;
  readonly initiations: number;
  readonly perSecond: number;
  readonly seconds: number;
  /** What is under way at the same time; more would only measure this process. */
  readonly mostOpen: number;
};

export type Load = {
  readonly begun: () => number;
  readonly open: () => number;
  /** Resolves when the last intent arrived. */
  readonly arrived: Promise<void>;
  /** Resolves when every story is over. */
  readonly over: Promise<void>;
};

const turnMs = 10;

/** @param mayGoOn false where trouble is late: arrivals wait, so that there is load while it comes */
export function startLoad(stage: Stage, settings: LoadSettings, mayGoOn: (begun: number) => boolean): Load {
  const stories = new Set<Promise<void>>();
  const failures: unknown[] = [];
  let begun = 0;
  const begin = (): void => {
    const story = playStory(stage, intentOf(settings.seed, begun++)).catch((error: unknown) => {
      failures.push(error);
    });
    stories.add(story);
    void story.finally(() => stories.delete(story));
  };
  const arrive = async (): Promise<void> => {
    const endsAt = performance.now() + settings.seconds * 1_000;
    let due = 0;
    for (let last = performance.now(); begun < settings.initiations && performance.now() < endsAt; ) {
      await pause(turnMs);
      const now = performance.now();
      due = Math.min(due + ((now - last) / 1_000) * settings.perSecond, settings.perSecond);
      last = now;
      while (due >= 1 && begun < settings.initiations && stories.size < settings.mostOpen && mayGoOn(begun)) {
        due--;
        begin();
      }
    }
  };
  const arrived = arrive();
  const over = arrived.then(async () => {
    while (stories.size > 0) await Promise.all(stories);
    if (failures.length > 0) throw failures[0];
  });
  // The caller waits for it later.
  over.catch(() => undefined);
  return { begun: () => begun, open: () => stories.size, arrived, over };
}
