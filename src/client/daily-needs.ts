/** Shows a reader's own row of the tables at once. Nothing is stored or sent. */
import { needsView, type NeedRow, type NeedsData, type NeedsView } from '#views/needs.ts';
import { announce, element, find, nameLink, pageData, sourceLine } from './dom.ts';
import { fillPerson, readPerson, sharePerson } from './person.ts';
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
    result.replaceChildren(
      element(
        'p',
        { class: 'hint' },
        'Choose your sex and write your age: your own figures appear here.',
      ),
    );
    announce('');
    return;
  }
  const view = needsView(data, reader);
  result.replaceChildren(...rendered(view));
  announce(view.announcement);
}

function rendered({ who, rows, leftOut }: NeedsView): Node[] {
  return [
    element('h2', { class: 'text-h2 pb-2' }, `A day of ${who}`),
    element(
      'table',
      { class: 'doses' },
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
      'RDA: enough for nearly everybody. AI: adequate intake, set where the evidence is too thin for an RDA. Both are amounts from all food, drink and supplements together. Shares are of your need.',
    ),
    ...(leftOut.length === 0
      ? []
      : [
          element(
            'p',
            { class: 'small pt-1' },
            `Not suggested, because one serving may be more than an upper limit allows in a day: ${leftOut.join('; ')}.`,
          ),
        ]),
  ];
}

function tableRow(row: NeedRow): HTMLElement {
  return element(
    'tr',
    { 'data-nutrient': row.id },
    element(
      'th',
      { scope: 'row' },
      nameLink(row.name, row.href),
      ...row.notes.map((note) => element('p', { class: 'small' }, note)),
      foods(row),
      sourceLine(row.marks),
    ),
    element('td', {}, row.needText, element('p', { class: 'small' }, row.basis)),
    element('td', {}, row.limitText, element('p', { class: 'small' }, row.limitNote)),
  );
}

function foods({ foods: list, foodNote }: NeedRow): HTMLElement {
  const text = list.map((food) => `${food.text} (${food.shareText})`).join('; ');
  return element('p', { class: 'small' }, foodNote ?? `Foods: ${text}.`);
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
form.hidden = false;
result.hidden = false;
