/** What many pages show of one record: made once, and looked at by each of them. */
import type { Library } from './records.ts';
import { newTrace, within, type Trace } from './trace.ts';

/** What stands behind a library that is traced. */
interface Origin {
  library: Library;
  trace: Trace;
  /** The same library, traced anew. */
  traceAnew: (trace: Trace) => Library;
}

const origins = new WeakMap<Library, Origin>();

/** Says what stands behind a library that is traced. */
export function noteOrigin(traced: Library, origin: Origin): void {
  origins.set(traced, origin);
}

/** What was made of a record, and what it was made of. */
interface Made<View> {
  view: View;
  trace: Trace;
}

/** What was made of the records of one library. */
interface Known<Item, View> {
  get: (item: Item) => Made<View> | undefined;
  set: (item: Item, made: Made<View>) => void;
}

type Make<Item, View> = (item: Item, library: Library) => View;

/**
 * Keeps what is made of a record of a library for the next page that asks: that page has looked at
 * whatever it was made of. Nobody may write in it.
 */
export function shared<Item extends object, View>(make: Make<Item, View>): Make<Item, View> {
  return sharedIn(make, () => new WeakMap<Item, Made<View>>());
}

/** The same for what is large, and shown by files that are made one after the other: only the last is kept. */
export function latest<Item extends object, View>(make: Make<Item, View>): Make<Item, View> {
  return sharedIn(make, () => {
    let last: { item: Item; made: Made<View> } | undefined;
    return {
      get: (item) => (last?.item === item ? last.made : undefined),
      set: (item, made) => (last = { item, made }),
    };
  });
}

function sharedIn<Item extends object, View>(
  make: Make<Item, View>,
  nothingKnown: () => Known<Item, View>,
): Make<Item, View> {
  const known = new WeakMap<Library, Known<Item, View>>();
  return (item, library) => {
    const origin = origins.get(library);
    const whole = origin?.library ?? library;
    const earlier = known.get(whole)?.get(item);
    if (origin === undefined) return earlier === undefined ? make(item, library) : earlier.view;
    if (earlier !== undefined) {
      origin.trace.parts.add(earlier.trace);
      return earlier.view;
    }
    const trace = newTrace();
    const view = within(trace, () => make(item, origin.traceAnew(trace)));
    origin.trace.parts.add(trace);
    if (!known.has(whole)) known.set(whole, nothingKnown());
    known.get(whole)?.set(item, { view, trace });
    return view;
  };
}
