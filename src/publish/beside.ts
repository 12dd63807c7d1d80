/** What the dev server puts beside a page for whoever writes: its problems, its article's figures, the day. Nothing of it is part of a build. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { overviewOf, type Overview } from '../checks/overview.ts';
import { summary } from '../checks/report.ts';
import type { CheckResult } from '../checks/run.ts';
import { pageOf } from '../corpus/collections.ts';
import { callOf } from '../corpus/editor-schemas.ts';
import { firstDay, isPublished, never } from '../domain/dates.ts';
import { escaped } from '../domain/escape.ts';
import { formatCount, formatDay } from '../domain/format.ts';
import { printable, type Problem } from '../problem.ts';
import { addressOf, routes } from '../routes.ts';
import { beforeEnd, besideIds, dayAddress, plainPage } from './dev-pages.ts';
import { holding, problemsAt } from './held.ts';

/** What a page is shown as. */
export interface Shown {
  /** Address that was asked for. */
  pathname: string;
  /** The day that pages are made for, `YYYY-MM-DD`. */
  today: string;
  /** Whether pages are as readers see them on that day: without drafts and what is to come. */
  isAsOf: boolean;
}

/**
 * The page that stands in for one that cannot be made: as it was last, or the text of the file that is
 * to be mended; its problems beside it. Undefined where the page can be made.
 */
export function standIn(
  result: CheckResult,
  shown: Shown,
  earlier: string | undefined,
  isBroken = false,
): string | undefined {
  const held = holding(result, shown.pathname);
  const [first] = held.length > 0 || !isBroken ? held : problemsAt(result, shown.pathname).here;
  if (first === undefined) return undefined;
  return earlier === undefined
    ? beside(textPage(first, held, result), result, shown)
    : beside(earlier, result, shown, 'The page as it was before.');
}

/** A page with what its author needs beside it. */
export function beside(html: string, result: CheckResult, shown: Shown, note = ''): string {
  const banner = bannerOf(result, shown);
  const top =
    banner === undefined
      ? ''
      : island(besideIds.banner, bannerStyle, `<p role="status">${escaped(banner)}</p>`);
  const added = `${pageStyle}${island(besideIds.panel, style, panel(result, shown, note))}<iframe name="${besideIds.opener}" title="Opens files in the editor" hidden></iframe>`;
  return beforeEnd(
    html.replace(/<body[^>]*>/, (open) => open + top),
    added,
  );
}

// A tree of its own, which neither takes the page's styles nor lends it any.
function island(id: string, css: string, html: string): string {
  return `<div id="${id}"><template shadowrootmode="open"><style>${css}</style>${html}</template></div>`;
}

const pageStyle = `<style>@media screen and (min-width:90rem){body{padding-right:25rem}}@media screen and (max-width:89.99rem){body{padding-bottom:45vh}}@media print{#${besideIds.panel},#${besideIds.banner}{display:none}}</style>`;
// On elements inside: what the page says of its elements would be stronger than what is said of the host.
const bannerStyle =
  'p{margin:0;background:#111;color:#fff;font:700 1rem/1.5 sans-serif;padding:.5rem 1rem}';
const style = `
aside{position:fixed;inset:auto 0 0;z-index:9;max-height:45vh;overflow:auto;box-sizing:border-box;padding:0 1rem .5rem;border-top:5px solid;color-scheme:light dark;background:Canvas;color:CanvasText;font:.875rem/1.45 sans-serif}
@media (min-width:90rem){aside{inset:0 0 0 auto;width:25rem;max-height:none;border-top:0;border-left:5px solid}}
summary,h2{font-size:1rem;font-weight:700;margin:.75rem 0 .25rem}
ul,dl,p{margin:.25rem 0;padding:0}li{list-style:none;border-top:1px solid;padding:.375rem 0;overflow-wrap:anywhere}
dl{display:grid;grid-template-columns:auto 1fr;gap:.125rem 1rem}dd{margin:0}.error{font-weight:700}`;

function bannerOf({ corpus }: CheckResult, { pathname, today, isAsOf }: Shown): string | undefined {
  if (isAsOf) return `The site as readers see it on ${formatDay(today)}`;
  const article = [...corpus.entries.articles.values()].find(
    ({ id }) => pageOf('articles', id) === pathname,
  );
  if (article === undefined || isPublished(article.data, today)) return undefined;
  const first = firstDay(article.data);
  return first === never ? 'Draft' : `From ${formatDay(first)}`;
}

function panel(result: CheckResult, shown: Shown, note: string): string {
  const { here, elsewhere } = problemsAt(result, shown.pathname);
  const folder = path.dirname(result.corpus.directory);
  const id = articleAt(result, shown.pathname);
  const overview = id === undefined ? undefined : overviewOf(id, result, shown.today);
  const list = (problems: readonly Problem[]): string =>
    `<ul>${problems.map((problem) => problemItem(problem, folder)).join('')}</ul>`;
  return [
    '<aside aria-label="Writer’s desk">',
    `<details${here.length > 0 || overview !== undefined ? ' open' : ''}>`,
    `<summary>${summary(here)}</summary>`,
    note === ''
      ? ''
      : `<p role="status">${escaped(note)} It is shown anew when this is mended.</p>`,
    here.length === 0 ? '' : list(here),
    elsewhere.length === 0
      ? ''
      : `<details><summary>Elsewhere: ${summary(elsewhere)}</summary>${list(elsewhere)}</details>`,
    overview === undefined ? '' : overviewHtml(overview),
    dayForm(shown),
    '</details></aside>',
  ].join('');
}

function articleAt({ corpus }: CheckResult, pathname: string): string | undefined {
  return [...corpus.entries.articles.keys()].find((id) => pageOf('articles', id) === pathname);
}

// The editor is opened by Vite, in a frame that nobody sees: this page stays.
function problemItem(problem: Problem, folder: string): string {
  const { file, line, column, severity, message, rule, fix } = problem;
  const place = `${file}:${line}:${column}`;
  const target = encodeURIComponent(path.join(folder, place));
  return [
    `<li><a href="${addressOf('/__open-in-editor')}?file=${target}" target="${besideIds.opener}" title="Open in the editor">${text(place)}</a>`,
    `  <span class="${severity}">${severity}</span>  ${text(message)}  `,
    `<a href="${routes.rules()}#${rule}">${text(rule)}</a><br>${text(fix)}</li>`,
  ].join('');
}

// What content holds may be made to be obeyed; here it is read.
function text(words: string): string {
  return escaped(printable(words.replaceAll(/\s*\n\s*/g, ' ')));
}

function overviewHtml({ words, grade, sources, density, counts, uncited, due }: Overview): string {
  const rate = ({ numbers, words: among }: { numbers: number; words: number }): string =>
    among === 0 ? '0' : ((100 * numbers) / among).toFixed(1);
  const rows = [
    ['Words', String(words)],
    ['Reading grade', grade?.toFixed(1) ?? 'too little prose to tell'],
    [
      'Figures in 100 words',
      `${rate(density.whole)}; at most ${rate(density.densest)} (${density.densest.numbers} in ${density.densest.words} words, ${formatCount(density.densest.paragraphs, 'paragraph')})`,
    ],
    ['Sources', String(sources)],
    ['Claims cited', counts.map(({ certainty, count }) => `${count} ${certainty}`).join(', ')],
  ];
  const claims = uncited.map(
    (claim) =>
      `<li><a href="${routes.claim(claim.id)}">${text(claim.id)}</a>  ${claim.data.certainty}<br>${text(callOf('claims', claim))}</li>`,
  );
  const days = due.map(
    ({ day, what, means }) => `<li>${formatDay(day)}: ${what}<br>${text(means)}</li>`,
  );
  return [
    '<h2>This article</h2>',
    `<dl>${rows.map(([name = '', value = '']) => `<dt>${name}</dt><dd>${value}</dd>`).join('')}</dl>`,
    days.length === 0 ? '' : `<h2>What will be due</h2><ul>${days.join('')}</ul>`,
    `<details><summary>${formatCount(claims.length, 'claim')} of its topics not cited</summary><ul>${claims.join('')}</ul></details>`,
  ].join('');
}

function dayForm({ pathname, today, isAsOf }: Shown): string {
  const back = `<input type="hidden" name="to" value="${escaped(pathname)}">`;
  const action = addressOf(dayAddress);
  return [
    `<h2>Day</h2><form action="${action}">${back}<label>As readers see it on <input type="date" name="day" required value="${today}"></label> <button>Show</button></form>`,
    isAsOf
      ? `<form action="${action}">${back}<button>Show all that is written</button></form>`
      : '',
  ].join('');
}

/** The text of the file that is to be mended first, as far as it goes, with its lines marked. */
function textPage(first: Problem, problems: readonly Problem[], { corpus }: CheckResult): string {
  const told = new Set(problems.filter(({ file }) => file === first.file).map(({ line }) => line));
  const lines = linesOf(path.join(path.dirname(corpus.directory), first.file));
  const items = lines.map((line, index) =>
    told.has(index + 1)
      ? `<li class="told"><mark>${escaped(line)}</mark></li>`
      : `<li>${escaped(line)}</li>`,
  );
  const title = formatCount(problems.length, 'error');
  return plainPage(
    title,
    `<p>${text(first.file)}, which no page can be made of yet:</p><ol>${items.join('')}</ol>`,
  );
}

const mostLines = 2000;

function linesOf(file: string): string[] {
  try {
    return readFileSync(file, 'utf8').split('\n').slice(0, mostLines);
  } catch {
    return [];
  }
}
