/** Which rows of a food table are kinds of one food. */
import type { Food } from '../schemas/food.ts';
import { uncapitalize } from './format.ts';

/**
 * What a cook calls a food and all its kinds: its group where the data names one, else its name up
 * to the first comma. "Oysters, eastern, wild, cooked with moist heat" is "Oysters", but what was
 * added to a food stays.
 */
export function plainName({ food, group }: Pick<Food, 'food' | 'group'>): string {
  if (group !== undefined) return group;
  const [first = '', ...rest] = food.replaceAll(/ \([^)]*\)/g, '').split(', ');
  return rest.some((part) => part.startsWith('fortified'))
    ? `Fortified ${uncapitalize(first)}`
    : first;
}

/**
 * Foods with their kinds, the richest kind first, and the foods by their richest kind. Kinds that
 * differ in who can eat them stay apart.
 */
export function foodsByKind(foods: readonly Food[]): Food[][] {
  const groups = new Map<string, Food[]>();
  for (const food of foods.toSorted((a, b) => b.amount - a.amount)) {
    const key = [plainName(food), food.vegan, food.vegetarian].join('|');
    groups.set(key, [...(groups.get(key) ?? []), food]);
  }
  return [...groups.values()];
}
