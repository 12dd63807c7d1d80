/** Steps of a build that have budgets of their own: told to who listens, the benchmarks, and to nobody else. */
import { tracingChannel } from 'node:diagnostics_channel';

/** What every page of a site can do without: files that are made at the same time. */
export type Step = 'search index and bitmaps';

/** Name of the channel on which begin and end of a step are told, with its name. */
export const stepChannel = 'micromile.step';

// One for all who load this module: Vite loads it once more for the pages.
const channel = tracingChannel<unknown, { name: Step }>(stepChannel);

/** Does a step. */
export function step<Result>(name: Step, work: () => Result | Promise<Result>): Promise<Result> {
  return channel.tracePromise(async () => work(), { name });
}
