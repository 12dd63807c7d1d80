/** Loaded into a measured process: writes what it used to the file that BENCH_REPORT names. */
import { writeFileSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';

const report = process.env['BENCH_REPORT'];
if (isMainThread && report !== undefined) {
  process.once('exit', () => {
    const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
    writeFileSync(
      report,
      JSON.stringify({
        wallSeconds: process.uptime(),
        cpuSeconds: (userCPUTime + systemCPUTime) / 1e6,
        peakMegabytes: maxRSS / 1024,
      }),
    );
  });
}
