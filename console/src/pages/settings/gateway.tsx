import { useAsk } from '../../api/use-ask.ts';
import { HealthDocument } from '../../generated/operations.ts';
import { Facts, Panel } from '../../parts/panel.tsx';
import { Pending } from '../../parts/states.tsx';
import { Copy } from '../../parts/values/copy.tsx';
import { Status } from '../../parts/values/status.tsx';
import { useTexts } from '../../texts/language.tsx';
import styles from './settings.module.css';
import { texts } from './texts.ts';

const everyMs = 15_000;

/** How the gateway that answers is doing. */
export function Gateway() {
  const said = useTexts(texts);
  const asked = useAsk(HealthDocument, {}, { everyMs });
  const { data } = asked;
  return (
    <Panel title={said.gateway}>
      <Pending asked={asked} lines={3} />
      {!asked.error && data && (
        <Facts
          of={[
            [
              said.state,
              data.health.isReady ? (
                <Status key="state" tone="good">
                  {said.ready}
                </Status>
              ) : (
                <Status key="state" tone="bad">
                  {said.notReady}
                </Status>
              ),
            ],
            [
              said.reason,
              data.health.reason === null ? null : (
                <span lang="en" key="reason">
                  {data.health.reason}
                </span>
              ),
            ],
            [said.version, data.health.version],
            [
              said.digest,
              <span key="digest">
                <Copy text={data.health.configDigest} what={said.theDigest} />
                <span className={styles.note}>{said.digestText}</span>
              </span>,
            ],
          ]}
        />
      )}
    </Panel>
  );
}
