/** Shows a reader's own row of the tables at once. Nothing is stored or sent. */
import { needsView, type NeedRow, type NeedsData, type NeedsView } from '#views/needs.ts';
import { announce, element, fill, find, nameLink, pageData, sourceLine } from './dom.ts';
import { fillPerson, problemOfPerson, readPerson, sharePerson } from './person.ts';
import { offerShare, sharedInput } from './share.ts';

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
    fill(result, hint, () => [element('p', { class: 'hint' }, hint)]);
    announce('');
    return;
  }
  const view = needsView(data, reader);
  fill(result, view, () => rendered(view, reader.lifeStage === 'pregnancy'));
  announce(view.announcement);
}

function rendered({ who, rows, leftOut }: NeedsView, isPregnant: boolean): Node[] {
  return [
    element('h2', { class: 'text-h2 pb-2' }, `A day of ${who}`),
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
      'RDA: enough for nearly everybody. AI: adequate intake, set where the evidence is too thin for an RDA. Both are amounts from all food, drink and supplements together. A limit that is not established does not mean that any amount is safe.',
    ),
    element('h3', { class: 'text-h3 mt-8 rule-5 pt-2 pb-1' }, 'Why, and foods that carry it'),
    element(
      'p',
      { class: 'small pb-2' },
      'Percent of your need in one serving. Foods are listed for what they hold and nothing else.',
      leftOut.length === 0
        ? undefined
        : ` Left out, because one serving may be more than an upper limit allows in a day${isPregnant ? ', or too much retinol in pregnancy' : ''}: ${leftOut.join('; ')}.`,
    ),
    ...rows.map(explanation),
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

function explanation(row: NeedRow): HTMLElement {
  const foods = row.foods.map((food) => `${food.text} (${food.shareText})`).join('; ');
  return element(
    'div',
    { class: 'rule-1 py-2', 'data-about': row.id },
    element('h4', {}, row.name),
    element('p', {}, row.foodNote ?? `${foods}.`),
    ...[...row.notes, row.limitNote].map((note) => element('p', { class: 'small pt-1' }, note)),
    sourceLine(row.marks),
  );
}

function fromAddress(): void {
  const input = sharedInput();
  if (input === undefined) return;
  fillPerson(input);
  show(true);
}

form.addEventListener('submit', (event) => event.preventDefault());
form.addEventListener('input', () => {
  share.forget();
  show(false);
});
form.addEventListener('change', () => show(true));
window.addEventListener('hashchange', fromAddress);
show(false);
fromAddress();
find('#without-script', HTMLElement).hidden = true;
form.hidden = false;
result.hidden = false;
