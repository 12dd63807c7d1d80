/** Names of topics: nutrients by their own, themes from this list. */
import type { Library } from '../library/records.ts';
import type { Theme } from '../schemas/parts.ts';

const themeNames: { [Name in Theme]: string } = {
  testing: 'Blood tests',
  'supplement-safety': 'Supplement safety',
  'plant-based': 'Plant-based running',
  'energy-availability': 'Eating enough',
  hydration: 'Drinking and sweat',
  bone: 'Bone health',
  carbohydrate: 'Carbohydrate',
};

/**
 * The name that readers see of a topic.
 * @throws {Error} when it is neither a nutrient nor a theme
 */
export function topicName(id: string, library: Library): string {
  const name = library.nutrients.get(id)?.data.name ?? (themeNames as { [id: string]: string })[id];
  if (name === undefined) throw new Error(`There is no topic "${id}".`);
  return name;
}
