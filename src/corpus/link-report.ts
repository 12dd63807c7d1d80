/** `content/link-report.json`: what addresses outside this site answered, and when: `npm run links` writes it. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { day } from '../schemas/fields.ts';

/** Name of the file, beside the folders. */
export const linkReportFile = 'link-report.json';

const answerSchema = z.strictObject({
  state: z
    .enum(['ok', 'moved', 'dead', 'unknown'])
    .describe('Unknown is whatever says nothing of the page: a wall, a time-out, a first 404.'),
  asked: day().describe('The day of the last answer.'),
  said: z.string().optional().describe('What was answered, where it was no page.'),
  to: z.string().optional().describe('Where a page that moved stands now.'),
  missing: z
    .array(day())
    .optional()
    .describe('Days running on which it was not there, one ask each: three make it dead.'),
});

const reportSchema = z.strictObject({ addresses: z.record(z.string(), answerSchema) });

/** What an address answered last. */
export type LinkAnswer = z.infer<typeof answerSchema>;

/** Answers by address. */
export type LinkReport = ReadonlyMap<string, LinkAnswer>;

/** The report of a content folder: undefined where there is none, the reason where it cannot be read. */
export async function readLinkReport(
  directory: string,
): Promise<LinkReport | { fault: string } | undefined> {
  let text: string;
  try {
    text = await readFile(path.join(directory, linkReportFile), 'utf8');
  } catch {
    return undefined;
  }
  return parseLinkReport(text);
}

/** The report that a text holds, or why it holds none. */
export function parseLinkReport(text: string): LinkReport | { fault: string } {
  try {
    const result = reportSchema.safeParse(JSON.parse(text));
    if (result.success) return new Map(Object.entries(result.data.addresses));
    const [issue] = result.error.issues;
    return { fault: `"${issue?.path.join('.') ?? ''}" ${issue?.message ?? 'does not fit'}` };
  } catch {
    return { fault: 'it is no JSON' };
  }
}

/** The text of a report: a line each, sorted, so that a run changes the lines that it asked. */
export function linkReportText(report: LinkReport): string {
  const lines = [...report]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([address, answer]) => `    ${JSON.stringify(address)}: ${JSON.stringify(answer)}`);
  return `{\n  "addresses": {\n${lines.join(',\n')}\n  }\n}\n`;
}
