import { MandateStatus } from '../../parts/business/mandate-status.tsx';
import { Timeline } from '../../parts/timeline.tsx';
import { useTexts } from '../../texts/language.tsx';
import styles from './mandate.module.css';
import type { Mandate } from './mandate.ts';
import { texts } from './texts.ts';

/** What happened to it, and who did it. */
export function Story({ events }: Pick<Mandate, 'events'>) {
  const said = useTexts(texts);
  return (
    <Timeline title={said.story} more={said.moreStory} events={events} style="moment">
      {(event) => <Event event={event} />}
    </Timeline>
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
    <>
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
    </>
  );
}
