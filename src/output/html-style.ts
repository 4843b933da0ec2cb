/**
 * The style of an HTML page: light and dark by the reader's own setting, fit for paper. The page's content security
 * policy allows this very text and nothing else: no script, no network, no other style.
 */
import type { Html } from './html-escape.js';

const CSS = `:root{color-scheme:light dark;--ink:#1c1e21;--dim:#667078;--line:#d9dde1;--paper:#fff;--good:#176b35;--bad:#b3261e;--warn:#8a5a00;--mark:#2f6db5;--mark2:#b5562f}
@media (prefers-color-scheme:dark){:root{--ink:#e6e8ea;--dim:#98a1a8;--line:#3a4046;--paper:#17191c;--good:#6fce8f;--bad:#ff8a80;--warn:#e6b450;--mark:#79aeea;--mark2:#e89a72}}
*{box-sizing:border-box}
body{margin:0 auto;padding:1.5rem 1rem 3rem;max-width:72rem;background:var(--paper);color:var(--ink);font:15px/1.5 system-ui,sans-serif}
h1{font-size:1.4rem;margin:0 0 .25rem}
h2{font-size:1.1rem;margin:2rem 0 .5rem}
h2 small{font-weight:400;color:var(--dim);margin-left:.75rem}
p{margin:.4rem 0;max-width:60rem}
.scroll{overflow-x:auto;margin:.75rem 0}
table{border-collapse:collapse}
caption{text-align:left;font-weight:600;padding-bottom:.25rem}
th,td{padding:.25rem .75rem .25rem 0;text-align:left;vertical-align:baseline;border-bottom:1px solid var(--line);unicode-bidi:isolate}
th{font-weight:600;border-bottom:2px solid var(--line)}
.n{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
tfoot td{font-weight:600;border-bottom:0}
dl{display:grid;grid-template-columns:max-content 1fr;gap:.15rem 1rem;margin:.5rem 0}
dt{color:var(--dim)}
dd{margin:0}
li{margin:.25rem 0}
code{font:.9em ui-monospace,monospace;background:color-mix(in srgb,var(--line) 45%,transparent);padding:.1em .35em;border-radius:3px;overflow-wrap:anywhere}
.v{white-space:nowrap;font-variant-numeric:tabular-nums}
.good{color:var(--good)}.bad{color:var(--bad)}.warn{color:var(--warn)}.dim{color:var(--dim)}.strong{font-weight:600}
figure{margin:1rem 0;max-width:45rem}
figcaption{font-weight:600}
svg{vertical-align:middle}
figure svg{display:block;width:100%;height:auto}
.bar{fill:var(--mark)}.bar.neg{fill:var(--mark2)}
.line{fill:none;stroke:var(--mark);stroke-width:1.5;stroke-linejoin:round}
.dot{fill:var(--mark)}
.axis{stroke:var(--line);stroke-width:1}
svg text{fill:var(--dim);font:11px system-ui,sans-serif}
footer{margin-top:2rem;border-top:1px solid var(--line);padding-top:.5rem;color:var(--dim);font-size:.9em}
@media print{:root{--ink:#000;--dim:#444;--line:#bbb;--paper:#fff}body{max-width:none;padding:0;font-size:10pt}.scroll{overflow:visible}thead{display:table-header-group}tfoot{display:table-row-group}tr,figure,li{break-inside:avoid}h2{break-after:avoid}}
`;

/**
 * SHA-256 of the style, in base64. Written down because a pure file computes no hashes for a constant; a test computes
 * it and names the new one.
 */
const CSS_SHA256 = 'rhoYYc5Qhpk+4mo8a3GACYrcvWU/0YTEmPuH/zNyLno=';

export const STYLE: Html = { html: `<style>${CSS}</style>` };

export const CONTENT_SECURITY_POLICY = `default-src 'none'; style-src 'sha256-${CSS_SHA256}'; base-uri 'none'; form-action 'none'`;
