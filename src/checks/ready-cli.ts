/** `npm run ready`: what stands between this site and the public. */
import { openStore } from '../store/store.ts';
import { formatCount } from '../domain/format.ts';
import { contentDirectory, siteUrl, today } from '../environment.ts';
import { failureText } from '../problem.ts';
import { formatOpen, openItems } from './ready.ts';
import { summary } from './report.ts';
import { checkContent } from './run.ts';

try {
  const result = await checkContent(contentDirectory(), today(), {
    store: openStore('.cache/kept.db'),
  });
  const items = openItems(result, today());
  const errors = result.problems.filter(({ severity }) => severity === 'error').length;
  const musts = items.filter(({ level }) => level === 'must').length;
  const shoulds = items.length - musts;
  console.log(
    [
      ...(items.length === 0 ? [] : [formatOpen(items), '']),
      ...(errors === 0
        ? []
        : [`The content is not sound (${summary(result.problems)}): npm run check.`]),
      musts === 0 && errors === 0
        ? `${siteUrl()} may go out; ${formatCount(shoulds, 'thing')} should be done.`
        : `${formatCount(musts, 'thing')} must be done, ${formatCount(shoulds, 'thing')} should be.`,
    ].join('\n'),
  );
  process.exitCode = musts === 0 && errors === 0 ? 0 : 1;
} catch (error) {
  console.error(failureText(error));
  process.exitCode = 1;
}
