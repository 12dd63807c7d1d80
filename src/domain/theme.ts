/** The order of what stands under a theme. */

/** Items in the order in which the theme names what they are first about; the others behind them. */
export function byNutrients<Item>(
  { nutrients }: { nutrients: readonly string[] },
  items: readonly Item[],
  topicsOf: (item: Item) => readonly string[],
): Item[] {
  const rank = (item: Item): number => {
    const index = nutrients.indexOf(topicsOf(item)[0] ?? '');
    return index === -1 ? nutrients.length : index;
  };
  return items
    .map((item) => ({ item, rank: rank(item) }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ item }) => item);
}
