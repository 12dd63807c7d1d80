/** The search page: results as one types, the query behind the # of the address. */
import { findRecords, type Found, type Hit } from '#search/query.ts';
import { manifestFile } from '#search/postings.ts';
import type { Kind } from '#search/record.ts';
import { element, find } from './dom.ts';
import { indexReader } from './index-files.ts';

const form = find('#search', HTMLFormElement);
const field = find('#query', HTMLInputElement);
const status = find('#status', HTMLElement);
const results = find('#results', HTMLElement);
const heading = find('#found', HTMLElement);
const groups = find('#groups', HTMLElement);
const nothing = find('#nothing', HTMLElement);
const themes = find('#themes', HTMLElement);
const index = find('#a-to-z', HTMLElement);

const names: Record<Kind, string> = {
  answers: 'Answers',
  articles: 'Articles',
  nutrients: 'Nutrients',
  products: 'Products',
  terms: 'Terms',
  figures: 'Figures',
  pages: 'Themes, tools and pages',
  evidence: 'Evidence',
};

/** Milliseconds without a letter before a search, and before its count is read aloud. */
const pause = 120;
const pauseOfStatus = 700;

const read = indexReader(form.dataset['index'] ?? '');
let turn = 0;
/** What the results are of, and whether as it was typed. */
let shown: string | undefined;
let waiting: number | undefined;
let telling: number | undefined;

function typed(): string {
  return field.value.trim().slice(0, 200);
}

/** Says what was found once typing has paused; a link in it stays where it is until then. */
function tell(...children: (Node | string)[]): void {
  clearTimeout(telling);
  telling = window.setTimeout(() => status.replaceChildren(...children), pauseOfStatus);
}

function clear(): void {
  turn += 1;
  shown = undefined;
  clearTimeout(telling);
  status.replaceChildren();
  results.hidden = true;
  nothing.hidden = true;
  themes.hidden = false;
  index.hidden = false;
}

/** Looks for what stands in the field. */
async function search(isExact: boolean): Promise<void> {
  const text = typed();
  if (text === '') return clear();
  const own = (turn += 1);
  let found: Found;
  try {
    found = await findRecords(text, read, isExact);
  } catch {
    if (own === turn) {
      clear();
      tell('The search could not be loaded. Everything is listed below from A to Z.');
    }
    return;
  }
  if (own !== turn) return;
  shown = hashOf(text, isExact);
  show(text, found);
}

function show(text: string, { groups: all, instead }: Found): void {
  const count = all.reduce((sum, { hits }) => sum + hits.length, 0);
  groups.replaceChildren(...all.map(({ kind, hits }) => groupOf(kind, hits)));
  results.hidden = count === 0;
  nothing.hidden = count > 0;
  themes.hidden = count > 0;
  index.hidden = true;
  const counted = `${count} ${count === 1 ? 'result' : 'results'}`;
  if (count === 0) tell(`Nothing found for “${text}”.`);
  else if (instead === undefined) tell(`${counted} for “${text}”.`);
  else {
    const exact = element('a', { href: hashOf(text, true) }, `search ${text} instead`);
    // The line is written anew, and the link with the focus is gone: what one typed has it then.
    exact.addEventListener('click', () => field.focus());
    tell(`Showing ${instead}; `, exact, `. ${counted}.`);
  }
}

function groupOf(kind: Kind, hits: readonly Hit[]): HTMLElement {
  const id = `group-${kind}`;
  return element(
    'section',
    { 'aria-labelledby': id },
    element('h3', { id, class: 'text-h3 rule-1 mt-4 pt-1' }, names[kind]),
    element('ul', { class: 'hits' }, ...hits.map(hitOf)),
  );
}

function hitOf({ title, href, section, text, certainty, mark, answer }: Hit): HTMLElement {
  const sure =
    certainty === undefined
      ? []
      : [' ', element('span', { class: `certainty sure ${mark ?? ''}` }, certainty)];
  const link = element('a', { href }, section === undefined ? title : `${title}: ${section}`);
  if (answer !== undefined)
    return element(
      'li',
      {},
      link,
      ...answer.map((paragraph, at) =>
        element('p', {}, paragraph, ...(at === answer.length - 1 ? sure : [])),
      ),
      element('p', { class: 'meta' }, element('a', { href }, 'Its sources')),
    );
  return element(
    'li',
    {},
    link,
    text === undefined || text === '' ? undefined : element('p', {}, text, ...sure),
  );
}

function hashOf(text: string, isExact: boolean): string {
  const parameters = new URLSearchParams({ q: text });
  if (isExact) parameters.set('exact', '1');
  return `#${parameters}`;
}

/** Where what was typed is found again; that of the page where nothing was. */
function addressOf(text: string, isExact: boolean): string {
  return text === '' ? location.pathname : hashOf(text, isExact);
}

/** Fills the field from the address. @returns whether it is to be looked for as it is */
function fromAddress(): boolean {
  const parameters = new URLSearchParams(location.hash.slice(1));
  field.value = parameters.get('q') ?? '';
  return parameters.has('exact');
}

/**
 * Keeps the query in the address. Letters of one search are one entry of the history; what was asked
 * with Enter stays one, so that back leads to it.
 */
function keepInAddress(): void {
  const text = typed();
  const address = addressOf(text, false);
  if (history.state === null) history.replaceState(null, '', address);
  else if (location.hash !== address) history.pushState(null, '', address);
}

field.addEventListener('input', () => {
  clearTimeout(waiting);
  waiting = window.setTimeout(() => {
    keepInAddress();
    void search(false);
  }, pause);
});
field.addEventListener('focus', () => void read(manifestFile).catch(() => undefined), {
  once: true,
});
form.addEventListener('submit', (event) => {
  event.preventDefault();
  clearTimeout(waiting);
  const text = typed();
  if (text === '') return;
  const isExact = location.hash === hashOf(text, true);
  if (!isExact) keepInAddress();
  history.replaceState('asked', '');
  void search(isExact).then(() => {
    if (!results.hidden) heading.focus();
  });
});
// The way to a part of the page, such as its content, is none away from what was found.
function again(): void {
  if (location.hash !== '' && !new URLSearchParams(location.hash.slice(1)).has('q')) {
    history.replaceState(history.state, '', addressOf(typed(), shown === hashOf(typed(), true)));
    return;
  }
  const isExact = fromAddress();
  if (shown !== hashOf(typed(), isExact)) void search(isExact);
  // What is still looked for comes too late.
  else turn += 1;
}
window.addEventListener('hashchange', again);
window.addEventListener('popstate', again);

form.hidden = false;
const isExact = fromAddress();
if (typed() === '') field.focus();
else void search(isExact);
