/** What the dev server waits for before it loads content anew. */
import { once } from 'node:events';
import { createServer, get, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { answersOf } from '../../src/publish/answers.ts';

let server: Server;
const open = (): ReturnType<typeof get> =>
  get({ port: (server.address() as AddressInfo).port }).on('error', () => undefined);

beforeEach(async () => {
  server = createServer().listen(0);
  await once(server, 'listening');
});
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

/** Whether a promise is settled once everything that is due has run. */
async function isSettled(promise: Promise<unknown>): Promise<boolean> {
  let settled = false;
  void promise.then(() => (settled = true));
  await new Promise((resolve) => setTimeout(resolve, 50));
  return settled;
}

async function responseTo(asking: ReturnType<typeof get>): Promise<ServerResponse> {
  const [, response] = (await once(server, 'request')) as [unknown, ServerResponse];
  expect(asking.destroyed).toBe(false);
  return response;
}

test('an answer is waited for until it is sent', async () => {
  const asking = open();
  const response = await responseTo(asking);
  const answers = answersOf();
  answers.add(response);
  const end = answers.end();
  expect(await isSettled(end)).toBe(false);
  asking.on('response', (answer) => answer.resume());
  response.end('a page');
  await end;
});

test.each(['before it is added', 'after'])(
  'nobody waits for the answer to somebody who went away %s',
  async (when) => {
    const asking = open();
    const response = await responseTo(asking);
    const answers = answersOf();
    if (when === 'after') answers.add(response);
    const closed = once(response, 'close');
    asking.destroy();
    await closed;
    if (when !== 'after') answers.add(response);
    response.end('a page');
    expect(await isSettled(answers.end())).toBe(true);
  },
);
