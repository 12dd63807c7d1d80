/** Pages that the dev server makes by itself, and its own address: whatever becomes of the code of the checks. */
import { escaped } from '../domain/escape.ts';
import { addressOf } from '../routes.ts';

/** Path at which the dev server is told the day that it shows. */
export const dayAddress = '/_desk/day';

/** Path at which the dev server says what the pages that it makes now are made from. */
export const stateAddress = '/_desk/state';

/** How often an open page asks whether it is still as it would be made, in milliseconds. */
const askMilliseconds = 1000;

/** Ids of what stands beside a page: none of them is in a page that was built. */
export const besideIds = { banner: 'desk-banner', panel: 'writers-desk', opener: 'desk-editor' };

/** The page that stands in for every one while nothing could be checked. */
export function failurePage(reason: string): string {
  return plainPage(
    'The content cannot be checked',
    `<pre>${escaped(reason)}</pre><p>When this is mended, the page is shown again by itself.</p>`,
  );
}

/** The page at an address of what was taken away; the site has one of its own. */
export function gonePage(reason: string): string {
  return plainPage(
    'Taken away',
    `<pre>${escaped(reason)}</pre><p>The built site answers so here, with a page of its own.</p>`,
  );
}

/** How long a page that is being left asks nothing, in milliseconds: what was clicked may stay here, as a download does. */
const leavingMilliseconds = 60_000;

/**
 * A page that loads itself again, once, when it would be made from something else. Vite's client is
 * told of a change sooner, but only where it is connected: not of a save between the answer and that,
 * nor of anything where it came from a server that has ended.
 */
export function keptUp(html: string, state: string): string {
  const script = `{
let leaving=0;
addEventListener('beforeunload',()=>{leaving=Date.now()});
const asking=setInterval(async()=>{
const now=await fetch(${JSON.stringify(addressOf(stateAddress))}).then((answer)=>answer.ok?answer.text():'',()=>'');
if(now===''||now===${JSON.stringify(state)}||Date.now()-leaving<${leavingMilliseconds})return;
clearInterval(asking);
location.reload();
},${askMilliseconds})}`;
  return beforeEnd(html, `<script>${script}</script>`);
}

/** A page with something more at the end of its body: words of a page may be written like that end, in front of it. */
export function beforeEnd(html: string, added: string): string {
  const at = html.lastIndexOf('</body>');
  return at === -1 ? html + added : html.slice(0, at) + added + html.slice(at);
}

/** A page of its own. */
export function plainPage(title: string, html: string): string {
  return (
    '<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">' +
    `<title>${title}</title><script type="module" src="${addressOf('/@vite/client')}"></script>` +
    '<style>body{font:1rem/1.5 sans-serif;margin:2rem;max-width:60rem}pre,li{font-size:1rem;white-space:pre-wrap;overflow-wrap:anywhere}</style>' +
    `</head><body><h1>${title}</h1>${html}</body></html>\n`
  );
}
