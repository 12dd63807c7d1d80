/** Checks all content on a thread of its own, so that whoever types is never kept waiting. */
import path from 'node:path';
import { parentPort } from 'node:worker_threads';
import { checkContent } from '../checks/run.ts';
import type { Overlay } from '../corpus/read.ts';
import { contentDirectory, today } from '../environment.ts';
import { failureText, type Problem } from '../problem.ts';
import { openStore } from '../store/store.ts';

/** What is asked: the files that are open, as they stand in the editor. */
export interface Question {
  overlay: Overlay;
}

/** What was found, or why nothing was. */
export type Answer = { problems: Problem[] } | { failure: string };

const store = openStore(path.resolve('.cache/kept.db'));

// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
const answer = (found: Answer): void => parentPort?.postMessage(found);

parentPort?.on('message', ({ overlay }: Question) => {
  checkContent(contentDirectory(), today(), { store, overlay }).then(
    ({ problems }) => answer({ problems }),
    (error: unknown) => answer({ failure: failureText(error) }),
  );
});
