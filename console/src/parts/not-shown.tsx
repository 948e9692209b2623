import type { ComponentProps } from 'react';
import { EmptyState, Pending } from './states.tsx';
import { To } from './to.tsx';

type Props = ComponentProps<typeof Pending> & {
  /** No such object: what to say, and the list that has the others. */
  readonly unknown: string;
  readonly unknownText: string;
  readonly list: readonly [address: string, name: string];
};

/** In the place of an object: it is on its way, could not be read, or is unknown. */
export function NotShown({ asked, lines, unknown, unknownText, list: [to, name] }: Props) {
  if (asked.error || asked.data === undefined) return <Pending {...{ asked, lines }} />;
  return (
    <EmptyState title={unknown} text={unknownText}>
      <To to={to}>{name}</To>
    </EmptyState>
  );
}
