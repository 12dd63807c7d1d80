/** How soon the dev server shows a first article, and then what was saved in it. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const port = 4387;
const patienceSeconds = 600;

/** Seconds until an author sees something. */
export interface DevTimes {
  /** From the start of the server to the answer. */
  firstArticle: number;
  /** From each save to the answer that has it. */
  savedArticle: number[];
}

/**
 * Starts the dev server, asks for an article as soon as anybody answers, and saves it some times.
 * @throws {Error} with the server's output, where it does not show it in time
 */
export async function timeDev(
  content: string,
  slug: string,
  saves: number,
  environment: NodeJS.ProcessEnv,
): Promise<DevTimes> {
  let output = '';
  const began = performance.now();
  const server = spawn(process.execPath, ['src/publish/dev-cli.ts', '--port', String(port)], {
    env: { ...process.env, ...environment, CONTENT_DIR: content },
  });
  const ended = once(server, 'exit');
  for (const stream of [server.stdout, server.stderr])
    stream.on('data', (chunk: Buffer) => (output = (output + chunk.toString()).slice(-2000)));
  const secondsUntil = async (
    isShown: (html: string) => boolean,
    from: number,
  ): Promise<number> => {
    while (performance.now() - from < patienceSeconds * 1000) {
      const answer = await fetch(`http://localhost:${port}/articles/${slug}/`).catch(
        () => undefined,
      );
      if (answer?.ok === true && isShown(await answer.text()))
        return (performance.now() - from) / 1000;
      if (server.exitCode !== null) throw new Error(`The dev server ended:\n${output}`);
      await pause(20);
    }
    throw new Error(`${slug} is not shown after ${patienceSeconds} s:\n${output}`);
  };
  try {
    const firstArticle = await secondsUntil(() => true, began);
    const savedArticle: number[] = [];
    for (let save = 1; save <= saves; save += 1) {
      // Another one in each run: an article keeps what was saved before.
      const sentence = `This is sentence number ${save} of ${server.pid} that was saved.`;
      appendFileSync(path.join(content, 'articles', `${slug}.mdx`), `\n${sentence}\n`);
      savedArticle.push(await secondsUntil((html) => html.includes(sentence), performance.now()));
    }
    return { firstArticle, savedArticle };
  } finally {
    server.kill();
    await ended;
  }
}
