import { createHash } from 'node:crypto';
import { languages } from '../../shared/settings/settings.ts';

const labels = (state: string): string =>
  languages.map((each) => `#${each}:${state}~header label[for=${each}]`).join();
const saidInOthers = languages.map((each) => `#${each}:checked~* .said:not([lang=${each}])`).join();

// The language is chosen by two radio buttons: without a script, and without a query in an address that people copy.
export const landingStyle = `
:root{color-scheme:light dark;--page:#f6f6f6;--card:#fff;--text:#161616;--quiet:#666;--line:#ddd;--blue:#000091;--on-blue:#f5f5fe;--hover:#1212ff;--press:#e3e3fd}
@media (prefers-color-scheme:dark){:root{--page:#161616;--card:#1e1e1e;--text:#fff;--quiet:#a8a8a8;--line:#353535;--blue:#8585f6;--on-blue:#000091;--hover:#b1b1f9;--press:#272747}}
*{box-sizing:border-box}
body{margin:0;min-height:100vh;display:flex;flex-direction:column;background:var(--page);color:var(--text);font:16px/24px Marianne,system-ui,-apple-system,"Segoe UI",Roboto,Arial,sans-serif;overflow-wrap:break-word}
.choice{position:absolute;opacity:0;pointer-events:none}
header{background:var(--card);border-bottom:1px solid var(--line)}
.bar{display:flex;align-items:center;justify-content:space-between;gap:16px;max-width:880px;margin:0 auto;padding:16px 24px}
.brand{margin:0;color:var(--quiet);font-size:14px;line-height:20px}
.brand b{display:block;color:var(--text);font-size:16px;line-height:24px}
.languages{display:flex;flex:none;gap:4px}
.languages label{min-width:44px;padding:10px 8px;border-radius:4px;text-align:center;color:var(--blue);font-size:14px;cursor:pointer}
.languages label:hover,${labels('checked')}{background:var(--press)}
${labels('checked')}{font-weight:700}
${labels('focus-visible')},a:focus-visible{outline:2px solid #0a76f6;outline-offset:2px}
${saidInOthers}{display:none}
main{flex:1;width:100%;max-width:688px;margin:0 auto;padding:56px 24px}
.card{padding:40px;background:var(--card);border:1px solid var(--line);border-top:4px solid var(--blue)}
h1{margin:0 0 16px;font-size:28px;line-height:36px}
h2{margin:0 0 8px;font-size:18px;line-height:24px}
p{margin:0}
p+p{margin-top:8px}
.ways{display:flex;flex-wrap:wrap;gap:16px;margin-top:32px}
.way{padding:12px 24px;border:1px solid var(--blue);color:var(--blue);font-weight:500;text-align:center;text-decoration:none}
.way:hover{background:var(--press)}
.first{background:var(--blue);color:var(--on-blue)}
.first:hover{border-color:var(--hover);background:var(--hover)}
.call{margin-top:16px}
.small{margin-top:16px;color:var(--quiet);font-size:14px}
section{margin-top:32px;padding-top:24px;border-top:1px solid var(--line)}
dl{display:grid;grid-template-columns:auto 1fr;gap:4px 24px;margin:0}
footer{width:100%;max-width:688px;margin:0 auto;padding:0 24px 32px}
ul{display:flex;flex-wrap:wrap;gap:4px 24px;margin:0;padding:0;list-style:none;color:var(--quiet);font-size:14px}
li a{color:inherit}
dt{color:var(--quiet)}
dd{margin:0;white-space:nowrap;font-variant-numeric:tabular-nums}
dd a{color:var(--blue)}
@media (max-width:576px){main{padding:24px 16px}footer{padding:0 16px 24px}dl{grid-template-columns:auto;gap:0}dd+dt{margin-top:8px}.bar{padding:12px 16px}.card{padding:24px}h1{font-size:24px;line-height:32px}.way{flex:1 1 100%}}
@media (forced-colors:active){.way{border-color:LinkText}${labels('checked')}{outline:1px solid}}
`;

const hash = createHash('sha256').update(landingStyle).digest('base64');

/** Nothing is loaded, run or sent: the page is its own bytes and one style sheet, named by its hash. */
export const landingPolicy = `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;
