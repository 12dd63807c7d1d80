/** What many pages show of one record: made once, and looked at by each of them. */
import type { Library } from './records.ts';
import type { Trace } from './trace.ts';

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

/**
 * Keeps what is made of a record of a library for the next page that asks: that page has looked at
 * whatever it was made of. Nobody may write in it.
 */
export function shared<Item extends object, View>(
  make: (item: Item, library: Library) => View,
): (item: Item, library: Library) => View {
  const known = new WeakMap<Library, WeakMap<Item, { view: View; trace: Trace }>>();
  return (item, library) => {
    const origin = origins.get(library);
    const whole = origin?.library ?? library;
    const earlier = known.get(whole)?.get(item);
    if (origin === undefined) return earlier === undefined ? make(item, library) : earlier.view;
    if (earlier !== undefined) {
      Object.assign(origin.trace, earlier.trace);
      return earlier.view;
    }
    const trace: Trace = {};
    const view = make(item, origin.traceAnew(trace));
    Object.assign(origin.trace, trace);
    if (!known.has(whole)) known.set(whole, new WeakMap());
    known.get(whole)?.set(item, { view, trace });
    return view;
  };
}
