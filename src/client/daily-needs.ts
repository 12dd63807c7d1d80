/** Shows a reader's own row of the tables at once. Nothing is stored or sent. */
import {
  needsView,
  type NeedRow,
  type NeedsData,
  type NeedsView,
  type PlannedNeed,
} from '#views/needs.ts';
import { notEstablishedIsNotSafe } from '#views/reference-value.ts';
import { announce, element, fill, find, nameLink, pageData, sourceLine } from './dom.ts';
import { fillPerson, problemOfPerson, readPerson, sharePerson } from './person.ts';
import { offerShare } from './share.ts';
import { startTool } from './start.ts';

const data = pageData<NeedsData>();
const form = find('#tool', HTMLFormElement);
const result = find('#result', HTMLElement);

const share = offerShare(() => {
  const input = new URLSearchParams();
  sharePerson(input);
  return input;
});

function show(isDone: boolean): void {
  const reader = readPerson(isDone);
  if (reader === undefined) {
    const hint =
      problemOfPerson() ?? 'Choose your sex and write your age: your own figures appear here.';
    fill(result, hint, () => [element('p', {}, hint)]);
    announce('');
    return;
  }
  const view = needsView(data, reader);
  fill(result, view, () => rendered(view, reader.lifeStage === 'pregnancy'));
  announce(view.announcement);
}

function rendered({ who, planned, rows, leftOut }: NeedsView, isPregnant: boolean): Node[] {
  return [
    element('h2', { class: 'text-h2 pb-1' }, 'Plan these'),
    element(
      'p',
      { class: 'pb-2' },
      planned.length === 0
        ? `For ${who}: our sources single out no nutrient.`
        : `For ${who}: the nutrients that our sources single out, and what to do about each.`,
    ),
    ...planned.map(plan),
    element(
      'details',
      { class: 'fold mt-8', id: 'all-figures' },
      element('summary', {}, `All ${rows.length} figures and limits`),
      ...figures(rows),
      element('h3', { class: 'text-h3 mt-8 rule-5 pt-2 pb-1' }, 'Why, and foods that hold it'),
      ...rows.map(explanation),
    ),
    element(
      'p',
      { class: 'small pt-2' },
      'Percent of your need in one serving. Foods are listed for what they hold and nothing else.',
      leftOut.length === 0
        ? undefined
        : ` Left out, because one serving may be more than an upper limit allows in a day${isPregnant ? ', or too much retinol in pregnancy' : ''}: ${leftOut.join('; ')}.`,
    ),
  ];
}

function plan({ row, actions, marks }: PlannedNeed): HTMLElement {
  return element(
    'section',
    { class: 'rule-5 mt-4 pt-2', 'data-plan': row.id },
    element(
      'h3',
      { class: 'row text-h3' },
      element('span', {}, nameLink(row.name, row.href)),
      element('span', {}, row.needText),
    ),
    ...actions.map((text) => element('p', { class: 'pb-1' }, text)),
    row.foods.length === 0 ? undefined : element('p', { class: 'small' }, foodLine(row)),
    sourceLine(marks),
  );
}

function figures(rows: readonly NeedRow[]): Node[] {
  return [
    element(
      'table',
      { class: 'doses', id: 'needs' },
      element(
        'thead',
        {},
        element(
          'tr',
          {},
          ...['Nutrient', 'You need a day', 'Upper limit'].map((text) =>
            element('th', { scope: 'col' }, text),
          ),
        ),
      ),
      element('tbody', {}, ...rows.map(tableRow)),
    ),
    element(
      'p',
      { class: 'small pt-2' },
      `RDA: enough for nearly everybody. AI: adequate intake, set where the evidence is too thin for an RDA. Both are amounts from all food, drink and supplements together. ${notEstablishedIsNotSafe}`,
    ),
  ];
}

function tableRow(row: NeedRow): HTMLElement {
  return element(
    'tr',
    { 'data-nutrient': row.id },
    element('th', { scope: 'row' }, nameLink(row.name, row.href)),
    element('td', {}, `${row.needText} `, element('span', { class: 'small' }, row.basis)),
    element(
      'td',
      {},
      row.limitText,
      row.limitScope === undefined
        ? undefined
        : element('span', { class: 'small' }, ` ${row.limitScope}`),
    ),
  );
}

function foodLine({ foods }: NeedRow): string {
  return `Foods: ${foods.map((food) => `${food.text} (${food.shareText})`).join('; ')}.`;
}

function explanation(row: NeedRow): HTMLElement {
  return element(
    'div',
    { class: 'rule-1 py-2', 'data-about': row.id },
    element('h4', {}, row.name),
    element('p', {}, row.foodNote ?? foodLine(row)),
    ...[...row.notes, row.limitNote].map((note) => element('p', { class: 'small pt-1' }, note)),
    sourceLine(row.marks),
  );
}

form.addEventListener('input', () => {
  share.forget();
  show(false);
});
startTool(form, result, show, fillPerson);
