/** Asks many addresses: each host one at a time, 20 hosts at once, as their robots.txt and Retry-After want it. */
import { setTimeout as pause } from 'node:timers/promises';
import robotsParser from 'robots-parser';
import type { LinkAnswer, LinkReport } from '../corpus/link-report.ts';
import { agent, ask, type Found, type Send } from './ask.ts';

/** How a survey goes. */
export interface Survey {
  /** The day that is written down, `YYYY-MM-DD`. */
  today: string;
  /** What was answered before. */
  before: LinkReport;
  send: Send;
  /** Is told each answer as it comes. */
  note?: (address: string, answer: LinkAnswer) => void;
  /** Milliseconds between two requests at a host. */
  between?: number;
  /** The most milliseconds that a host is waited for; one that wants more is left alone. */
  mostWait?: number;
}

const hostsAtOnce = 20;
/** So many asks running, each on a day of its own, make a page dead. */
const daysToDie = 3;

/** What each address answers. */
export async function survey(
  addresses: Iterable<string>,
  { today, before, send, note, between = 1000, mostWait = 60_000 }: Survey,
): Promise<Map<string, LinkAnswer>> {
  const hosts = new Map<string, Host>();
  const hostOf = (address: string): Host => {
    const { origin } = new URL(address);
    const known = hosts.get(origin) ?? new Host(origin, send, between, mostWait);
    hosts.set(origin, known);
    return known;
  };
  const answers = new Map<string, LinkAnswer>();
  const queues = [...Map.groupBy(addresses, (address) => new URL(address).origin).values()];
  const work = async (): Promise<void> => {
    for (let queue = queues.shift(); queue !== undefined; queue = queues.shift()) {
      for (const address of queue) {
        const answer = judged(await askOnce(address, hostOf, send), before.get(address), today);
        answers.set(address, answer);
        note?.(address, answer);
      }
    }
  };
  await Promise.all(Array.from({ length: hostsAtOnce }, work));
  return answers;
}

async function askOnce(
  address: string,
  hostOf: (address: string) => Host,
  send: Send,
): Promise<Found> {
  try {
    const found = await ask(address, send, (at, request) => hostOf(at).turn(at, request));
    if (found.retryAfter === undefined) return found;
    await hostOf(address).rest(found.retryAfter);
    return await ask(address, send, (at, request) => hostOf(at).turn(at, request));
  } catch (error) {
    if (error instanceof KeptOut) return { state: 'unknown', said: error.message };
    throw error;
  }
}

/** What is written down: a page is dead when it was missing on three days running. */
export function judged(
  { state, said, to }: Found,
  earlier: LinkAnswer | undefined,
  today: string,
): LinkAnswer {
  const words = { ...(said !== undefined && { said }), ...(to !== undefined && { to }) };
  if (state !== 'missing') return { state, asked: today, ...words };
  const missing = [...new Set([...(earlier?.missing ?? []), today])].slice(-daysToDie);
  return {
    state: missing.length < daysToDie ? 'unknown' : 'dead',
    asked: today,
    ...words,
    missing,
  };
}

/** A host wants not to be asked. */
class KeptOut extends Error {}

/** A host, which is asked one thing at a time. */
class Host {
  readonly #origin: string;
  readonly #send: Send;
  readonly #mostWait: number;
  #between: number;
  #last: Promise<unknown> = Promise.resolve();
  #isAllowed: Promise<(address: string) => boolean> | undefined;
  #keepsOut: string | undefined;

  constructor(origin: string, send: Send, between: number, mostWait: number) {
    this.#origin = origin;
    this.#send = send;
    this.#between = between;
    this.#mostWait = mostWait;
  }

  /** Runs a request when those before it are answered. @throws {KeptOut} when the host wants none */
  turn<Value>(address: string, request: () => Promise<Value>): Promise<Value> {
    const next = this.#last.then(async () => {
      this.#isAllowed ??= this.#robots();
      const isAllowed = await this.#isAllowed;
      if (this.#keepsOut !== undefined) throw new KeptOut(this.#keepsOut);
      if (!isAllowed(address)) throw new KeptOut('robots.txt keeps programs out');
      const answer = await request();
      await pause(this.#between);
      return answer;
    });
    this.#last = next.catch(() => undefined);
    return next;
  }

  /** Leaves the host alone as long as it wants, or for good where that is too long. */
  async rest(milliseconds: number): Promise<void> {
    if (milliseconds > this.#mostWait) this.#keepsOut = 'the host asks to come back later';
    else {
      const rested = this.#last.then(() => pause(milliseconds));
      this.#last = rested;
      await rested;
    }
  }

  // RFC 9309: without the file all is allowed, and with an error of the server nothing.
  async #robots(): Promise<(address: string) => boolean> {
    const file = `${this.#origin}/robots.txt`;
    try {
      const response = await this.#send(file, {
        headers: { 'User-Agent': agent },
        signal: AbortSignal.timeout(20_000),
      });
      const text = await response.text();
      await pause(this.#between);
      if (response.status >= 500) {
        this.#keepsOut = `robots.txt answers ${response.status}`;
        return () => false;
      }
      if (response.status >= 400) return () => true;
      const robots = robotsParser(file, text);
      const delay = (robots.getCrawlDelay(agent) ?? 0) * 1000;
      if (delay > this.#mostWait)
        this.#keepsOut = 'robots.txt asks for a long time between two requests';
      this.#between = Math.max(this.#between, delay);
      return (address) => robots.isAllowed(address, agent) !== false;
    } catch {
      // A host that does not answer here says so itself when it is asked.
      return () => true;
    }
  }
}
