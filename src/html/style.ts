/**
 * One style for every page: system fonts, light and dark, nothing from outside. One accent colour. Green, red and amber
 * show a payment's status, and are never its only sign.
 */
export const style = `
:root {
  color-scheme: light dark;
  --ink: #17212c; --soft: #566472; --line: #dde3e9; --page: #f2f4f7; --card: #fff;
  --accent: #0b57a4; --accent-strong: #084682; --on-accent: #fff;
  --good: #12683f; --bad: #a4262c; --wait: #7d5100;
  --shadow: 0 1px 2px rgb(20 40 60 / .06), 0 8px 28px rgb(20 40 60 / .07);
}
@media (prefers-color-scheme: dark) {
  :root {
    --ink: #e9eef3; --soft: #a0adba; --line: #2d3945; --page: #0f151b; --card: #19222b;
    --accent: #7db8f7; --accent-strong: #a5cffb; --on-accent: #06182b;
    --good: #63d69f; --bad: #ff9196; --wait: #f0c267;
    --shadow: none;
  }
}
* { box-sizing: border-box; }
[hidden] { display: none !important; }
body {
  margin: 0; min-height: 100vh; min-height: 100dvh; padding: clamp(1rem, 6vh, 4rem) 1rem 2rem;
  display: flex; flex-direction: column; align-items: center;
  background: var(--page); color: var(--ink);
  font: 1rem/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", sans-serif;
  -webkit-text-size-adjust: 100%; text-size-adjust: 100%;
}
.brand, main, footer { width: 100%; max-width: 33rem; }
.brand {
  display: flex; align-items: center; justify-content: space-between; gap: 1rem;
  padding: 0 .25rem; margin-bottom: .9rem; font-weight: 600;
}
.mode {
  order: 1; border: 1px solid; border-radius: 1rem; padding: 0 .65rem;
  color: var(--wait); font-size: .78rem; font-weight: 600; letter-spacing: .04em; white-space: nowrap;
}
main {
  padding: clamp(1.35rem, 5vw, 2.25rem); background: var(--card);
  border: 1px solid var(--line); border-radius: 1rem; box-shadow: var(--shadow); overflow-wrap: anywhere;
}
footer { padding: 0 .25rem; margin-top: 1rem; color: var(--soft); font-size: .88rem; }
/* A reference is read out on the phone: it stays in one piece. */
footer span { white-space: nowrap; }
footer p { margin: .2rem 0 0; }
h1 { font-size: 1.4rem; line-height: 1.25; letter-spacing: -.01em; margin: 0 0 .4rem; text-wrap: balance; }
p { margin: .4rem 0; }
ul { padding-left: 1.2rem; }
.soft { color: var(--soft); }
.good { color: var(--good); } .bad { color: var(--bad); } .wait { color: var(--wait); } .ended, .late { color: var(--soft); }
.amount {
  margin: 1rem 0 0; font-size: clamp(2.1rem, 9vw, 2.6rem); line-height: 1.15; font-weight: 650;
  letter-spacing: -.01em; font-variant-numeric: tabular-nums;
}
.mark {
  display: block; width: 3rem; height: 3rem; padding: .7rem; margin-bottom: 1rem; border-radius: 50%;
  background: color-mix(in srgb, currentColor 13%, transparent);
  fill: none; stroke: currentColor; stroke-width: 2.2; stroke-linecap: round; stroke-linejoin: round;
}
dl {
  display: grid; grid-template-columns: minmax(7rem, auto) 1fr; gap: .55rem 1.25rem;
  margin: 1.4rem 0 0; padding-top: 1.2rem; border-top: 1px solid var(--line);
}
dt { color: var(--soft); }
dd { margin: 0; font-variant-numeric: tabular-nums; }
dl.copied-out { display: block; padding: 0; }
.copied-out div {
  display: grid; grid-template-columns: 1fr auto; column-gap: 1rem; align-items: center;
  padding: .7rem 0; border-bottom: 1px solid var(--line);
}
.copied-out dt { grid-column: 1; font-size: .88rem; }
.copied-out dd { grid-column: 1; font-size: 1.08rem; font-weight: 550; }
.copied-out dd.copy { grid-area: 1 / 2 / span 2; }
.field-error { color: var(--bad); font-size: .92rem; margin: .1rem 0 0; }
.buttons { display: flex; flex-wrap: wrap; gap: .7rem; margin-top: 1.5rem; }
.button, button {
  display: inline-block; padding: .75rem 1.35rem; border: 1px solid transparent; border-radius: .6rem;
  background: var(--accent); color: var(--on-accent); font: inherit; font-weight: 600; line-height: 1.3;
  text-align: center; text-decoration: none; cursor: pointer;
}
.button:hover, button:hover { background: var(--accent-strong); }
.button.quiet, button.quiet { background: transparent; color: var(--accent); border-color: var(--line); }
.button.quiet:hover, button.quiet:hover { border-color: currentColor; }
button.small { padding: .35rem .8rem; font-size: .88rem; min-width: 5.2rem; }
a { color: var(--accent); }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 3px; border-radius: .3rem; }
.leaving {
  display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: .4rem 1rem;
  margin-top: 1.2rem; color: var(--soft);
}
.qr { display: flex; flex-wrap: wrap; align-items: center; gap: 1rem 1.25rem; margin-top: 1.4rem; }
.qr svg { flex: none; display: block; width: 9.5rem; height: 9.5rem; border: 1px solid var(--line); border-radius: .6rem; background: #fff; }
.qr p { flex: 1 1 10rem; margin: 0; }
.turning { display: flex; align-items: baseline; gap: .6rem; }
#details > .turning { margin-top: 1.3rem; }
.turning::before {
  content: ""; flex: none; width: .85em; height: .85em; transform-origin: center; position: relative; top: .05em;
  border: 2px solid; border-right-color: transparent; border-radius: 50%; animation: turn 1s linear infinite;
}
@keyframes turn { to { transform: rotate(1turn); } }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.sheet h2 { margin: 1.2rem 0 0; font-size: 1rem; }
.sheet dl { margin-top: .5rem; padding-top: .6rem; }
.small { font-size: .82rem; }
.signing { display: grid; grid-template-columns: 1fr 1fr; gap: .4rem 1.25rem; margin-top: 1.2rem; }
.line { display: block; min-height: 1.6rem; border-bottom: 1px solid var(--line); }
.signature { grid-column: 1 / -1; min-height: 6rem; padding: .4rem .6rem; border: 1px solid var(--line); color: var(--soft); }
@page { size: A4; margin: 14mm; }
@media (scripting: none) { .scripted, .turning::before { display: none; } }
@media (prefers-reduced-motion: reduce) { .turning::before { animation: none; border-right-color: currentColor; border-style: dotted; } }
@media (max-width: 30rem) {
  body { padding-inline: .75rem; }
  dl { grid-template-columns: minmax(0, 2fr) minmax(0, 3fr); column-gap: .75rem; }
  .buttons > *, .buttons form, .buttons button { flex: 1 1 100%; }
  .buttons form button { width: 100%; }
}
@media print {
  :root { color-scheme: light; --ink: #000; --soft: #333; --line: #999; --page: #fff; --card: #fff; --good: #000; --bad: #000; --wait: #000; }
  body { padding: 0; }
  main { border: 0; box-shadow: none; }
  main, .brand, footer { padding: 0; }
  .buttons, button, .mark, .leaving, .turning, .copied-out .copy { display: none !important; }
  .qr svg { border: 0; }
  body:has(.sheet) { min-height: 0; font-size: .82rem; }
  body:has(.sheet) > * { max-width: none; }
  .sheet dl { gap: .2rem 1rem; margin-top: .3rem; padding-top: .4rem; }
  .sheet h2 { margin-top: .7rem; }
}
`;
