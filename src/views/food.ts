/** What foods hold of a nutrient: a ranked picture that is a table as well. */
import {
  formatAmount,
  formatList,
  formatShare,
  noBreakSpace,
  uncapitalize,
} from '../domain/format.ts';
import { adultIntakes, findLimit, sharesOfIntake, type AdultIntake } from '../domain/intake.ts';
import { need, type Library } from '../library/records.ts';
import { routes } from '../routes.ts';
import type { Food } from '../schemas/food.ts';
import type { Nutrient } from '../schemas/nutrient.ts';
import { sourceLinks, type SourceLinkView } from './citation.ts';
import { unitText } from './intake.ts';

/** One food with a household serving. */
export interface FoodRowView {
  food: string;
  /** "3 oz (85 g)" */
  servingText: string;
  /** "5.2 mg" */
  amountText: string;
  /** One for each column of `FoodListView.shareColumns`: "29%". */
  shares: string[];
  /** Length of its bar, 0 to 1: the richest food of the list has 1. */
  bar: number;
  /** "vegan", "vegetarian", or undefined for meat and fish. */
  dietText: 'vegan' | 'vegetarian' | undefined;
  /** Words for narrowing: "vegan vegetarian". */
  holds: string;
  /** Mark of its note, "a"; undefined where it has none. */
  noteMark: string | undefined;
}

export interface FoodListView {
  nutrientName: string;
  /** "Iron in foods, by serving" */
  caption: string;
  /** "Women’s need", "Men’s need"; one where they need the same. */
  shareColumns: string[];
  /** What the shares and bars are of, in a sentence. */
  explanation: string;
  foods: FoodRowView[];
  /** What to know about some of the foods, each note once. */
  notes: { mark: string; text: string }[];
  /** Where the whole list is, when this one is cut short. */
  more: { count: number; href: string } | undefined;
  sources: SourceLinkView[];
}

/**
 * The foods richest in a nutrient, a serving each.
 * @param limit how many; all where it is undefined
 * @throws {Error} when the nutrient has no food list
 */
export function foodListView(
  nutrientId: string,
  limit: number | undefined,
  library: Library,
): FoodListView {
  const nutrient = need(library.nutrients, nutrientId, 'nutrient').data;
  const all = need(library.foods, nutrientId, 'food list').toSorted((a, b) => b.amount - a.amount);
  const foods = all.slice(0, limit);
  const intakes = adultIntakes(nutrient);
  const notes = [...new Set(foods.flatMap(({ note }) => note ?? []))].map((text, index) => ({
    mark: String.fromCodePoint('a'.codePointAt(0)! + index),
    text,
  }));
  return {
    nutrientName: nutrient.name,
    caption: `${nutrient.name} in foods, by serving`,
    shareColumns: intakes.map(columnName),
    explanation: `Shares are of ${formatList(intakes.map((intake) => intakeText(intake, nutrient)))} a day. Each bar shows the amount, the richest food of the list at full length.`,
    foods: foods.map((food) => ({
      ...rowView(food, foods[0]?.amount ?? 1, nutrient),
      noteMark: notes.find(({ text }) => text === food.note)?.mark,
    })),
    notes,
    more:
      foods.length < all.length
        ? { count: all.length, href: `${routes.nutrient(nutrientId)}#which-foods` }
        : undefined,
    sources: [...new Set(foods.map(({ source }) => source))].map((id) => {
      // A data table is known by its title.
      const [link] = sourceLinks([id], library);
      const { title } = need(library.sources, id, 'source').data;
      return { href: link?.href, text: `${title} (${link?.text})` };
    }),
  };
}

/**
 * Names of the foods richest in a nutrient, shortened to fit a line: three of all, and two vegan
 * ones unless those three name them. Left out are foods of which one serving passes the upper limit
 * of adults, such as liver for vitamin A: the first line of a page must not send readers there.
 */
export function richestFoods(
  nutrientId: string,
  library: Library,
): { any: string[]; vegan: string[] } | undefined {
  const { data } = need(library.nutrients, nutrientId, 'nutrient');
  const limit =
    data.upperLimit?.scope === 'total'
      ? findLimit(data, { ageYears: 19, lifeStage: 'none' })?.amount
      : undefined;
  const foods = library.foods
    .get(nutrientId)
    ?.filter(({ amount }) => limit === undefined || amount <= limit)
    .toSorted((a, b) => b.amount - a.amount);
  if (foods === undefined) return undefined;
  const names = (of: readonly Food[]): string[] => [
    ...new Set(of.map(({ food }) => shortName(food))),
  ];
  const any = names(foods).slice(0, 3);
  const vegan = names(foods.filter((food) => food.vegan)).slice(0, 2);
  return { any, vegan: vegan.every((name) => any.includes(name)) ? [] : vegan };
}

// "Oysters, eastern, wild, cooked with moist heat" is "Oysters", but what was added to a food stays.
function shortName(food: string): string {
  const [first = '', ...rest] = food.replaceAll(/ \([^)]*\)/g, '').split(', ');
  return rest.some((part) => part.startsWith('fortified'))
    ? `Fortified ${uncapitalize(first)}`
    : first;
}

function rowView(food: Food, most: number, nutrient: Nutrient): Omit<FoodRowView, 'noteMark'> {
  const dietText = food.vegan ? 'vegan' : food.vegetarian ? 'vegetarian' : undefined;
  return {
    food: food.food,
    servingText: `${food.serving.household.replace(' ', noBreakSpace)} (${formatAmount(food.serving.grams, 'g')})`,
    amountText: formatAmount(food.amount, nutrient.unit),
    shares: sharesOfIntake(food.amount, nutrient).map(({ share }) => formatShare(share)),
    bar: food.amount / most,
    dietText,
    holds: dietText === 'vegan' ? 'vegan vegetarian' : (dietText ?? ''),
  };
}

function columnName({ sex, basis }: AdultIntake): string {
  const whose = sex === undefined ? 'Adults’' : sex === 'female' ? 'Women’s' : 'Men’s';
  return `${whose} ${basis === 'RDA' ? 'need' : 'intake'}`;
}

function intakeText({ sex, ageFrom, ageTo, amount, basis }: AdultIntake, nutrient: Nutrient) {
  const who = sex === undefined ? 'adults' : sex === 'female' ? 'women' : 'men';
  return `the ${basis === 'RDA' ? 'recommended' : 'adequate'} intake of ${who} of ${ageFrom}–${ageTo}, ${formatAmount(amount, unitText(nutrient))}`;
}
