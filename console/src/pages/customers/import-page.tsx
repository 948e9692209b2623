import { useState } from 'react';
import { useMe } from '../../api/me.tsx';
import { Button } from '../../parts/button.tsx';
import { Select } from '../../parts/fields/choice.tsx';
import { Field } from '../../parts/fields/field.tsx';
import { Fields } from '../../parts/fields/fields.tsx';
import { LinkButton } from '../../parts/link-button.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { Panel } from '../../parts/panel.tsx';
import { FaultText } from '../../parts/states.tsx';
import { To } from '../../parts/to.tsx';
import { Drop, Failed, Sending } from '../../parts/upload/upload.tsx';
import { countText } from '../../parts/values/count.ts';
import { useLanguage, useTexts } from '../../texts/language.tsx';
import styles from './customers.module.css';
import { Checked, Counts, RefusedLines } from './import-check.tsx';
import type { Defaults } from './import-file.ts';
import { doneOf, useImport, type Written } from './import-steps.ts';
import { importTexts } from './import-texts.ts';

/** Brings a list of customers: a look at it first, then the import. */
export function ImportPage() {
  const said = useTexts(importTexts);
  const { language } = useLanguage();
  const { usableSocietes } = useMe();
  const [defaults, setDefaults] = useState<Defaults>({
    idSociete: usableSocietes.length === 1 ? (usableSocietes[0] ?? null) : null,
    country: '',
  });
  const { step, check, importAll, goOn, stop, leave } = useImport(defaults);
  const template = (
    <LinkButton href={`/console/customers/template.csv?lang=${language}`} isDownload>
      {said.template}
    </LinkButton>
  );
  return (
    <>
      <PageHead title={said.title} lead={said.lead} actions={template} />
      {step.kind === 'NONE' && (
        <>
          <DefaultsPanel defaults={defaults} onChange={setDefaults} />
          <Drop
            title={said.drop}
            hint={said.dropHint}
            accept=".csv,.txt,.tsv,text/csv"
            onFile={(file) => void check(file)}
          />
        </>
      )}
      {step.kind === 'SENDING' && (
        <Sending name={step.file.name} share={step.share} waiting={said.looking} onStop={leave} />
      )}
      {step.kind === 'REFUSED' && (
        <Failed
          fault={step.fault}
          says={{ NOT_ALLOWED: said.notAllowed, NO_ANSWER: said.noAnswer }}
          onRetry={() => void check(step.file)}
          onCancel={leave}
        />
      )}
      {step.kind === 'CHECKED' && (
        <Checked name={step.file.name} check={step.check} onImport={() => importAll(step.check)} onCancel={leave} />
      )}
      {step.kind === 'IMPORTING' && <Importing written={step.written} onStop={stop} />}
      {step.kind === 'STOPPED' && (
        <Stopped written={step.written} fault={step.fault} onGoOn={() => goOn(step.written)} onLeave={leave} />
      )}
      {step.kind === 'DONE' && <Done written={step.written} onAnother={leave} />}
    </>
  );
}

type DefaultsProps = { readonly defaults: Defaults; readonly onChange: (defaults: Defaults) => void };

/** What the file does not say. */
function DefaultsPanel({ defaults, onChange }: DefaultsProps) {
  const said = useTexts(importTexts);
  const { usableSocietes } = useMe();
  const inFile = '-';
  return (
    <Panel>
      <Fields>
        <Select
          {...{ label: said.societe, name: 'idSociete', value: defaults.idSociete ?? inFile }}
          options={[{ id: inFile, text: said.inFile }, ...usableSocietes.map((id) => ({ id, text: id }))]}
          onChange={(id) => onChange({ ...defaults, idSociete: id === inFile ? null : id })}
        />
        <Field
          {...{ label: said.country, name: 'country', hint: said.countryHint, maxLength: 2, value: defaults.country }}
          isRequired={false}
          onChange={(country) => onChange({ ...defaults, country: country.trim().toUpperCase() })}
        />
      </Fields>
    </Panel>
  );
}

function Importing({ written, onStop }: { readonly written: Written; readonly onStop: () => void }) {
  const said = useTexts(importTexts);
  const { language } = useLanguage();
  const number = (count: number): string => countText(count, language);
  const done = doneOf(written);
  return (
    <Panel title={said.importing} actions={<Button onPress={onStop}>{said.stop}</Button>}>
      <p role="status" className={styles.first}>
        {said.progress(number(done), number(written.all))}
      </p>
      <progress className={styles.progress} aria-label={said.importing} value={done} max={Math.max(1, written.all)} />
    </Panel>
  );
}

type StoppedProps = {
  readonly written: Written;
  readonly fault: Error | null;
  readonly onGoOn: () => void;
  readonly onLeave: () => void;
};

function Stopped({ written, fault, onGoOn, onLeave }: StoppedProps) {
  const said = useTexts(importTexts);
  return (
    <Panel
      title={said.importing}
      actions={
        <div className={styles.actions}>
          <Button onPress={onLeave}>{said.another}</Button>
          <Button kind="primary" onPress={onGoOn}>
            {said.goOn}
          </Button>
        </div>
      }
    >
      <div role="alert">
        <p>{fault === null ? said.stopped : said.failed}</p>
        {fault !== null && <FaultText fault={fault} />}
      </div>
      <Counts counts={{ ...written.counts, REFUSED: written.refused.length + written.notSent }} />
      <RefusedLines title={said.meanwhile} refused={written.refused} all={written.refused.length} />
    </Panel>
  );
}

function Done({ written, onAnother }: { readonly written: Written; readonly onAnother: () => void }) {
  const said = useTexts(importTexts);
  return (
    <Panel title={said.done} actions={<Button onPress={onAnother}>{said.another}</Button>}>
      <div role="status">
        <Counts counts={{ ...written.counts, REFUSED: written.refused.length + written.notSent }} />
      </div>
      <RefusedLines title={said.meanwhile} refused={written.refused} all={written.refused.length} />
      <p>
        <To to="/customers">{said.toList}</To>
      </p>
    </Panel>
  );
}
