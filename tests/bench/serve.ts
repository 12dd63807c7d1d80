/** How many requests a second real servers answer with the site that was built, and whether all of them are answered. */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { compressSite } from '../../src/publish/compress.ts';
import { memoryStore } from '../../src/store/store.ts';
import { findServer, serverNames, startServer } from '../site/servers.ts';

/** Requests a second that nginx must answer on loopback, with one process of its own. */
const goal = 30_000;
const secondsEach = 5;
const connections = 32;
const port = 4386;

/**
 * Asks each server that is installed for the home page, as a browser does that takes gzip.
 * @param folder for a copy of the site
 */
export async function benchServe(folder: string, rounds: number): Promise<void> {
  const wrk = findServer('wrk');
  const installed = serverNames.filter((name) => findServer(name) !== undefined);
  if (wrk === undefined || installed.length === 0) {
    console.log(
      `serve: skipped, ${wrk === undefined ? 'wrk' : serverNames.join(' and ')} not installed.`,
    );
    return;
  }
  const root = path.join(folder, 'serve');
  rmSync(root, { recursive: true, force: true });
  cpSync('dist', root, { recursive: true });
  await compressSite(root, 5, memoryStore());
  console.log(`serve: ${connections} connections, ${rounds} rounds of ${secondsEach} s`);
  const rows: Record<string, object> = {};
  for (const name of installed) {
    const server = await startServer(name, root, path.resolve('deploy'), port);
    try {
      for (let round = 1; round <= rounds; round += 1)
        rows[`${name} ${round}`] = ask(wrk, server.pid ?? 0);
    } finally {
      await new Promise((resolve) => {
        server.once('close', resolve);
        server.kill();
      });
    }
  }
  console.table(rows);
  console.log(`nginx should answer ${goal} requests a second, and none with an error.`);
}

// A machine that does other things gives a server a part of its time: the last column leaves that out.
function ask(wrk: string, server: number): Record<string, number> {
  const before = processorSeconds(server);
  const words = ['-t1', `-c${connections}`, `-d${secondsEach}s`, '-H', 'Accept-Encoding: gzip'];
  const { status, stdout, stderr } = spawnSync(wrk, [...words, `http://127.0.0.1:${port}/`], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`${wrk}: ${stdout}${stderr}`);
  const numberIn = (pattern: RegExp): number => Number(pattern.exec(stdout)?.[1] ?? 0);
  const ofSockets = /Socket errors: connect (\d+), read (\d+), write (\d+), timeout (\d+)/.exec(
    stdout,
  );
  return {
    'requests a second': Math.round(numberIn(/Requests\/sec:\s+([\d.]+)/)),
    'a second of the processor': Math.round(
      numberIn(/(\d+) requests in/) / (processorSeconds(server) - before),
    ),
    errors: (ofSockets ?? [])
      .slice(1)
      .map(Number)
      .reduce((sum, count) => sum + count, numberIn(/Non-2xx or 3xx responses: (\d+)/)),
  };
}

/** Processor time of a process and its children so far, where the system tells it as Linux does. */
function processorSeconds(pid: number): number {
  const folder = `/proc/${pid}`;
  if (!existsSync(`${folder}/stat`)) return Number.NaN;
  const [, fields = ''] = readFileSync(`${folder}/stat`, 'utf8').split(') ');
  const [user = 0, system = 0] = fields.split(' ').slice(11, 13).map(Number);
  const children = readFileSync(`${folder}/task/${pid}/children`, 'utf8').trim();
  return (children === '' ? [] : children.split(' '))
    .map((child) => processorSeconds(Number(child)))
    .reduce((sum, seconds) => sum + seconds, (user + system) / ticksPerSecond);
}

const ticksPerSecond = 100;
