/** Asks one address whether its page is there: politely, and without taking a wall for a grave. */

/** What one ask found. `missing` is no verdict yet: see `survey.ts`. */
export interface Found {
  state: 'ok' | 'moved' | 'missing' | 'unknown';
  said?: string;
  to?: string;
  /** Milliseconds for which the host wants to be left alone. */
  retryAfter?: number;
}

/** Sends one request; `fetch`, or what stands in for it. */
export type Send = (address: string, options: RequestInit) => Promise<Response>;

/** How this program names itself, so that a host can keep it out. */
export const agent = 'micromile-links';

const headers = {
  'User-Agent': `${agent}/1.0 (looks once in a while whether a cited page is still there)`,
  Accept: '*/*',
};
const mostHops = 10;
/** Milliseconds after which an answer is not waited for. */
const patience = 20_000;

/**
 * Asks an address with HEAD and, where that does not show a page, with GET. Follows redirects itself:
 * only permanent ones say that a page moved.
 * @param turn waits until a host may be asked; runs one request at it
 */
export async function ask(
  address: string,
  send: Send,
  turn: <Value>(address: string, work: () => Promise<Value>) => Promise<Value>,
): Promise<Found> {
  let at = address;
  let isForGood = true;
  let moved: string | undefined;
  for (let hop = 0; hop <= mostHops; hop += 1) {
    const here = at;
    const answer = await turn(here, () => answerOf(here, send));
    if ('state' in answer) return answer;
    const { status, location } = answer;
    if (location !== undefined) {
      // A resolver leads on: that it knows the work is what is asked, and its publisher is left alone.
      if (isResolver(here)) return { state: 'ok' };
      const next = URL.parse(location, here);
      if (next === null || !/^https?:$/.test(next.protocol))
        return { state: 'unknown', said: `${status} to no address` };
      isForGood &&= status === 301 || status === 308;
      at = next.href;
      if (isForGood) moved = at;
      continue;
    }
    if (status < 300) return verdict(address, at, moved);
    if (status === 404 || status === 410) return { state: 'missing', said: String(status) };
    return {
      state: 'unknown',
      said: String(status),
      ...(answer.retryAfter === undefined ? {} : { retryAfter: answer.retryAfter }),
    };
  }
  return { state: 'unknown', said: `more than ${mostHops} redirects` };
}

function verdict(asked: string, at: string, moved: string | undefined): Found {
  const from = new URL(asked);
  const to = new URL(at);
  // Many sites send whatever they lost to their front page.
  if (from.pathname.length > 1 && to.pathname === '/' && to.search === '')
    return { state: 'unknown', said: `leads to the front page ${at}` };
  return moved === undefined || moved === asked ? { state: 'ok' } : { state: 'moved', to: moved };
}

function isResolver(address: string): boolean {
  return ['doi.org', 'dx.doi.org'].includes(new URL(address).hostname);
}

interface Answer {
  status: number;
  location?: string;
  retryAfter?: number;
}

async function answerOf(address: string, send: Send): Promise<Answer | Found> {
  try {
    const first = await request('HEAD', address, send);
    // Some hosts answer HEAD with an error, or not as they answer readers; who asks to wait meant it.
    return first.status < 400 || first.status === 429 || first.retryAfter !== undefined
      ? first
      : await request('GET', address, send);
  } catch (error) {
    return failure(error);
  }
}

async function request(method: string, address: string, send: Send): Promise<Answer> {
  const response = await send(address, {
    method,
    headers,
    redirect: 'manual',
    signal: AbortSignal.timeout(patience),
  });
  await response.body?.cancel();
  const { status } = response;
  const location = response.headers.get('location');
  const retryAfter = waitOf(response.headers.get('retry-after'));
  return {
    status,
    ...(status >= 300 && status < 400 && location !== null && { location }),
    ...(retryAfter !== undefined && { retryAfter }),
  };
}

/** Milliseconds that a Retry-After asks for: of seconds or of a time; undefined where it says neither. */
function waitOf(value: string | null): number | undefined {
  if (value === null) return undefined;
  if (/^\d+$/.test(value.trim())) return Number(value) * 1000;
  const time = Date.parse(value);
  return Number.isNaN(time) ? undefined : Math.max(0, time - Date.now());
}

function failure(error: unknown): Found {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (code === 'ENOTFOUND') return { state: 'missing', said: 'no such host' };
    if (cause.name === 'TimeoutError') return { state: 'unknown', said: 'no answer in time' };
    if (typeof code === 'string') return { state: 'unknown', said: code };
  }
  return { state: 'unknown', said: 'no answer' };
}
