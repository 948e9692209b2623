import type { ReactNode } from 'react';
import { Panel } from './panel.tsx';
import styles from './timeline.module.css';
import { When, type WhenStyle } from './values/when.tsx';

type Props<Event> = {
  readonly title: string;
  readonly events: {
    readonly edges: readonly { readonly node: Event }[];
    readonly pageInfo: { readonly hasNextPage: boolean };
  };
  /** Said where these are not all. */
  readonly more: string;
  readonly style: WhenStyle;
  readonly children: (event: Event) => ReactNode;
};

/** What happened to an object, the newest first. */
export function Timeline<Event extends { readonly id: string; readonly createdAt: string }>(props: Props<Event>) {
  const { title, events, more, style, children } = props;
  return (
    <Panel title={title}>
      {events.pageInfo.hasNextPage && <p className={styles.more}>{more}</p>}
      <ol className={styles.timeline}>
        {events.edges.toReversed().map(({ node }) => (
          <li key={node.id}>
            <When at={node.createdAt} style={style} />
            <div>{children(node)}</div>
          </li>
        ))}
      </ol>
    </Panel>
  );
}
