import { skippedOn, testFiles, thisMachine } from './skipped-here.ts';

/** Names once, at the start of a run, what this machine cannot run. */
export default function sayWhatIsSkipped(): void {
  const skipped = skippedOn(thisMachine(), testFiles());
  for (const [reason, files] of Map.groupBy(skipped, ([, reason]) => reason)) {
    console.log(`${files.length} test files are skipped here (${reason}): ${files.map(([file]) => file).join(', ')}`);
  }
}
