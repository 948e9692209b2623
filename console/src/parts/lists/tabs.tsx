import { Link } from '@tanstack/react-router';
import type { RawSearch } from '../../api/address.ts';
import { onlyItself } from '../to.tsx';
import styles from './tabs.module.css';

type Props<Name extends string> = {
  readonly label: string;
  /** Of the address. */
  readonly name: string;
  readonly names: readonly Name[];
  readonly texts: Readonly<Record<Name, string>>;
  readonly chosen: Name;
  /** What goes along to another tab. */
  readonly keep?: readonly string[];
};

/** Parts of a page, one at a time, each with an address of its own. The first one is shown where the address names none. */
export function Tabs<Name extends string>({ label, name, names, texts, chosen, keep = [] }: Props<Name>) {
  return (
    <nav className={`${styles.tabs} no-print`} aria-label={label}>
      {names.map((one, place) => (
        <Link
          key={one}
          to={'.' as never}
          search={
            ((before: RawSearch) => ({
              ...Object.fromEntries(['mode', ...keep].map((kept) => [kept, before[kept]])),
              [name]: place === 0 ? undefined : one,
            })) as never
          }
          activeProps={{}}
          activeOptions={onlyItself}
          {...(one === chosen ? { 'aria-current': 'true', 'data-chosen': true } : { 'aria-current': undefined })}
        >
          {texts[one]}
        </Link>
      ))}
    </nav>
  );
}
