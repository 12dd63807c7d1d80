/** Has a press made beside the checks, by a process of its own: Astro and Vite take as long as those. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { UserError } from '../problem.ts';
import { assertSameCode, keepPress, openWorkshop, workshopIn, type Workshop } from './press.ts';
import { beforeEnd, stop } from './stop.ts';

let workshop: Workshop | undefined;

/**
 * The workshop for which this process makes a press.
 * @throws {UserError} where somebody asks Astro itself for a site
 */
export function currentWorkshop(): Workshop {
  if (workshop === undefined)
    throw new UserError('Astro alone makes no site of this content: npm run build does.');
  return workshop;
}

/** Makes a press in a folder that another process has opened. @throws whatever Astro throws */
export async function makePressIn(folder: string): Promise<void> {
  workshop = workshopIn(folder);
  const { build } = await import('astro');
  await build({ logLevel: 'warn' });
}

/**
 * Begins to make the press of this code.
 * @returns gives its folder; ends the process, with what the other one said, where it cannot be made
 * @throws {Error} of the file system where it can be made nowhere; a `UserError` where the code changed meanwhile
 */
export function makePress(key: string): () => Promise<string> {
  const own = openWorkshop();
  const child = fork(new URL('./press-cli.ts', import.meta.url), [own.folder], {
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const ended = once(child, 'close');
  // Nobody waits for it where content has errors.
  ended.catch(() => undefined);
  beforeEnd(async () => {
    child.kill('SIGKILL');
    await ended;
  });
  return async () => {
    const [code, signal] = (await ended) as [number | null, NodeJS.Signals | null];
    if (signal !== null)
      return stop(
        `${said}What makes the press was ended by ${signal}; the machine does that where memory runs out. Nothing was published: build again.`,
      );
    if (code !== 0) return stop(said.trimEnd());
    // Whatever it warns of stands behind what the checks say.
    if (said !== '') console.warn(said.trimEnd());
    assertSameCode(key);
    return keepPress(own, key);
  };
}
