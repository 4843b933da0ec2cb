/**
 * The only script of a page: a click or Enter on a column's header sorts its table, again the other way round, again as it was. The page
 * is whole without it: the buttons themselves are made by the script. What is unknown stays last; amounts of two currencies are not
 * compared, but stand currency by currency.
 */
import type { Html } from './html-escape.js';

const SCRIPT = `for(const table of document.querySelectorAll("table.sorts")){
const body=table.tBodies[0],asGiven=[...body.rows],heads=[...table.tHead.rows[0].cells];
const text=new Intl.Collator(undefined,{numeric:true}).compare;
const known=cell=>cell.dataset.v!==undefined||!["","\\u2013"].includes(cell.textContent);
heads.forEach((head,at)=>{
const kind=head.dataset.sort;
if(!kind)return;
const button=document.createElement("button");
button.type="button";
button.append(...head.childNodes);
head.append(button);
head.setAttribute("aria-sort","none");
const ways=kind==="n"?["descending","ascending","none"]:["ascending","descending","none"];
button.addEventListener("click",()=>{
const way=ways[(ways.indexOf(head.getAttribute("aria-sort"))+1)%3];
for(const other of heads)if(other.dataset.sort)other.setAttribute("aria-sort","none");
head.setAttribute("aria-sort",way);
const sign=way==="ascending"?1:-1;
const order=(a,b)=>{
const x=a.cells[at],y=b.cells[at];
if(known(x)!==known(y))return known(x)?-1:1;
const group=text(x.dataset.g||"",y.dataset.g||"");
if(group)return group;
return sign*(kind==="n"?(x.dataset.v||0)-(y.dataset.v||0):text(x.textContent,y.textContent));
};
body.append(...(way==="none"?asGiven:[...asGiven].sort(order)));
});
});
}
`;

/** SHA-256 of the script, in base64; a test computes it and names the new one. */
export const SCRIPT_SHA256 = 'ev0963Ex5AmScJd2AVpR6fJVY/COGdheUPGFxZTzY0o=';

export const SORT_SCRIPT: Html = { html: `<script>${SCRIPT}</script>` };
