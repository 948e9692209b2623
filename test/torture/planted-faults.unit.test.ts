import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { plantedFaults } from '../../torture/broken.ts';

/** The runs that look for them take minutes: that a fault can still be planted is seen at once. */

const source = path.resolve(import.meta.dirname, '../../src');

describe('a planted fault', () => {
  const edits = Object.entries(plantedFaults).flatMap(([name, fault]) =>
    fault.edits.map((edit) => ({ name, ...edit })),
  );

  it.each(edits)('$name finds its place in $file once', ({ file, from, to }) => {
    const text = readFileSync(path.join(source, file), 'utf8');
    expect(text.split(from)).toHaveLength(2);
    expect(to).not.toBe(from);
  });
});
