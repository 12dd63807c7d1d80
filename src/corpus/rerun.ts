/** Does work again when files change, so that the last run has seen the last state. */

/** Editors and programs write a file in several steps: this many milliseconds without one end it. */
const quietMilliseconds = 50;

/**
 * A function to call at every change. The task starts when changes have paused, never beside itself,
 * and once more when something changed while it ran: an older state cannot overwrite a newer one.
 */
export function rerunner(task: () => Promise<void>): () => void {
  let timer: NodeJS.Timeout | undefined;
  let isRunning = false;
  let isStale = false;
  const run = async (): Promise<void> => {
    isStale = true;
    if (isRunning) return;
    isRunning = true;
    try {
      while (isStale) {
        isStale = false;
        await task();
      }
    } finally {
      isRunning = false;
    }
  };
  return () => {
    clearTimeout(timer);
    timer = setTimeout(() => void run(), quietMilliseconds);
  };
}
