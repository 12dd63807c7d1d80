/** A wrong Daily Value is told once, where it stands, and not at each of the foods that it makes wrong. */
import { expect, test } from 'vitest';
import { goodFiles, problemsOf, textOf } from './fixture.ts';

const foods = 'foods/iron.yaml';
const nutrient = 'nutrients/iron.mdx';
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

/** The lentils as three foods, the first of them with another amount. */
function threeFoods(amount: string): string {
  const [head = '', food = ''] = textOf(goodFiles, foods).split(/(?=  - food: Lentils)/);
  const again = ['Lentils, cold', 'Lentils, hot'].map((name) =>
    food.replace('Lentils, boiled', name),
  );
  return [head, food.replace('amount: 3.3', `amount: ${amount}`), ...again].join('');
}

async function told(changes: [file: string, text: string][]): Promise<string[]> {
  const files = changes.reduce(
    (all, [file, text]) => all.set(file, bytes(text)),
    new Map(goodFiles),
  );
  return (await problemsOf(files))
    .filter(({ rule }) => rule === 'implausible')
    .map(({ file, message }) => `${file}: ${message}`);
}

test('one wrong food is told at the food', async () => {
  expect(await told([[foods, threeFoods('330')]])).toEqual([
    'content/foods/iron.yaml: 330 mg is 1,833% of the Daily Value, not 18%.',
  ]);
});

test('what all foods contradict is told at the nutrient', async () => {
  const doubled = textOf(goodFiles, nutrient)
    .replace('amountInNutrientUnit: 18', 'amountInNutrientUnit: 36')
    .replace('amount: 18\n  unit: mg', 'amount: 36\n  unit: mg');
  expect(doubled).toContain('amount: 36\n  unit: mg\n  amountInNutrientUnit: 36');
  expect(
    await told([
      [foods, threeFoods('3.3')],
      [nutrient, doubled],
    ]),
  ).toEqual([
    'content/nutrients/iron.mdx: 3 of 3 foods have another share of this Daily Value than content/foods/iron.yaml says.',
  ]);
});
