/** What the pages of a site looked at, written down for the next build. */
import type { Library } from '../library/records.ts';
import { digestAt, knowDigest, type Trace } from '../library/trace.ts';

/** Traces as numbers: thousands of pages looked at the same places, many by way of the same views. */
export interface Seen {
  places: string[];
  /** Of each trace the places, and the traces of what it shares with others: those come before it. */
  traces: [places: number[], parts: number[]][];
}

/** Digests of the places of what was seen, in the same order. */
export type Digests = string[];

// What the answers to a question follow from: while that is as it was so are they, and ten thousand
// pages ask nobody.
const bases = Object.entries({
  relatedArticles: 'relatable',
} satisfies Partial<Record<keyof Library, keyof Library>>).map(([question, basis]) => ({
  begins: `${JSON.stringify([question]).slice(0, -1)},`,
  place: JSON.stringify([basis]),
}));

/** Takes traces down. */
export class Notebook {
  readonly #numbers = new Map<string, number>();
  readonly #known = new Map<Trace, number>();
  readonly seen: Seen = { places: [], traces: [] };

  /** @returns number of the trace */
  add(trace: Trace): number {
    const known = this.#known.get(trace);
    if (known !== undefined) return known;
    const parts = [...trace.parts].map((part) => this.add(part));
    const places = [...trace.looks].map((place) => this.#place(place));
    const number = this.seen.traces.push([places, parts]) - 1;
    this.#known.set(trace, number);
    return number;
  }

  /**
   * Takes down what was seen elsewhere.
   * @param wanted numbers of traces there
   * @returns their numbers here
   */
  copy({ places, traces }: Seen, wanted: Iterable<number>): ReadonlyMap<number, number> {
    const copied = new Map<number, number>();
    const copy = (own: number): number => {
      const known = copied.get(own);
      if (known !== undefined) return known;
      const [looks, parts] = traces[own] ?? [[], []];
      const entry: Seen['traces'][number] = [
        looks.map((place) => this.#place(places[place] ?? '')),
        parts.map(copy),
      ];
      const number = this.seen.traces.push(entry) - 1;
      copied.set(own, number);
      return number;
    };
    for (const one of wanted) copy(one);
    return copied;
  }

  #place(place: string): number {
    let number = this.#numbers.get(place);
    if (number !== undefined) return number;
    this.#numbers.set(place, (number = this.seen.places.push(place) - 1));
    for (const basis of bases) if (place.startsWith(basis.begins)) this.#place(basis.place);
    return number;
  }
}

/** What a library has at each place. */
export function digestsOf({ places }: Seen, library: Library): Digests {
  return places.map((place) => digestAt(place, library));
}

/** Whether all is as it was at the places of a trace. */
export function unchanged(
  { places, traces }: Seen,
  digests: Digests,
  library: Library,
): (trace: number) => boolean {
  for (const { begins, place } of bases) {
    const basis = places.indexOf(place);
    if (basis === -1 || digestAt(place, library) !== digests[basis]) continue;
    for (const [index, one] of places.entries())
      if (one.startsWith(begins)) knowDigest(one, digests[index] ?? '', library);
  }
  const stands = places.map((place, index) => digestAt(place, library) === digests[index]);
  const holds: boolean[] = [];
  for (const [own, parts] of traces)
    holds.push(
      own.every((place) => stands[place] === true) && parts.every((part) => holds[part] === true),
    );
  return (trace) => holds[trace] ?? false;
}
