/** Files that another core can make: while one is asked for, the next ones are begun. */
import { availableParallelism } from 'node:os';

/** Files of one kind. */
interface InTurn {
  /** Says in which order they will be asked for. */
  follow: (ids: Iterable<string>) => void;
  get: (id: string) => Promise<Uint8Array>;
}

/**
 * Makes files in the order in which a build asks for them. One that is begun and not asked for, since
 * the last build left it, costs little: what it is made of is kept.
 * @param make makes one; what it rejects with, whoever asks for the file gets
 */
export function inTurn(make: (id: string) => Promise<Uint8Array>): InTurn {
  let order: string[] = [];
  let places = new Map<string, number>();
  const begun = new Map<string, Promise<Uint8Array>>();
  const begin = (id: string): Promise<Uint8Array> => {
    const known = begun.get(id) ?? make(id);
    begun.set(id, known);
    // One that nobody asks for fails without a word.
    known.catch(() => undefined);
    return known;
  };
  return {
    follow: (ids) => {
      order = import.meta.env.DEV ? [] : [...ids];
      places = new Map(order.map((id, place) => [id, place]));
    },
    get: (id) => {
      const file = begin(id);
      const place = places.get(id) ?? order.length;
      order.slice(place + 1, place + 1 + availableParallelism()).forEach(begin);
      // Those before it were passed over: nobody will ask for them.
      for (const other of begun.keys()) if ((places.get(other) ?? -1) <= place) begun.delete(other);
      return file;
    },
  };
}
