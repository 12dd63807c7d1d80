/** Writes down what was looked at, so that what was made of it holds as long as that is the same. */

/** The word for a place that was looked at. */
export function placeOf(...names: string[]): string {
  return JSON.stringify(names);
}

// Thousands of pages look at the same entries: their places are written once.
const placesOfEntries = new Map<string, Map<string, string>>();

/** A map that writes down what is asked of it: an entry, whether there is one, the ids alone, or all. */
export class TracedMap<Value> implements ReadonlyMap<string, Value> {
  readonly #map: ReadonlyMap<string, Value>;
  readonly #name: string;
  readonly #looks: Set<string>;
  readonly #places: Map<string, string>;

  constructor(map: ReadonlyMap<string, Value>, name: string, looks: Set<string>) {
    this.#map = map;
    this.#name = name;
    this.#looks = looks;
    let places = placesOfEntries.get(name);
    if (places === undefined) placesOfEntries.set(name, (places = new Map()));
    this.#places = places;
  }

  get(id: string): Value | undefined {
    let place = this.#places.get(id);
    if (place === undefined) this.#places.set(id, (place = placeOf(this.#name, id)));
    this.#looks.add(place);
    return this.#map.get(id);
  }

  has(id: string): boolean {
    this.#looks.add(placeOf('has', this.#name, id));
    return this.#map.has(id);
  }

  get size(): number {
    return this.#ids().size;
  }

  keys(): MapIterator<string> {
    return this.#ids().keys();
  }

  values(): MapIterator<Value> {
    return this.#all().values();
  }

  entries(): MapIterator<[string, Value]> {
    return this.#all().entries();
  }

  [Symbol.iterator](): MapIterator<[string, Value]> {
    return this.entries();
  }

  forEach(tell: (value: Value, id: string, map: ReadonlyMap<string, Value>) => void): void {
    for (const [id, value] of this.entries()) tell(value, id, this);
  }

  #ids(): ReadonlyMap<string, Value> {
    this.#looks.add(placeOf('ids', this.#name));
    return this.#map;
  }

  #all(): ReadonlyMap<string, Value> {
    this.#looks.add(placeOf(this.#name));
    return this.#map;
  }
}

/** Ids as whoever asks for them sees them. */
export type Ids = Pick<ReadonlySet<string>, 'has' | typeof Symbol.iterator>;

/** The same of ids: whether there is one, or all. */
export class TracedIds implements Ids {
  readonly #ids: Ids;
  readonly #name: string;
  readonly #looks: Set<string>;

  constructor(ids: Ids, name: string, looks: Set<string>) {
    this.#ids = ids;
    this.#name = name;
    this.#looks = looks;
  }

  has(id: string): boolean {
    this.#looks.add(placeOf('known', this.#name, id));
    return this.#ids.has(id);
  }

  [Symbol.iterator](): SetIterator<string> {
    this.#looks.add(placeOf('known', this.#name));
    return this.#ids[Symbol.iterator]();
  }
}
