import { useAsk } from '../../api/use-ask.ts';
import { SettingsDocument } from '../../generated/operations.ts';
import { Facts, Panel } from '../../parts/panel.tsx';
import { Pending } from '../../parts/states.tsx';
import { CodeBlock, CopyButton } from '../../parts/values/copy.tsx';
import { commonTexts } from '../../texts/common.ts';
import { useTexts } from '../../texts/language.tsx';
import { Clients, type PrintedClient } from './clients.tsx';
import { configTexts } from './config-texts.ts';
import styles from './settings.module.css';
import { texts } from './texts.ts';

/** As `gateway config print` shows it. */
type PrintedConfig = Readonly<Record<string, unknown>> & { readonly clients?: readonly PrintedClient[] };

/** The clients and the config in force, without secrets. */
export function Printed() {
  const said = useTexts(configTexts);
  const asked = useAsk(SettingsDocument, {});
  const { data } = asked;
  if (!data)
    return (
      <Panel title={said.config}>
        <Pending asked={asked} lines={6} />
      </Panel>
    );
  // A person whose rights end at a société sees none of it.
  if (data.settings === null) return null;
  const { json, remarks } = data.settings;
  const { clients = [], ...config } = JSON.parse(json) as PrintedConfig;
  return (
    <>
      {remarks.length > 0 && <Remarks remarks={remarks} />}
      <Clients clients={clients} />
      <Config config={config} json={json} />
    </>
  );
}

function Remarks({ remarks }: { readonly remarks: readonly string[] }) {
  const said = useTexts(texts);
  return (
    <Panel title={said.remarks}>
      <ul className={styles.remarks} lang="en">
        {remarks.map((remark) => (
          <li key={remark}>{remark}</li>
        ))}
      </ul>
    </Panel>
  );
}

const isSection = (value: unknown): value is object => typeof value === 'object' && value !== null;

function Config({ config, json }: { readonly config: Readonly<Record<string, unknown>>; readonly json: string }) {
  const said = useTexts(configTexts);
  const { none } = useTexts(commonTexts);
  const entries = Object.entries(config);
  return (
    <Panel title={said.config} actions={<CopyButton text={json} what={said.theConfig} />}>
      <p className={styles.text}>{said.configText}</p>
      <Facts
        of={entries.flatMap(([name, value]) =>
          isSection(value) ? [] : [[name, <code key={name}>{value === null ? none : String(value)}</code>]],
        )}
      />
      {entries.map(
        ([name, value]) =>
          isSection(value) && (
            <details key={name} className={styles.section}>
              <summary>
                <code>{name}</code>
              </summary>
              <CodeBlock title={name} text={JSON.stringify(value, null, 2)} what={said.theSection(name)} />
            </details>
          ),
      )}
    </Panel>
  );
}
