/** `npm run dev`: runs Astro's dev server, and again when code changed that a running one cannot load anew. */
import { spawn } from 'node:child_process';
import path from 'node:path';

const astro = path.resolve('node_modules/astro/bin/astro.mjs');

function start(): void {
  // It says over the channel that it is to be started again, see `dev.ts`.
  const server = spawn(process.execPath, [astro, 'dev', ...process.argv.slice(2)], {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  });
  let isAgain = false;
  const end = (): void => {
    server.kill();
  };
  // A terminal tells both of Ctrl-C: this process waits for the other.
  const wait = (): void => undefined;
  process.on('SIGTERM', end).on('SIGINT', wait);
  server.once('message', () => {
    isAgain = true;
    server.kill();
  });
  server.once('exit', (code) => {
    process.off('SIGTERM', end).off('SIGINT', wait);
    if (isAgain) start();
    else process.exitCode = code ?? 0;
  });
}

start();
