import { EmptyState, ErrorState, Skeleton } from './states.tsx';
import { To } from './to.tsx';

type Props = {
  readonly asked: {
    readonly data: unknown;
    readonly error: Error | null;
    readonly refetch: () => unknown;
  };
  readonly lines: number;
  /** No such object: what to say, and the list that has the others. */
  readonly unknown: string;
  readonly unknownText: string;
  readonly list: readonly [address: string, name: string];
};

/** In the place of an object: it is on its way, could not be read, or is unknown. */
export function NotShown({ asked: { data, error, refetch }, lines, unknown, unknownText, list: [to, name] }: Props) {
  if (error) return <ErrorState fault={error} retry={() => void refetch()} />;
  if (data === undefined) return <Skeleton lines={lines} />;
  return (
    <EmptyState title={unknown} text={unknownText}>
      <To to={to}>{name}</To>
    </EmptyState>
  );
}
