/** `npm run addresses`: writes down what is new among the addresses of the site. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { fatesOf } from '../checks/ledger.ts';
import { checkContent } from '../checks/run.ts';
import { formatText } from '../checks/report.ts';
import { forBuild } from '../checks/severity.ts';
import { addressesIn, ledgerFile, ledgerName, ledgerText } from '../corpus/ledger.ts';
import { formatCount } from '../domain/format.ts';
import { contentDirectory, today } from '../environment.ts';
import { stop, stopFor } from './stop.ts';

try {
  const directory = contentDirectory();
  const result = await checkContent(directory, today());
  const errors = forBuild(result.problems).filter(({ severity }) => severity === 'error');
  if (errors.length > 0)
    await stop(`${formatText(errors)}\nNothing was written: no build would publish this.`);
  const fresh = fatesOf(result, today()).fresh();
  const listed = addressesIn(result.corpus.ledger).map(({ address }) => address);
  if (fresh.length > 0)
    writeFileSync(path.join(directory, ledgerFile), ledgerText([...listed, ...fresh]));
  console.log(
    `${formatCount(fresh.length, 'address', 'addresses')} added to ${ledgerName(directory)}, ${formatCount(new Set([...listed, ...fresh]).size, 'address', 'addresses')} in all.`,
  );
} catch (error) {
  await stopFor(error);
}
