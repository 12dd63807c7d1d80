/** Runs the checks of the content for the build and the dev server, and stops with their report alone. */
import { formatOpen, openItems } from '../checks/ready.ts';
import { formatText } from '../checks/report.ts';
import { checkContent, type CheckResult } from '../checks/run.ts';
import type { Marks } from '../corpus/changes.ts';
import { answersIn } from '../corpus/ledger.ts';
import { entriesOf, giveEntries, projectStore } from '../corpus/reading.ts';
import {
  contentDirectory,
  isPublicSite,
  merchantSubTag,
  merchantTag,
  siteUrl,
  today,
} from '../environment.ts';
import type { Problem } from '../problem.ts';
import { unsoundFiles } from './held.ts';
import { stop, stopFor } from './stop.ts';

/**
 * Checks all content, and keeps the documents that pages are made from.
 * @param marks how the content folder stood just before
 * @throws {UserError} when the content folder does not exist, or the environment holds no tag where it should
 */
export async function check(marks?: Marks): Promise<CheckResult> {
  const result = await checkContent(contentDirectory(), today(), {
    store: projectStore(),
    keepsDocuments: true,
    ...(marks && { marks }),
  });
  for (const { data } of result.corpus.entries.merchants.values()) {
    merchantTag(data);
    merchantSubTag(data);
  }
  return result;
}

/** Has the pages of this process made of what was checked, without the files that are not sound. */
export function showChecked(result: CheckResult): void {
  const { corpus } = result;
  giveEntries(entriesOf(corpus, unsoundFiles(result)), answersIn(corpus.ledger));
  projectStore().flush();
}

/** Checks all content. Ends the process when that is not possible. */
export async function checkOrStop(): Promise<CheckResult> {
  try {
    return await check();
  } catch (error) {
    return await stopFor(error);
  }
}

/**
 * Ends the process when one of the problems is an error; prints them when none is. Astro would
 * print a stack trace for an error: authors get the report alone.
 */
export async function refuse(problems: readonly Problem[]): Promise<void> {
  if (problems.some(({ severity }) => severity === 'error')) {
    await stop(
      `${formatText(problems)}\nNothing was published; dist/ is as it was. Mend the errors and build again.`,
    );
  }
  if (problems.length > 0) console.warn(formatText(problems));
}

/** Ends the process where readers would reach a site of which something must still be done. */
export async function refuseUnready(result: CheckResult): Promise<void> {
  if (!isPublicSite()) return;
  const open = openItems(result, today()).filter(({ level }) => level === 'must');
  if (open.length === 0) return;
  await stop(
    `${siteUrl()} is an address that readers reach, and this must be done before:\n${formatOpen(open)}\nNothing was published; dist/ is as it was. npm run ready shows the list again.`,
  );
}
