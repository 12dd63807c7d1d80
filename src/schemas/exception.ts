/** `exceptions`, which an entry of any collection may declare beside its own fields. */
import { z } from 'zod';
import { plannedDay, unshown } from './fields.ts';

const exceptionSchema = z.strictObject({
  rule: unshown().describe('The rule that is silenced in this entry.'),
  reason: unshown().describe('Why the rule is wrong here.'),
  until: plannedDay().describe('The last day on which it holds, at most 366 days from today.'),
});

/** Taken off an entry before its own schema looks at it: pages and data files never see them. */
export const exceptionsSchema = z.strictObject({
  exceptions: z
    .array(exceptionSchema)
    .default([])
    .describe('Rules silenced in this entry, each with a reason and a last day.'),
});

export type Exception = z.infer<typeof exceptionSchema>;
