/** What foods hold of a nutrient: a ranked picture whose rows say it in words as well. */
import { foodsByKind, plainName } from '../domain/food.ts';
import {
  formatAmount,
  formatList,
  formatRange,
  formatShares,
  noBreakSpace,
} from '../domain/format.ts';
import { adultIntakes, findLimit, sharesOfIntake, type AdultIntake } from '../domain/intake.ts';
import { need, type Library } from '../library/records.ts';
import { routes } from '../routes.ts';
import type { Food } from '../schemas/food.ts';
import type { Nutrient } from '../schemas/nutrient.ts';
import { sourceLinks, type SourceLinkView } from './citation.ts';
import { unitText } from './reference-value.ts';

/** One food with a household serving, or several kinds of one. */
export interface FoodRowView {
  food: string;
  /** "5.2 mg", "4.9–8.7 mg" */
  amountText: string;
  /** "3 oz (85 g)", of all kinds; undefined where their servings differ. */
  servingText: string | undefined;
  /** "29% of women’s need, 65% of men’s" */
  shareText: string;
  /** Lengths of its bar, 0 to 1, of the poorest and the richest kind: the richest food has 1. */
  bar: { least: number; most: number };
  /** "vegan", "vegetarian", or undefined for meat and fish. */
  dietText: 'vegan' | 'vegetarian' | undefined;
  /** Words for narrowing: "vegan vegetarian". */
  holds: string;
  /** Mark of its note, "a"; undefined where it has none, and where its kinds carry them. */
  noteMark: string | undefined;
  /** Its kinds, where there are several: "top sirloin, lean, broiled: 4.9 mg". */
  kinds: { text: string; noteMark: string | undefined }[];
}

export interface FoodListView {
  nutrientName: string;
  /** "Iron in foods, by serving" */
  caption: string;
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
  const all = foodsByKind(need(library.foods, nutrientId, 'food list').data.foods);
  const foods = all.slice(0, limit);
  const intakes = adultIntakes(nutrient);
  const notes = [...new Set(foods.flat().flatMap(({ note }) => note ?? []))].map((text, index) => ({
    mark: String.fromCodePoint('a'.codePointAt(0)! + index),
    text,
  }));
  const markOf = ({ note }: Food): string | undefined =>
    notes.find(({ text }) => text === note)?.mark;
  return {
    nutrientName: nutrient.name,
    caption: `${nutrient.name} in foods, by serving`,
    explanation: `Shares are of ${formatList(intakes.map((intake) => intakeText(intake, nutrient)))} a day. Each bar shows the amount, the richest food of the list at full length; where kinds of a food differ, the line beyond the bar ends at the richest.`,
    foods: foods.map((kinds) => rowView(kinds, foods[0]?.[0]?.amount ?? 1, nutrient, markOf)),
    notes,
    more:
      foods.length < all.length
        ? { count: all.length, href: `${routes.nutrient(nutrientId)}#which-foods` }
        : undefined,
    sources: [...new Set(foods.flat().map(({ source }) => source))].map((id) => {
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
    ?.data.foods.filter(({ amount }) => limit === undefined || amount <= limit)
    .toSorted((a, b) => b.amount - a.amount);
  if (foods === undefined) return undefined;
  const names = (of: readonly Food[]): string[] => [...new Set(of.map(plainName))];
  const any = names(foods).slice(0, 3);
  const vegan = names(foods.filter((food) => food.vegan)).slice(0, 2);
  return { any, vegan: vegan.every((name) => any.includes(name)) ? [] : vegan };
}

function rowView(
  kinds: readonly Food[],
  most: number,
  nutrient: Nutrient,
  markOf: (food: Food) => string | undefined,
): FoodRowView {
  const richest = kinds[0]!;
  const poorest = kinds.at(-1)!;
  const name = kinds.length === 1 ? richest.food : plainName(richest);
  const servings = [...new Set(kinds.map(servingText))];
  const [serving] = servings;
  const dietText = richest.vegan ? 'vegan' : richest.vegetarian ? 'vegetarian' : undefined;
  return {
    food: name,
    amountText: formatRange(
      poorest.amount,
      richest.amount === poorest.amount ? undefined : richest.amount,
      nutrient.unit,
    ),
    servingText: servings.length === 1 ? serving : undefined,
    shareText: sharesOfIntake(richest.amount, nutrient)
      .map(({ intake, share }, index) =>
        [
          `${formatShares({ min: poorest.amount / intake.amount, max: share })} of ${whose(intake)}`,
          ...(index === 0 ? [intake.basis === 'RDA' ? 'need' : 'intake'] : []),
        ].join(' '),
      )
      .join(', '),
    // Of a list whose foods hold nothing, no bar is longer than another.
    bar: { least: poorest.amount / (most || 1), most: richest.amount / (most || 1) },
    dietText,
    holds: dietText === 'vegan' ? 'vegan vegetarian' : (dietText ?? ''),
    noteMark: kinds.length === 1 ? markOf(richest) : undefined,
    kinds:
      kinds.length === 1
        ? []
        : kinds.map((kind) => ({
            text: `${kindName(kind, name)}: ${servings.length === 1 ? '' : `${servingText(kind)}, `}${formatAmount(kind.amount, nutrient.unit)}`,
            noteMark: markOf(kind),
          })),
  };
}

function servingText({ serving }: Food): string {
  return `${serving.household.replace(' ', noBreakSpace)} (${formatAmount(serving.grams, 'g')})`;
}

// "Beef, top sirloin, lean" under "Beef" is "top sirloin, lean".
function kindName({ food }: Food, name: string): string {
  return food.startsWith(`${name}, `) ? food.slice(name.length + 2) : food;
}

function whose({ sex }: AdultIntake): string {
  return sex === undefined ? 'adults’' : sex === 'female' ? 'women’s' : 'men’s';
}

function intakeText({ sex, ageFrom, ageTo, amount, basis }: AdultIntake, nutrient: Nutrient) {
  const who = sex === undefined ? 'adults' : sex === 'female' ? 'women' : 'men';
  return `the ${basis === 'RDA' ? 'recommended' : 'adequate'} intake of ${who} of ${ageFrom}–${ageTo}, ${formatAmount(amount, unitText(nutrient))}`;
}
