/** What many pages show of a record is made once, and each page has looked at what it was made of. */
import { describe, expect, test, vi } from 'vitest';
import type { Library, RecordOf } from '#library/records.ts';
import { latest, shared } from '#library/shared.ts';
import { newTrace, traced } from '#library/trace.ts';
import { library } from '../library.ts';

type Claim = RecordOf<'claims'>;

const [first, second] = [...library.claims.values()];
if (first === undefined || second === undefined) throw new Error('There are no two claims.');

describe.each([
  ['what is shared', shared, 1],
  ['the latest', latest, 2],
] as const)('%s', (_name, keep, timesOfFirst) => {
  const firstSource = (claim: Claim, own: Library): unknown =>
    own.sources.get(claim.data.sources[0] ?? '');

  test('is made once for files that follow each other, and leaves its trace in each', () => {
    const make = vi.fn<typeof firstSource>(firstSource);
    const kept = keep(make);
    const traces = [newTrace(), newTrace()].map((trace) => {
      kept(first, traced(library, trace));
      return trace;
    });
    expect(make).toHaveBeenCalledTimes(1);
    expect(traces[0]).toEqual(traces[1]);
    const looks = [...(traces[0]?.parts ?? [])].flatMap((part) => [...part.looks]);
    expect(looks).toContainEqual(expect.stringContaining('sources'));
  });

  test('knows the first again after the second, or has let go of it', () => {
    const make = vi.fn<typeof firstSource>(firstSource);
    const kept = keep(make);
    for (const claim of [first, second, first]) kept(claim, traced(library, newTrace()));
    expect(make.mock.calls.filter(([claim]) => claim === first)).toHaveLength(timesOfFirst);
  });

  test('is not what another library holds', () => {
    const make = vi.fn<typeof firstSource>(firstSource);
    const kept = keep(make);
    for (const own of [library, { ...library }]) kept(first, traced(own, newTrace()));
    expect(make).toHaveBeenCalledTimes(2);
  });
});
