/** Notes what is looked at, so that what was made of it holds as long as that is the same. */

/** Is told what of a map is looked at. */
export interface Looking {
  entry: (id: string) => void;
  /** Whether there is an entry. */
  has: (id: string) => void;
  /** Which there are, or how many. */
  ids: () => void;
  all: () => void;
}

/** A map that tells what is asked of it. */
export class TracedMap<Value> implements ReadonlyMap<string, Value> {
  readonly #map: ReadonlyMap<string, Value>;
  readonly #looking: Looking;

  constructor(map: ReadonlyMap<string, Value>, looking: Looking) {
    this.#map = map;
    this.#looking = looking;
  }

  get(id: string): Value | undefined {
    this.#looking.entry(id);
    return this.#map.get(id);
  }

  has(id: string): boolean {
    this.#looking.has(id);
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
    this.#looking.ids();
    return this.#map;
  }

  #all(): ReadonlyMap<string, Value> {
    this.#looking.all();
    return this.#map;
  }
}

/** Ids as whoever asks for them sees them. */
export type Ids = Pick<ReadonlySet<string>, 'has' | typeof Symbol.iterator>;

/** The same of ids. */
export class TracedIds implements Ids {
  readonly #ids: Ids;
  readonly #looking: Pick<Looking, 'has' | 'ids'>;

  constructor(ids: Ids, looking: Pick<Looking, 'has' | 'ids'>) {
    this.#ids = ids;
    this.#looking = looking;
  }

  has(id: string): boolean {
    this.#looking.has(id);
    return this.#ids.has(id);
  }

  [Symbol.iterator](): SetIterator<string> {
    this.#looking.ids();
    return this.#ids[Symbol.iterator]();
  }
}
