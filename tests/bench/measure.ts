/** Loaded into a measured process, and into those that it starts: each writes what it used into the folder that BENCH_REPORT names. */
import { writeFileSync } from 'node:fs';
import { subscribe } from 'node:diagnostics_channel';
import path from 'node:path';
import { isMainThread } from 'node:worker_threads';
import { stepChannel } from '../../src/step.ts';

const report = process.env['BENCH_REPORT'];
if (isMainThread && report !== undefined) {
  // Steps that begin while another is at work are a part of it.
  let atWork = 0;
  let began = { wall: 0, cpu: 0 };
  const steps = { wallSeconds: 0, cpuSeconds: 0 };
  const now = (): typeof began => {
    const { user, system } = process.cpuUsage();
    return { wall: performance.now() / 1e3, cpu: (user + system) / 1e6 };
  };
  subscribe(`tracing:${stepChannel}:start`, () => {
    if (atWork === 0) began = now();
    atWork += 1;
  });
  subscribe(`tracing:${stepChannel}:asyncEnd`, () => {
    atWork -= 1;
    if (atWork > 0) return;
    const { wall, cpu } = now();
    steps.wallSeconds += wall - began.wall;
    steps.cpuSeconds += cpu - began.cpu;
  });
  process.once('exit', () => {
    const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
    writeFileSync(
      path.join(report, `${process.pid}.json`),
      JSON.stringify({
        wallSeconds: process.uptime(),
        cpuSeconds: (userCPUTime + systemCPUTime) / 1e6,
        peakMegabytes: maxRSS / 1024,
        steps,
      }),
    );
  });
}
