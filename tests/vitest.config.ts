/** Vitest: plain Node for logic, Astro's own pipeline for components. */
import { fileURLToPath } from 'node:url';
import { getViteConfig } from 'astro/config';
import { defineConfig } from 'vitest/config';

// Only what hangs takes as long: a busy machine fails no test.
const testTimeout = 120_000;

const root = fileURLToPath(new URL('..', import.meta.url));

export default defineConfig({
  root,
  test: {
    // Of two cores one would stand idle: tests that build sites mostly wait for them.
    maxWorkers: '100%',
    projects: [
      {
        root,
        test: {
          name: 'unit',
          testTimeout,
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/components/**', 'tests/site/**'],
        },
      },
      async (env) =>
        getViteConfig({
          root,
          test: { name: 'components', testTimeout, include: ['tests/components/**/*.test.ts'] },
        })(env),
    ],
  },
});
