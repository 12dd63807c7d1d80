/** Finding a product by typing, and the list of what is taken, each with a stepper. */
import { formatCount } from '#domain/format.ts';
import type { StackData, StackInput, StackProduct } from '#views/stack.ts';
import { element, find, tellProblem } from './dom.ts';
import { readServings, stepServings } from './input.ts';
import { matching } from './match.ts';

const mostFound = 6;

/** What the page is told of a change: whether the reader has left the field. */
type Changed = (isDone: boolean) => void;

/** The products that a reader takes, and the field that finds them. */
export interface TakenProducts {
  /** Adds a product; false where the page does not know it. */
  add: (id: string, servings: string) => boolean;
  /** Takes all away. */
  clear: () => void;
  /** What is taken, and every field that cannot be read told at its place. */
  read: (isDone: boolean) => StackInput['products'];
  /** Each id with what stands in its field. */
  typed: () => [id: string, servings: string][];
}

/** Makes the field and the list live. */
export function takenProducts({ products, nutrients }: StackData, changed: Changed): TakenProducts {
  const field = find('#find', HTMLInputElement);
  const list = find('#found', HTMLUListElement);
  const note = find('#found-note', HTMLElement);
  const taken = find('#taken', HTMLElement);
  const template = find('#taken-product', HTMLTemplateElement);
  const names = new Map(nutrients.map(({ id, name }) => [id, name]));
  const findable = products.map((product) => ({
    product,
    words: [product.title, ...product.doses.map(({ nutrient }) => names.get(nutrient) ?? '')],
  }));
  const fields = (): HTMLInputElement[] => [
    ...taken.querySelectorAll<HTMLInputElement>('input[data-product]'),
  ];
  const fieldOf = (id: string): HTMLInputElement | undefined =>
    fields().find((input) => input.dataset['product'] === id);

  function offer(): void {
    const query = field.value.trim();
    const found = query === '' ? [] : matching(query, findable).map(({ product }) => product);
    list.replaceChildren(
      ...found.slice(0, mostFound).map((product) => {
        const button = element('button', { type: 'button', class: 'found' }, product.title);
        button.addEventListener('click', () => choose(product));
        return element('li', {}, button);
      }),
    );
    note.textContent = foundText(query, found.length);
  }

  function choose(product: StackProduct): void {
    field.value = '';
    offer();
    const old = fieldOf(product.id);
    if (old === undefined) add(product, '1');
    note.textContent = old === undefined ? `Added: ${product.title}.` : 'That is in the list.';
    field.focus();
    changed(true);
  }

  function add(product: StackProduct, servings: string): void {
    const { id, title, serving } = product;
    const copy = template.content.cloneNode(true) as DocumentFragment;
    const root = find('.taken', HTMLElement, copy);
    const input = find('input', HTMLInputElement, copy);
    const problem = find('.problem', HTMLElement, copy);
    const label = find('label', HTMLLabelElement, copy);
    input.id = `take-${id}`;
    input.dataset['product'] = id;
    input.value = servings;
    problem.id = `problem-${id}`;
    input.setAttribute('aria-describedby', problem.id);
    label.htmlFor = input.id;
    label.append(title);
    if (serving !== undefined) label.append(element('span', { class: 'small' }, ` (${serving})`));
    for (const button of copy.querySelectorAll<HTMLButtonElement>('[data-step]')) {
      const step = Number(button.dataset['step']);
      button.setAttribute('aria-label', `${step > 0 ? 'More' : 'Less'} of ${title}`);
      button.addEventListener('click', () => {
        input.value = stepServings(input.value, step);
        changed(true);
      });
    }
    const remove = find('[data-remove]', HTMLButtonElement, copy);
    remove.setAttribute('aria-label', `Remove ${title}`);
    remove.addEventListener('click', () => {
      root.remove();
      field.focus();
      changed(true);
    });
    taken.append(copy);
  }

  field.addEventListener('input', offer);
  field.addEventListener('keydown', (event) => {
    if (event.key === 'Enter') list.querySelector('button')?.click();
  });
  return {
    add: (id, servings) => {
      const product = products.find((item) => item.id === id);
      if (product === undefined || fieldOf(id) !== undefined) return false;
      add(product, servings);
      return true;
    },
    clear: () => taken.replaceChildren(),
    read: (isDone) =>
      fields().flatMap((input) => {
        const reading = readServings(input.value);
        if ('problem' in reading) {
          const isShown = isDone || input.getAttribute('aria-invalid') === 'true';
          tellProblem(input, isShown ? reading.problem : undefined);
          return [];
        }
        tellProblem(input, undefined);
        return reading.value === 0
          ? []
          : [{ id: input.dataset['product'] ?? '', times: reading.value }];
      }),
    typed: () => fields().map((input) => [input.dataset['product'] ?? '', input.value.trim()]),
  };
}

function foundText(query: string, count: number): string {
  if (query === '') return '';
  if (count === 0) return 'No product here is called so. Add the dose from its label instead.';
  return count > mostFound
    ? `${count} products, the nearest ${mostFound} shown: type more of the name.`
    : `${formatCount(count, 'product')}.`;
}
