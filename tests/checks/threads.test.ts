/** Work that threads share: each thing is taken once, and how each thread ended is told. */
import { availableParallelism } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { besideThreads, newTurns, takeTurns } from '#checks/threads.ts';

const thread = new URL('thread.fixture.ts', import.meta.url);
const isAlone = availableParallelism() === 1;

test.skipIf(isAlone)('each thing is taken once, by whichever thread', async () => {
  const turns = newTurns(5);
  const here: number[][] = [];
  const there: number[][] = [];
  const others = await besideThreads(
    thread,
    { turns, ends: 'well' },
    async () => {
      // The others may begin.
      while (there.length === 0 && Atomics.load(turns.taken, 0) === 0) await pause(5);
      await takeTurns(turns, 2, (first, end) => here.push([first, end]));
    },
    () => (told: number[]) => there.push(told),
  );
  expect(others.map(({ status }) => status)).toEqual(others.map(() => 'fulfilled'));
  expect(there.length).toBeGreaterThan(0);
  expect([...here, ...there].toSorted(([a = 0], [b = 0]) => a - b)).toEqual([
    [0, 2],
    [2, 4],
    [4, 5],
  ]);
});

test.skipIf(isAlone).each([
  ['broken', 'A bug of ours.'],
  ['early', 'A thread ended with 3.'],
])('a thread that ends %s is told of, and what is left is done here', async (ends, reason) => {
  const turns = newTurns(5);
  let count = 0;
  const own = () => takeTurns(turns, 1, () => (count += 1));
  const others = await besideThreads(thread, { turns, ends }, own);
  expect(count).toBe(5);
  expect(others.length).toBeGreaterThan(0);
  for (const other of others)
    expect(other).toMatchObject({ status: 'rejected', reason: { message: reason } });
});

test('when this one breaks, the others take no more, and have ended', async () => {
  const turns = newTurns(1_000_000_000);
  const own = () => Promise.reject(new Error('A bug of this one.'));
  await expect(besideThreads(thread, { turns, ends: 'well' }, own)).rejects.toThrow(
    'A bug of this one.',
  );
  expect(Atomics.load(turns.taken, 0)).toBeGreaterThanOrEqual(turns.count);
});
