import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { rerunner } from '#corpus/rerun.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A task that takes 100 ms and tells what it saw at its start. */
function slowReader(state: { now: string }): { seen: string[]; task: () => Promise<void> } {
  const seen: string[] = [];
  return {
    seen,
    task: async () => {
      const read = state.now;
      await new Promise((resolve) => setTimeout(resolve, 100));
      seen.push(read);
    },
  };
}

test('steps of one save are one run, of what stands at the end', async () => {
  const state = { now: '' };
  const { seen, task } = slowReader(state);
  const changed = rerunner(task);
  changed();
  await vi.advanceTimersByTimeAsync(20);
  state.now = 'whole';
  changed();
  await vi.advanceTimersByTimeAsync(1000);
  expect(seen).toEqual(['whole']);
});

test('a change during a run is seen by a run after it, never beside it', async () => {
  const state = { now: 'broken' };
  const { seen, task } = slowReader(state);
  let running = 0;
  let most = 0;
  const changed = rerunner(async () => {
    running += 1;
    most = Math.max(most, running);
    await task();
    running -= 1;
  });
  changed();
  await vi.advanceTimersByTimeAsync(60);
  state.now = 'mended';
  changed();
  await vi.advanceTimersByTimeAsync(1000);
  expect(seen).toEqual(['broken', 'mended']);
  expect(most).toBe(1);
});
