import { type ComponentProps, Fragment } from 'react';
import { PageHead } from './page-head.tsx';
import { Panel } from './panel.tsx';
import { EmptyState, Pending } from './states.tsx';
import { To } from './to.tsx';

type Props = ComponentProps<typeof Pending> & {
  readonly title: string;
  readonly isFramed?: boolean;
  /** No such object: what to say, and the list that has the others. */
  readonly unknown: string;
  readonly unknownText: string;
  readonly list: readonly [address: string, name: string];
};

/** The page of an object that is on its way, could not be read, or is unknown. */
export function NotShown({ title, isFramed = false, ...why }: Props) {
  const Frame = isFramed ? Panel : Fragment;
  return (
    <>
      <PageHead title={title} />
      <Frame>
        <Why {...why} />
      </Frame>
    </>
  );
}

function Why({ asked, lines, unknown, unknownText, list: [to, name] }: Omit<Props, 'title' | 'isFramed'>) {
  if (asked.error || asked.data === undefined) return <Pending {...{ asked, lines }} />;
  return (
    <EmptyState title={unknown} text={unknownText}>
      <To to={to}>{name}</To>
    </EmptyState>
  );
}
