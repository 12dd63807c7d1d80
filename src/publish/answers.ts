/** The answers of the dev server that are on their way. */
import type { ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';

/** An answer that takes longer than this many milliseconds is not waited for. */
const answerMilliseconds = 5000;

/** Keeps answers until they are sent, and waits for them. */
export function answersOf(): {
  add: (response: ServerResponse) => void;
  end: () => Promise<void>;
} {
  const open = new Set<Promise<void>>();
  return {
    add: (response) => {
      // Whoever asked may be gone already, and be told of no more: a picture that was scrolled past.
      if (response.destroyed) return;
      const closed = new Promise<void>((resolve) => response.once('close', resolve));
      open.add(closed);
      void closed.then(() => open.delete(closed));
    },
    end: async () => {
      await Promise.race([Promise.all(open), pause(answerMilliseconds)]);
    },
  };
}
