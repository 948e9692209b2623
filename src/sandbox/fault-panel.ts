import { html } from 'hono/html';
import { answerFaults, askedOperations, type Fault, notificationFaults } from './faults.ts';
import type { Markup } from './page-shell.ts';
import { type Language, texts } from './texts.ts';

type Held = {
  readonly faults: readonly Fault[] /** How many notifications were not sent yet. */;
  readonly held: number;
};

/** Where the page is returned to. */
export const panelId = 'fault-panel';

/** Where a person makes the banks misbehave. `address` is the simulators' own, without a trailing slash. */
export function faultPanel({ faults, held }: Held, language: Language, address: string): Markup {
  const { faultTitle, faultHint, addFault, clearFaults, nightHint, letNightCome, reference, bank } = texts;
  return html`<section id="${panelId}"><h2>${faultTitle[language]}</h2><p class="hint">${faultHint[language]}</p>
${faults.length === 0 ? html`<p class="hint">${texts.none[language]}</p>` : html`<ul>${faults.map(line)}</ul>`}
<form method="post" action="${address}/faults" class="fields">
<div><label for="kind">${texts.fault[language]}</label><select id="kind" name="kind">${[...notificationFaults, ...answerFaults].map(option)}</select></div>
<div><label for="bank">${bank[language]}</label><select id="bank" name="bank">${['', 'PAYBOX', 'LABANQUEPOSTALE'].map(option)}</select></div>
<div><label for="reference">${reference[language]}</label><input id="reference" name="reference" maxlength="250"></div>
<div><label for="operation">${texts.operation[language]}</label><select id="operation" name="operation">${['', ...askedOperations].map(option)}</select></div>
<div><label for="moment">${texts.moment[language]}</label><select id="moment" name="moment">${['AFTER', 'BEFORE'].map(option)}</select></div>
<div><label for="delayMs">${texts.delay[language]}</label><input id="delayMs" name="delayMs" inputmode="numeric" value="30000"></div>
<div><label for="lasting">${texts.lasting[language]}</label><input id="lasting" name="lasting" type="checkbox"></div>
<div class="buttons full"><button class="main">${addFault[language]}</button></div>
</form>
<form method="post" action="${address}/faults/clear"><div class="buttons"><button>${clearFaults[language]}</button></div></form>
<p class="hint">${texts.heldHint[language]} ${held}</p>
<form method="post" action="${address}/faults/release"><div class="buttons"><button>${texts.releaseHeld[language]}</button></div></form>
<p class="hint">${nightHint[language]}</p>
<form method="post" action="${address}/night"><div class="buttons"><button>${letNightCome[language]}</button></div></form>
</section>`;
}

const option = (name: string): Markup => html`<option value="${name}">${name === '' ? '—' : name}</option>`;

const line = (fault: Fault): Markup => {
  const { kind, bank, reference, operation, moment, lasting, delayMs } = fault;
  const where = [bank, reference, operation].filter((it) => it !== null).join(' · ');
  return html`<li><code>${kind}</code> ${where} ${moment} ${lasting ? '∞' : '1×'} ${delayMs} ms</li>`;
};
