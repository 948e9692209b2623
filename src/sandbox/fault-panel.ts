import { html } from 'hono/html';
import { bankNames } from './bank.ts';
import { answerFaults, askedOperations, type Fault, notificationFaults } from './faults.ts';
import { type Markup, options } from './page-shell.ts';
import { type Language, type Text, text, texts } from './texts.ts';
import { bankWords, faultWords, momentWords, operationWords } from './words.ts';

type Held = {
  readonly faults: readonly Fault[] /** How many notifications were not sent yet. */;
  readonly held: number;
};

/** Where the page is returned to. */
export const panelId = 'fault-panel';

const words = {
  ofNotifications: text('Notifications à la passerelle', 'Notifications to the gateway'),
  ofAnswers: text('Réponses à la passerelle', 'Answers to the gateway'),
  narrow: text('Seulement pour…', 'Only for…'),
  any: text('toutes', 'any'),
  once: text('une fois', 'once'),
  always: text('toujours', 'always'),
  remedies: text('Notifications retenues et nuit', 'Held notifications and the night'),
} as const;

/** Where a person makes the banks misbehave. `address` is the simulators' own, without a trailing slash. */
export function faultPanel({ faults, held }: Held, language: Language, address: string): Markup {
  const t = (it: Text): string => it[language];
  return html`<section id="${panelId}"><h2>${t(texts.faultTitle)}</h2><p class="hint">${t(texts.faultHint)}</p>
${faults.length === 0 ? html`<p class="hint">${t(texts.none)}</p>` : html`<ul>${faults.map((fault) => line(fault, language))}</ul>`}
<form method="post" action="${address}/faults" class="fields">
<div class="full"><label for="kind">${t(texts.fault)}</label><select id="kind" name="kind">
<optgroup label="${t(words.ofNotifications)}">${options(notificationFaults, faultWords, language)}</optgroup>
<optgroup label="${t(words.ofAnswers)}">${options(answerFaults, faultWords, language)}</optgroup></select></div>
<div><label for="delayMs">${t(texts.delay)}</label><input id="delayMs" name="delayMs" inputmode="numeric" value="30000"></div>
<div class="tick"><input id="lasting" name="lasting" type="checkbox"><label for="lasting">${t(texts.lasting)}</label></div>
<details class="full"><summary>${t(words.narrow)}</summary><div class="fields">
<div><label for="bank">${t(texts.bank)}</label><select id="bank" name="bank"><option value="">${t(words.any)}</option>${options(bankNames, bankWords, language)}</select></div>
<div><label for="reference">${t(texts.reference)}</label><input id="reference" name="reference" maxlength="250"></div>
<div><label for="operation">${t(texts.operation)}</label><select id="operation" name="operation"><option value="">${t(words.any)}</option>${options(askedOperations, operationWords, language)}</select></div>
<div><label for="moment">${t(texts.moment)}</label><select id="moment" name="moment">${options(['AFTER', 'BEFORE'], momentWords, language)}</select></div>
</div></details>
<div class="buttons full"><button class="main">${t(texts.addFault)}</button><button formaction="${address}/faults/clear">${t(texts.clearFaults)}</button></div>
</form></section>
<section><h2>${t(words.remedies)}</h2>
<p class="hint">${t(texts.heldHint)} ${held}</p>
<form method="post" action="${address}/faults/release"><div class="buttons"><button>${t(texts.releaseHeld)}</button></div></form>
<p class="hint">${t(texts.nightHint)}</p>
<form method="post" action="${address}/night"><div class="buttons"><button>${t(texts.letNightCome)}</button></div></form>
</section>`;
}

/** The words, and the name that the JSON interface takes. */
function line({ kind, bank, reference, operation, moment, lasting, delayMs }: Fault, language: Language): Markup {
  const about = [bank && bankWords[bank][language], reference, operation && operationWords[operation][language]];
  const facts = [
    ...about,
    momentWords[moment][language],
    words[lasting ? 'always' : 'once'][language],
    `${delayMs} ms`,
  ];
  return html`<li>${faultWords[kind][language]} <code>${kind}</code> ${facts.filter(Boolean).join(' · ')}</li>`;
}
