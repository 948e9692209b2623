/** One calm style for every page: system fonts, light and dark, nothing from outside. */
export const style = `
:root{color-scheme:light dark;--ink:#16202b;--soft:#5b6875;--line:#d9dfe5;--page:#f3f5f7;--card:#fff;--accent:#0b5cad;--accent-ink:#fff;
--good:#146c43;--bad:#a4262c;--wait:#8a5a00}
@media(prefers-color-scheme:dark){:root{--ink:#e8edf2;--soft:#9aa8b5;--line:#2c3742;--page:#10161c;--card:#182129;--accent:#6cb0f5;--accent-ink:#06182b;
--good:#5fd39a;--bad:#ff8a8f;--wait:#f0c063}}
*{box-sizing:border-box}
body{margin:0;min-height:100vh;background:var(--page);color:var(--ink);font:1rem/1.5 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif;
display:flex;flex-direction:column;align-items:center;padding:2.5rem 1rem}
main{width:100%;max-width:34rem;background:var(--card);border:1px solid var(--line);border-radius:.9rem;padding:1.75rem;overflow-wrap:anywhere}
.brand{width:100%;max-width:34rem;margin-bottom:1rem;color:var(--soft);font-size:.9rem;letter-spacing:.02em}
.mode{float:right;border:1px solid var(--wait);color:var(--wait);border-radius:1rem;padding:0 .6rem;font-size:.8rem}
h1{font-size:1.35rem;line-height:1.3;margin:0 0 .4rem}
p{margin:.4rem 0}.soft{color:var(--soft)}
.amount{font-size:2.1rem;font-weight:650;font-variant-numeric:tabular-nums;margin:.6rem 0}
.good{color:var(--good)}.bad{color:var(--bad)}.wait{color:var(--wait)}
dl{display:grid;grid-template-columns:minmax(8rem,auto) 1fr;gap:.45rem 1rem;margin:1.2rem 0;padding-top:1rem;border-top:1px solid var(--line)}
dt{color:var(--soft)}dd:has(button){display:flex;justify-content:space-between;align-items:baseline;gap:.6rem}dd{margin:0;font-variant-numeric:tabular-nums}
.field-error{color:var(--bad);font-size:.92rem;margin:.1rem 0 0}
.button,button{display:inline-block;border:0;border-radius:.55rem;background:var(--accent);color:var(--accent-ink);font:inherit;font-weight:600;
padding:.7rem 1.3rem;text-decoration:none;cursor:pointer}
.button.quiet,button.quiet{background:transparent;color:var(--accent);border:1px solid var(--line);padding:.15rem .6rem;font-weight:500;font-size:.88rem}
.buttons{display:flex;flex-wrap:wrap;gap:.7rem;margin-top:1.2rem}
a:focus-visible,button:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
.qr{width:11rem;background:#fff;padding:.6rem;border-radius:.5rem;border:1px solid var(--line)}.qr svg{display:block;width:100%;height:auto}
.turning::before{content:"";display:inline-block;width:.9em;height:.9em;margin-right:.5em;border:2px solid currentColor;border-right-color:transparent;
border-radius:50%;vertical-align:-.1em;animation:turn 1s linear infinite}
@keyframes turn{to{transform:rotate(1turn)}}
@media(prefers-reduced-motion:reduce){.turning::before{animation:none}}
footer{color:var(--soft);font-size:.85rem;margin-top:1rem}
@media print{body{background:#fff;color:#000;padding:0}main{border:0}.buttons,button,.brand .mode{display:none}}
`;
