/**
 * The style of an HTML page: light and dark by the reader's own setting, fit for a phone and for paper. The page's content security
 * policy allows this very text, where tables can be sorted the very script that sorts them (html-script.ts), and nothing else: no
 * network, no other style, no other script.
 */
import type { Html } from './html-escape.js';
import { SCRIPT_SHA256 } from './html-script.js';

const CSS = `:root{color-scheme:light dark;--ink:#1c1e21;--dim:#5c666e;--line:#d9dde1;--paper:#fff;--good:#176b35;--bad:#b3261e;--warn:#8a5a00;--band:#eef1f4;--c1:#2f6db5;--c2:#b5562f;--c3:#2e7d4f;--c4:#8a5bb0;--c5:#8c7000;--c6:#b03a6b;--c7:#2f808c;--c8:#6b6f76}
@media (prefers-color-scheme:dark){:root{--ink:#e6e8ea;--dim:#9fa8af;--line:#3a4046;--paper:#17191c;--good:#6fce8f;--bad:#ff8a80;--warn:#e6b450;--band:#23272b;--c1:#79aeea;--c2:#e89a72;--c3:#7cc798;--c4:#c3a0e0;--c5:#dcc060;--c6:#ec8fb3;--c7:#7fcbd5;--c8:#a9afb6}}
*{box-sizing:border-box}
body{margin:0 auto;padding:1.5rem 1rem 3rem;max-width:72rem;background:var(--paper);color:var(--ink);font:15px/1.5 system-ui,sans-serif}
h1{font-size:1.4rem;line-height:1.3;margin:0 0 .25rem}
h2{font-size:1.1rem;margin:2rem 0 .5rem}
h2 small{font-weight:400;color:var(--dim);margin-left:.75rem}
p{margin:.4rem 0;max-width:60rem}
.scroll{overflow-x:auto;margin:.75rem 0;position:relative}
.tall{max-height:85vh;overflow:auto}
table{border-collapse:separate;border-spacing:0}
caption{text-align:left;font-weight:600;padding-bottom:.25rem}
th,td{padding:.25rem 1.25rem .25rem 0;text-align:left;vertical-align:baseline;border-bottom:1px solid var(--line);unicode-bidi:isolate}
tr>:last-child{padding-right:.25rem}
tbody th{font-weight:400}
thead th,thead td{font-weight:600;border-bottom:2px solid var(--line);background:var(--paper);position:sticky;top:0;z-index:1}
.k{white-space:nowrap}
.t{min-width:9rem}
.n{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
tfoot td,tfoot th{font-weight:600;border-bottom:0;background:var(--paper);position:sticky;bottom:0}
th button{all:unset;cursor:pointer}
th button:focus-visible{outline:2px solid var(--c1);outline-offset:2px}
th button:hover{text-decoration:underline}
th button::after{content:"\\00a0\\2195";color:var(--dim);font-weight:400}
[aria-sort=ascending] button::after{content:"\\00a0\\2191";color:var(--ink)}
[aria-sort=descending] button::after{content:"\\00a0\\2193";color:var(--ink)}
dl{display:grid;grid-template-columns:max-content 1fr;gap:.15rem 1rem;margin:.5rem 0}
dt{color:var(--dim)}
dd{margin:0}
li{margin:.25rem 0}
code{font:.9em ui-monospace,monospace;background:color-mix(in srgb,var(--line) 45%,transparent);padding:.1em .35em;border-radius:3px;overflow-wrap:anywhere}
.v{white-space:nowrap;font-variant-numeric:tabular-nums}
.good{color:var(--good)}.bad{color:var(--bad)}.warn{color:var(--warn)}.dim{color:var(--dim)}.strong{font-weight:600}
figure{margin:1.25rem 0;max-width:48rem}
figcaption{font-weight:600}
svg{vertical-align:middle}
.key{list-style:none;display:flex;flex-wrap:wrap;gap:.1rem 1.1rem;margin:.2rem 0;padding:0;font-size:.87em;color:var(--dim)}
.key li{margin:0}
.swatch{margin-right:.4em}
figure>svg{display:block;width:100%;height:auto}
figure>.phone{display:none}
svg text{font:12px system-ui,sans-serif}
details{font-size:.9em}
summary{color:var(--dim);cursor:pointer}
.hover{fill:transparent}.hover:hover{fill:var(--ink);fill-opacity:.07}
.f-none{fill:none}.s-none{stroke:none}.f-ink{fill:var(--ink)}.s-ink{stroke:var(--ink)}.f-dim{fill:var(--dim)}.s-dim{stroke:var(--dim)}.s-line{stroke:var(--line)}.s-paper{stroke:var(--paper)}.f-band{fill:var(--band)}
.f-c1{fill:var(--c1)}.f-c2{fill:var(--c2)}.f-c3{fill:var(--c3)}.f-c4{fill:var(--c4)}.f-c5{fill:var(--c5)}.f-c6{fill:var(--c6)}.f-c7{fill:var(--c7)}.f-c8{fill:var(--c8)}
.s-c1{stroke:var(--c1)}.s-c2{stroke:var(--c2)}.s-c3{stroke:var(--c3)}.s-c4{stroke:var(--c4)}.s-c5{stroke:var(--c5)}.s-c6{stroke:var(--c6)}.s-c7{stroke:var(--c7)}.s-c8{stroke:var(--c8)}
.spark{fill:none;stroke:var(--c1);stroke-width:1.5;stroke-linejoin:round}
footer{margin-top:2rem;border-top:1px solid var(--line);padding-top:.5rem;color:var(--dim);font-size:.9em}
@media (max-width:560px){body{padding:1rem .75rem 2rem}figure>.wide{display:none}figure>.phone{display:block}th:first-child{position:sticky;left:0;background:var(--paper);max-width:10rem;overflow-wrap:break-word}thead th:first-child{z-index:2}dl{grid-template-columns:1fr;gap:0}dd{margin-bottom:.4rem}h2 small{display:block;margin:0}}
@media print{:root{color-scheme:light;--ink:#000;--dim:#444;--line:#bbb;--paper:#fff;--band:#eee;--good:#176b35;--bad:#b3261e;--warn:#8a5a00;--c1:#2f6db5;--c2:#b5562f;--c3:#2e7d4f;--c4:#8a5bb0;--c5:#8c7000;--c6:#b03a6b;--c7:#2f808c;--c8:#6b6f76}body{max-width:none;padding:0;font-size:10pt}.scroll,.tall{overflow:visible;max-height:none}thead th,thead td,tfoot td,tfoot th,th:first-child{position:static}thead{display:table-header-group}tfoot{display:table-row-group}tr,figure,li{break-inside:avoid}h2{break-after:avoid}th button::after{content:none!important}figure>.wide{display:block}figure>.phone{display:none}details:not([open]){display:none}rect,path,polygon{print-color-adjust:exact}}
`;

/**
 * SHA-256 of the style, in base64. Written down because a pure file computes no hashes for a constant; a test computes
 * it and names the new one.
 */
const CSS_SHA256 = 'IiQJQufVm/61uDVOudYM/TaBWfh0fhmuwtvEOfhqloQ=';

export const STYLE: Html = { html: `<style>${CSS}</style>` };

const NOTHING_ELSE = "base-uri 'none'; form-action 'none'";
const STYLED = `default-src 'none'; style-src 'sha256-${CSS_SHA256}'`;

/** Of a page without a script. */
export const CONTENT_SECURITY_POLICY = `${STYLED}; ${NOTHING_ELSE}`;

/** Of a page whose tables can be sorted. */
export const SORTING_SECURITY_POLICY = `${STYLED}; script-src 'sha256-${SCRIPT_SHA256}'; ${NOTHING_ELSE}`;
