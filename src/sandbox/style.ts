/** One stylesheet for the simulators' pages; each bank's look is a class on the body that sets colours, corners and letters. */
export const style = `
*,*::before,*::after{box-sizing:border-box}
:root{color-scheme:light dark}
body{--ink:#1b2430;--soft:#566273;--field:#fff;--field-edge:#8693a3;--code:#edf0f4;--good:#12683f;--bad:#a4262c;--on-accent:#fff}
body{margin:0;min-height:100vh;color:var(--ink);background:var(--ground);font:16px/1.5 var(--letters);-webkit-text-size-adjust:100%}
body.paybox{--ground:#eef1f4;--bar:#0b2f4a;--bar-text:#fff;--accent:#007a9c;--accent-dark:#005f7a;--panel:#fff;--corner:4px;--edge:#cbd3db;--letters:"Segoe UI",Roboto,Helvetica,Arial,sans-serif}
body.labanquepostale{--ground:#f4f6fb;--bar:#fff;--bar-text:#003da5;--accent:#003da5;--accent-dark:#002a75;--panel:#fff;--corner:14px;--edge:#d5ddee;--letters:"Helvetica Neue",Montserrat,Verdana,sans-serif}
body.house{--ground:#f1f6f2;--bar:#12523a;--bar-text:#fff;--accent:#12523a;--accent-dark:#0a3525;--panel:#fff;--corner:6px;--edge:#cfddd4;--letters:system-ui,sans-serif}
body.platform{--ground:#f6f5f1;--bar:#26323f;--bar-text:#fff;--accent:#26323f;--accent-dark:#111820;--panel:#fff;--corner:8px;--edge:#d9d6cc;--letters:system-ui,sans-serif}
@media (prefers-color-scheme:dark){
body[class]{--ink:#e9eef3;--soft:#a0adba;--panel:#19222b;--edge:#35424f;--field:#10171e;--field-edge:#6b7a89;--code:#26313c;--good:#63d69f;--bad:#ff9196;--on-accent:#06182b}
body.paybox{--ground:#0e151b;--accent:#5cc3e2;--accent-dark:#8ed6ec}
body.labanquepostale{--ground:#0d1320;--bar:#141d31;--bar-text:#c9d8ff;--accent:#8fb1ff;--accent-dark:#b6ccff}
body.house{--ground:#0c1511;--accent:#6fcf9f;--accent-dark:#9be3bf}
body.platform{--ground:#12161a;--accent:#a9c4e0;--accent-dark:#cfe0f1}
}
.banner{padding:.6rem 1rem;text-align:center;color:#2a1d00;background:repeating-linear-gradient(-45deg,#ffc53d 0 18px,#ffb400 18px 36px);border-bottom:2px solid #2a1d00}
.banner strong{display:block;letter-spacing:.06em}
.banner span{font-size:.85rem}
.bar{color:var(--bar-text);background:var(--bar)}
.labanquepostale .bar{border-bottom:6px solid #ffd100}
.bar div{display:flex;flex-wrap:wrap;gap:.25rem 1rem;align-items:baseline;max-width:62rem;margin:auto;padding:1rem}
.wordmark{font-size:1.45rem;font-weight:700}
.paybox .wordmark{font-weight:300;letter-spacing:.04em}
.tagline{font-size:.9rem;opacity:.85}
main{display:grid;grid-template-columns:minmax(0,1fr);gap:1.25rem;max-width:62rem;margin:0 auto;padding:1.25rem 1rem 3rem}
@media (min-width:52rem){main.pay{grid-template-columns:18rem minmax(0,1fr);align-items:start}main.pay .wide{grid-column:1/-1}}
section{padding:1.25rem;background:var(--panel);border:1px solid var(--edge);border-radius:var(--corner)}
.paybox section{border-top:3px solid var(--accent)}
.labanquepostale section{box-shadow:0 6px 24px rgba(0,40,110,.07)}
h1,h2{margin:0 0 .75rem;line-height:1.25}
h1{font-size:1.35rem}
h2{font-size:1.1rem}
h3{margin:1rem 0 .5rem;font-size:1rem}
dl{margin:0}
dt{font-size:.8rem;color:var(--soft)}
dd{margin:0 0 .75rem;overflow-wrap:anywhere}
.total{font-size:1.7rem;font-weight:700;color:var(--accent)}
label{display:block;margin:0 0 .25rem;font-size:.9rem;font-weight:600}
.fields{display:grid;gap:1rem;grid-template-columns:repeat(auto-fit,minmax(min(100%,9.5rem),1fr));align-items:end}
.fields .tick{display:flex;gap:.6rem;align-items:center;padding:.7rem 0}
.fields .tick label{margin:0}
summary{cursor:pointer;color:var(--accent);font-weight:600}
details>.fields{margin-top:1rem}
.fields .full{grid-column:1/-1}
input,select{width:100%;padding:.7rem .75rem;font:inherit;color:inherit;background:var(--field);border:1px solid var(--field-edge);border-radius:calc(var(--corner)*.7)}
input{font-variant-numeric:tabular-nums}
input[type=checkbox]{width:auto}
.buttons{display:flex;flex-wrap:wrap;gap:.75rem;margin-top:1.25rem}
button,.button{display:inline-block;padding:.75rem 1.2rem;font:inherit;font-weight:600;text-decoration:none;cursor:pointer;border-radius:calc(var(--corner)*.7);border:1px solid var(--accent);color:var(--accent);background:transparent}
button.main,.button.main{flex:1 1 12rem;text-align:center;color:var(--on-accent);background:var(--accent)}
button.main:hover,.button.main:hover{background:var(--accent-dark)}
button:hover,.button:hover{border-color:var(--accent-dark);text-decoration:underline}
:focus-visible{outline:3px solid #ffb400;outline-offset:2px}
section>form+*,section>form+.hint{margin-top:1.25rem}
section>p:first-child{margin-top:0}
section>:last-child{margin-bottom:0}
.mistake{margin:0 0 1rem;padding:.7rem .9rem;color:#7a1212;background:#fdecec;border-left:4px solid #c62828}
.hint{margin:0 0 1rem;color:var(--soft)}
code{padding:.05rem .3rem;background:var(--code);border-radius:3px;font-family:ui-monospace,Consolas,monospace}
.scroll{overflow-x:auto}
nav.bar{background:var(--panel);color:inherit;border-bottom:1px solid var(--edge)}
nav.bar div{padding:0 1rem;gap:0 .25rem}
nav.bar a{display:inline-block;padding:.75rem .8rem;border-bottom:3px solid transparent;text-decoration:none}
nav.bar a:hover{text-decoration:underline}
nav.bar a[aria-current]{border-color:var(--accent);font-weight:700}
nav.bar .links{margin-left:auto}
main.tabs>h1{margin:.25rem 0 0}
main.tabs>.mistake{margin:0}
main.tabs>.tab{scroll-margin-top:100vh;display:none;gap:1.25rem;grid-template-columns:minmax(0,1fr)}
main.tabs>.tab:target,main.tabs>.tab:has(:target),main.tabs:not(:has(:target))>.tab.open{display:grid}
.log{margin:0;padding:0;list-style:none}
.log li{display:grid;grid-template-columns:10.5rem minmax(0,1fr);gap:.25rem 1rem;padding:.55rem 0;border-bottom:1px solid var(--edge);overflow-wrap:anywhere}
.log time{color:var(--soft);font-size:.9rem;font-variant-numeric:tabular-nums}
.log .hint{margin:0;font-size:.9rem}
.good{color:var(--good);font-weight:600}
.bad{color:var(--bad);font-weight:600}
table{width:100%;border-collapse:collapse;font-size:.9rem}
th,td{padding:.45rem .6rem;text-align:left;border-bottom:1px solid var(--edge);vertical-align:top}
th{font-size:.8rem;color:var(--soft)}
td .buttons{margin:0;gap:.4rem;flex-wrap:nowrap}
td button{padding:.3rem .7rem;font-size:.85rem}
td.number{white-space:nowrap;font-variant-numeric:tabular-nums}
a{color:var(--accent)}
@media (max-width:48rem){
.rows thead{display:block;position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.rows,.rows tbody,.rows tr,.rows td{display:block}
.rows tr{padding:.6rem 0;border-bottom:1px solid var(--edge)}
.rows td{display:grid;grid-template-columns:8.5rem minmax(0,1fr);gap:.6rem;padding:.12rem 0;border:0;overflow-wrap:anywhere}
.rows td:empty{display:none}
.rows td::before{content:attr(data-label);color:var(--soft);font-size:.85rem}
.log li{grid-template-columns:minmax(0,1fr)}
}
@media (max-width:30rem){.cards th:nth-child(2),.cards td:nth-child(2){display:none}.buttons button{flex:1 1 auto}}
`;
