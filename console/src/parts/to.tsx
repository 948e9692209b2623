import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { RawSearch } from '../api/address.ts';

type Props = {
  /** A path below `/console`: `/payments/pay_…`. */
  readonly to: string;
  /** Filters of the page. The run mode goes along by itself. */
  readonly search?: RawSearch;
  readonly children: ReactNode;
  readonly className?: string | undefined;
  /** Marks the link of the page that is open. */
  readonly activeClassName?: string | undefined;
};

/** A link is the current one where it leads to what is shown, filters included: a list has many links to itself. */
export const onlyItself = { exact: true, explicitUndefined: true } as const;

/** A link to another page of the console. */
export function To({ to, search = {}, children, className, activeClassName }: Props) {
  return (
    <Link
      to={to as never}
      search={
        ((before: RawSearch) => ({ ...(before.mode !== undefined && { mode: before.mode }), ...search })) as never
      }
      {...(className !== undefined && { className })}
      {...(activeClassName !== undefined && { activeProps: { className: `${className ?? ''} ${activeClassName}` } })}
      activeOptions={activeClassName === undefined ? onlyItself : { exact: to === '/', includeSearch: false }}
    >
      {children}
    </Link>
  );
}
