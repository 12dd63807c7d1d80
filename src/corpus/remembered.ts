/**
 * Remembers what is made of an object as long as somebody holds the object: files that did not change
 * give the same entries to a process, so who checks again and again makes it once.
 */
export function remembered<Item extends WeakKey, Made extends {}>(
  make: (item: Item) => Made,
): (item: Item) => Made {
  const known = new WeakMap<Item, Made>();
  return (item) => {
    let made = known.get(item);
    if (made === undefined) known.set(item, (made = make(item)));
    return made;
  };
}
