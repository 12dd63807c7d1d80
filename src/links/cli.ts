/** `npm run links`: asks every address outside this site, and writes down what it answered. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { outsideAddresses } from '../checks/addresses.ts';
import { linkReportFile, linkReportText, type LinkAnswer } from '../corpus/link-report.ts';
import { readCorpus } from '../corpus/read.ts';
import { daysBetween } from '../domain/dates.ts';
import { formatCount } from '../domain/format.ts';
import { contentDirectory, today } from '../environment.ts';
import { failureText, printable, UserError } from '../problem.ts';
import { survey } from './survey.ts';

/** Days for which an answer is good; what was missing is asked on the next day. */
const goodFor = 30;
/** Answers after which the report is written, so that a run that is cut short is not lost. */
const saveEach = 50;

function wantsAll(): boolean {
  try {
    return parseArgs({ options: { all: { type: 'boolean', default: false } } }).values.all;
  } catch {
    throw new UserError('The option is --all, which asks again what was asked lately.');
  }
}

try {
  const all = wantsAll();
  const directory = contentDirectory();
  const day = today();
  const corpus = await readCorpus(directory);
  const before = corpus.linkReport ?? new Map<string, LinkAnswer>();
  if ('fault' in before)
    throw new UserError(`${linkReportFile} cannot be read (${before.fault}): mend or delete it.`);
  const addresses = new Set(outsideAddresses(corpus).map(({ address }) => address));
  const due = [...addresses].filter((address) => {
    const answer = before.get(address);
    if (all || answer === undefined) return true;
    const age = daysBetween(answer.asked, day);
    return age >= (answer.missing !== undefined && answer.state !== 'dead' ? 1 : goodFor);
  });
  // What the content does not have any more is forgotten.
  const report = new Map([...before].filter(([address]) => addresses.has(address)));
  const save = (): void =>
    writeFileSync(path.join(directory, linkReportFile), linkReportText(report));
  let count = 0;
  let isConnected = false;
  await survey(due, {
    today: day,
    before,
    send: async (address, options) => {
      const response = await fetch(address, options);
      isConnected = true;
      return response;
    },
    note: (address, answer) => {
      report.set(address, answer);
      count += 1;
      if (answer.state !== 'ok')
        console.log(
          printable(`${answer.state.padEnd(7)}  ${address}  ${answer.to ?? answer.said ?? ''}`),
        );
      if (isConnected && count % saveEach === 0) save();
    },
  });
  // To a machine that is cut off, no host is there.
  if (due.length > 0 && !isConnected)
    throw new UserError('Nothing outside answers this machine: nothing was written.');
  save();
  const of = (state: LinkAnswer['state']): number =>
    [...report.values()].filter((answer) => answer.state === state).length;
  console.log(
    `${formatCount(due.length, 'address', 'addresses')} asked. Of ${addresses.size}: ${of('ok')} ok, ${of('moved')} moved, ${of('dead')} dead, ${of('unknown')} unknown.`,
  );
} catch (error) {
  console.error(failureText(error));
  process.exitCode = 1;
}
