import { MandateStatus } from '../../parts/business/mandate-status.tsx';
import { Panel } from '../../parts/panel.tsx';
import { When } from '../../parts/values/when.tsx';
import { useTexts } from '../../texts/language.tsx';
import styles from './mandate.module.css';
import type { Mandate } from './mandate.ts';
import { texts } from './texts.ts';

/** What happened to it, the newest first, and who did it. */
export function Story({ events }: Pick<Mandate, 'events'>) {
  const said = useTexts(texts);
  return (
    <Panel title={said.story}>
      {events.pageInfo.hasNextPage && <p className={styles.soft}>{said.moreStory}</p>}
      <ol className={styles.story}>
        {events.edges.toReversed().map(({ node }) => (
          <Event key={node.id} event={node} />
        ))}
      </ol>
    </Panel>
  );
}

function Event({ event }: { readonly event: Mandate['events']['edges'][number]['node'] }) {
  const said = useTexts(texts);
  const { type, status, cause, reason, fields, by, byPerson } = event;
  const names = fields
    ?.split(' ')
    .map((field) => said.fields[field] ?? field)
    .join(', ');
  const isOurs = by !== 'clock' && by !== 'bank';
  const details = [cause && said.causes[cause], isOurs && said.by(byPerson?.name ?? by)].filter(Boolean);
  return (
    <li>
      <When at={event.createdAt} />
      <div>
        {type === 'STATUS_CHANGED' ? (
          <MandateStatus status={status} />
        ) : (
          <p>{type === 'AMENDED' && names ? said.changed(names) : said.events[type]}</p>
        )}
        {details.length > 0 && <p className={styles.soft}>{details.join(', ')}</p>}
        {reason !== null && (
          <p className={styles.soft}>
            <code>{reason}</code>
          </p>
        )}
      </div>
    </li>
  );
}
