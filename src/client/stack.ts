/** Sums what a reader takes and holds it against needs and limits. Nothing is stored or sent. */
import { doseForms } from '#domain/forms.ts';
import type { Unit } from '#schemas/fields.ts';
import {
  stackView,
  type ClashView,
  type HandDose,
  type StackData,
  type StackRow,
  type StackView,
} from '#views/stack.ts';
import {
  announce,
  element,
  fill,
  find,
  nameLink,
  pageData,
  sourceLine,
  tellProblem,
} from './dom.ts';
import { readAmount } from './input.ts';
import { choose, fillPerson, problemOfPerson, readPerson, sharePerson } from './person.ts';
import { takenProducts } from './products.ts';
import { legend, ruler } from './ruler.ts';
import { offerShare } from './share.ts';
import { startTool } from './start.ts';

const data = pageData<StackData>();
const form = find('#tool', HTMLFormElement);
const result = find('#result', HTMLElement);
const coffee = find('#coffee', HTMLInputElement);
const byHand = find('#by-hand', HTMLElement);
const template = find('#hand-dose', HTMLTemplateElement);
const toResult = find('#to-result', HTMLElement);
const verdictLink = find('#to-result a', HTMLAnchorElement);
const taken = takenProducts(data, changed);
const mostHandDoses = 60;
let handDoses = 0;
// Entries of a shared address that this page does not know, any more or at all.
let lost = 0;

interface HandFields {
  root: HTMLFieldSetElement;
  nutrient: HTMLSelectElement;
  amount: HTMLInputElement;
  unit: HTMLSelectElement;
  form: HTMLSelectElement;
}

function fieldsOf(root: HTMLFieldSetElement): HandFields {
  return {
    root,
    nutrient: find('[data-part="nutrient"]', HTMLSelectElement, root),
    amount: find('[data-part="amount"]', HTMLInputElement, root),
    unit: find('[data-part="unit"]', HTMLSelectElement, root),
    form: find('[data-part="form"]', HTMLSelectElement, root),
  };
}

function handFields(): HandFields[] {
  return [...byHand.querySelectorAll('fieldset')].map(fieldsOf);
}

function addHandDose(): HandFields {
  handDoses += 1;
  const copy = template.content.cloneNode(true) as DocumentFragment;
  // Each copy needs ids of its own: labels and problems refer to them.
  for (const item of copy.querySelectorAll('[id], [for], [aria-describedby]')) {
    for (const name of ['id', 'for', 'aria-describedby']) {
      const value = item.getAttribute(name);
      if (value !== null) item.setAttribute(name, `${value}-${handDoses}`);
    }
  }
  const fields = fieldsOf(find('fieldset', HTMLFieldSetElement, copy));
  find('button', HTMLButtonElement, copy).addEventListener('click', () => {
    fields.root.remove();
    numberHandDoses();
    find('#add', HTMLButtonElement).focus();
    changed(true);
  });
  fields.nutrient.addEventListener('change', () => offerForms(fields));
  byHand.append(copy);
  numberHandDoses();
  offerForms(fields);
  return fields;
}

function numberHandDoses(): void {
  for (const [index, { root }] of handFields().entries())
    find('legend', HTMLLegendElement, root).textContent = `Dose ${index + 1} by hand`;
}

/** The forms and units of the nutrient that was chosen. */
function offerForms({ nutrient, unit, form: formField }: HandFields): void {
  const chosen = data.nutrients.find(({ id }) => id === nutrient.value);
  if (chosen === undefined) return;
  const forms = doseForms(chosen);
  formField.replaceChildren(...forms.map(({ id, label }) => new Option(label, id)));
  const wrapper = formField.closest<HTMLElement>('.field');
  if (wrapper !== null) wrapper.hidden = forms.length === 1;
  const units = ['mg', 'mcg', 'g', ...(forms.some(({ iu }) => iu !== undefined) ? ['IU'] : [])];
  unit.replaceChildren(...units.map((name) => new Option(name, name)));
  choose(unit, chosen.unit);
}

/**
 * Fills a dose from an address, unless that names what does not exist: a dose never turns into
 * another one. Tells whether it did.
 */
function fillHandDose(
  fields: HandFields,
  nutrient: string,
  amount: string,
  unit: string,
  formId: string,
): boolean {
  if (!choose(fields.nutrient, nutrient)) return false;
  offerForms(fields);
  if (!choose(fields.unit, unit) || !choose(fields.form, formId)) return false;
  fields.amount.value = amount;
  return true;
}

function readHand(
  { nutrient, amount, unit, form: formField }: HandFields,
  isDone: boolean,
): HandDose[] {
  const isStarted = amount.value.trim() !== '';
  const reading = readAmount(amount.value, unit.value);
  if ('problem' in reading) {
    const isShown = isStarted && (isDone || amount.getAttribute('aria-invalid') === 'true');
    tellProblem(amount, isShown ? reading.problem : undefined);
    return [];
  }
  tellProblem(amount, undefined);
  return [
    {
      nutrient: nutrient.value,
      amount: reading.value,
      unit: unit.value as Unit,
      form: formField.value,
    },
  ];
}

const share = offerShare(() => {
  const input = new URLSearchParams();
  sharePerson(input);
  for (const [id, servings] of taken.typed())
    if (servings !== '') input.append('take', `${id}*${servings}`);
  for (const { nutrient, amount, unit, form: formField } of handFields()) {
    if (amount.value.trim() !== '')
      input.append('dose', [nutrient.value, amount.value, unit.value, formField.value].join('*'));
  }
  if (coffee.checked) input.set('coffee', 'yes');
  return input;
});

function show(isDone: boolean): void {
  const reader = readPerson(isDone);
  const products = taken.read(isDone);
  const hand = handFields().flatMap((fields) => readHand(fields, isDone));
  if (reader === undefined || (products.length === 0 && hand.length === 0)) {
    const missing =
      reader === undefined
        ? (problemOfPerson() ?? 'Choose your sex and write your age: needs and limits differ.')
        : 'Add what you take: the sum appears here.';
    fill(result, [lost, missing], () => [...lostNote(), element('p', {}, missing)]);
    toResult.hidden = true;
    announce('');
    return;
  }
  const view = stackView(data, { reader, products, byHand: hand, coffee: coffee.checked });
  const wrong = form.querySelectorAll('[aria-invalid]').length;
  fill(result, [lost, wrong, view], () => [...lostNote(), ...wrongNote(wrong), ...rendered(view)]);
  toResult.hidden = false;
  verdictLink.textContent = view.verdict.text;
  toResult.classList.toggle('is-bad', view.verdict.isBad);
  announce(view.announcement);
}

// A sum without it would look whole to whoever has the field out of sight, or only the link.
function missingNote(count: number, one: string, many: string, where: string): Node[] {
  if (count === 0) return [];
  const what = count === 1 ? `One ${one}` : `${count} ${many}`;
  return [
    element(
      'p',
      { class: 'callout warning' },
      `${what} of ${where}. What is missing is not in the sums.`,
    ),
  ];
}

function lostNote(): Node[] {
  const where = 'the link could not be read, perhaps because a product is no longer listed here';
  return missingNote(lost, 'entry', 'entries', where);
}

function wrongNote(wrong: number): Node[] {
  return missingNote(wrong, 'field', 'fields', 'the form could not be read');
}

function rendered(view: StackView): Node[] {
  return [
    element(
      'h2',
      { class: view.verdict.isBad ? 'text-h2 pb-1 is-over' : 'text-h2 pb-1' },
      view.verdict.text,
    ),
    element('p', { class: 'small pb-2' }, `In a day, for ${view.who}.`),
    element('p', { class: 'pb-2' }, view.announcement),
    ...(view.rows.length === 0 ? [] : [summary(view.rows)]),
    ...view.unknown.map((title) =>
      element(
        'p',
        { class: 'small pt-1' },
        `${title}: nobody could read what a serving holds, so it is not in the sums and comes on top.`,
      ),
    ),
    ...clashList(view.clashes),
    element('h3', { class: 'text-h3 rule-5 mt-6 pt-2' }, 'Why'),
    ...view.rows.map(details),
    ...[legend(view.rows.flatMap(({ rulers }) => rulers))].filter((note) => note !== undefined),
  ];
}

const columns = ['Nutrient', 'You take', 'Of RDA or AI', 'Of the upper limit'];

function summary(rows: readonly StackRow[]): HTMLElement {
  return element(
    'table',
    { class: 'doses', id: 'totals' },
    element(
      'thead',
      {},
      element('tr', {}, ...columns.map((text) => element('th', { scope: 'col' }, text))),
    ),
    element(
      'tbody',
      {},
      ...rows.map((row) =>
        element(
          'tr',
          { 'data-nutrient': row.id },
          element('th', { scope: 'row' }, nameLink(row.name, row.href)),
          element('td', {}, ...breakable(row.totalText)),
          element('td', {}, row.needShareText),
          element(
            'td',
            row.level === 'over' || row.level === 'perhaps' ? { class: 'is-over' } : {},
            row.limitText,
          ),
        ),
      ),
    ),
  );
}

// On a narrow phone "mcg RAE" needs two lines.
function breakable(text: string): (Node | string)[] {
  const [amount = '', qualifier] = text.split(/(?<=\u00A0)(?=[A-Z]+$)/);
  return qualifier === undefined ? [amount] : [amount, element('wbr', {}), qualifier];
}

function clashList(clashes: readonly ClashView[]): Node[] {
  if (clashes.length === 0) return [];
  return [
    element('h3', { class: 'text-h3 rule-5 mt-6 pt-2' }, 'What clashes'),
    ...clashes.map(({ names, what, advice, marks }) =>
      element(
        'div',
        { class: 'rule-1 py-2' },
        element('p', {}, element('strong', {}, `${names}. `), `${what} ${advice}`),
        sourceLine(marks),
      ),
    ),
  ];
}

function details(row: StackRow): HTMLElement {
  const isUrgent = row.level === 'over' || row.level === 'perhaps' || row.testFirst !== undefined;
  return element(
    'details',
    { class: 'fold', 'data-about': row.id, ...(isUrgent ? { open: '' } : {}) },
    element('summary', {}, element('h4', {}, `${row.name}: ${row.totalText}`)),
    element(
      'p',
      {},
      row.needText === undefined
        ? 'No need is set for you.'
        : `${row.needText}. What you take here is ${row.needShareText} of it, food not counted.`,
    ),
    element(
      'p',
      row.level === 'over' || row.level === 'perhaps' ? { class: 'callout warning' } : {},
      row.verdict,
    ),
    row.testFirst === undefined
      ? undefined
      : element(
          'p',
          { class: 'callout stop my-2' },
          element('strong', {}, 'Test first. '),
          row.testFirst,
        ),
    ...row.rulers.map((view) => element('div', { class: 'pt-3' }, ruler(view))),
    element('p', { class: 'pt-2' }, element('strong', {}, 'What was counted')),
    element(
      'ul',
      { class: 'plain' },
      ...row.doses.map(({ label, href, text, how }) =>
        element(
          'li',
          {},
          nameLink(label, href),
          `: ${text}.`,
          how === undefined ? undefined : ` ${how}`,
        ),
      ),
    ),
    ...row.notes.map((note) => element('p', { class: 'small pt-1' }, note)),
    sourceLine(row.marks),
  );
}

function fillIn(input: URLSearchParams): void {
  fillPerson(input);
  taken.clear();
  const entries = input.getAll('take').map((item) => item.split('*', 2));
  lost = entries.filter(([id = '', servings = '']) => !taken.add(id, servings)).length;
  const doses = input.getAll('dose');
  lost += Math.max(0, doses.length - mostHandDoses);
  byHand.replaceChildren();
  for (const item of doses.slice(0, mostHandDoses)) {
    const [nutrient = '', amount = '', unit = '', formId = ''] = item.split('*');
    if (!fillHandDose(addHandDose(), nutrient, amount, unit, formId)) lost += 1;
  }
  coffee.checked = input.get('coffee') === 'yes';
}

// A button of the list was pressed: nothing that was shared holds any more.
function changed(isDone: boolean): void {
  share.forget();
  show(isDone);
}

form.addEventListener('input', ({ target }) => {
  // What is typed to find a product is no part of what is taken.
  if (!(target instanceof Element && target.id === 'find')) changed(false);
});
find('#add', HTMLButtonElement).addEventListener('click', () => {
  addHandDose().nutrient.focus();
});
for (const preset of document.querySelectorAll<HTMLButtonElement>('[data-preset]')) {
  preset.addEventListener('click', () => {
    location.hash = preset.dataset['preset'] ?? '';
  });
}
startTool(form, result, show, fillIn);
