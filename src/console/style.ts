/** Beside the style of every page: fields, cards of sessions, the band of TEST. */
export const consoleStyle = `
form { margin: 1.2rem 0 0; }
form.inline { display: inline; margin: 0; }
label { display: block; margin: .9rem 0 .25rem; font-weight: 600; }
input {
  width: 100%; padding: .65rem .8rem; border: 1px solid var(--soft); border-radius: .6rem;
  background: var(--page); color: var(--ink); font: inherit;
}
input[aria-invalid=true] { border-color: var(--bad); border-width: 2px; }
.hint { color: var(--soft); font-size: .88rem; margin: .25rem 0 0; }
form button { margin-top: 1.2rem; }
form.inline button { margin-top: 0; }
.wide { display: block; width: 100%; }
.or { display: flex; align-items: center; gap: .8rem; margin: 1.4rem 0 0; color: var(--soft); }
.or::before, .or::after { content: ""; flex: 1; border-top: 1px solid var(--line); }
h2 { font-size: 1.05rem; margin: 1.8rem 0 .3rem; }
.said:empty { display: none; }
.session {
  display: grid; grid-template-columns: 1fr auto; gap: .2rem 1rem; align-items: center;
  padding: .8rem 0; border-bottom: 1px solid var(--line);
}
.session.this { display: block; }
.session p { margin: 0; }
.session > form { grid-row: 1 / span 2; grid-column: 2; }
.codes { padding: 0; list-style: none; font: 600 .95rem/2 ui-monospace, monospace; }
.codes li { white-space: nowrap; }
.band {
  width: 100%; max-width: 33rem; margin-bottom: .9rem; padding: .3rem .8rem; border-radius: .6rem; text-align: center;
  color: var(--wait); font-weight: 600; border: 1px solid;
  background: repeating-linear-gradient(135deg, transparent 0 .8rem, color-mix(in srgb, currentColor 14%, transparent) .8rem 1.6rem);
}
code.key { display: block; font-size: 1rem; letter-spacing: .06em; overflow-wrap: anywhere; }
@media (forced-colors: active) { .band { border-style: double; border-width: 4px; } }
`;
