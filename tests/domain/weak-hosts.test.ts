/** Where a claim finds no support. */
import { expect, test } from 'vitest';
import { isWeakHost } from '#domain/weak-hosts.ts';

test.each([
  'www.scribd.com',
  'ru.scribd.com',
  'studylib.net',
  'thehealthhub01.blogspot.com',
  'hungermath.wordpress.com',
  'droracle.ai',
  'quizlet.com',
  'www.amazon.co.uk',
  'www.eco-supplements.com',
  'shop.example.com',
])('%s', (host) => {
  expect(isWeakHost(host)).toBe(true);
});

test.each([
  'pubmed.ncbi.nlm.nih.gov',
  'nap.nationalacademies.org',
  'www.efsa.europa.eu',
  'dietarysupplementdatabase.usda.nih.gov',
  'shura.shu.ac.uk',
  'bishop.example.org',
  'notscribd.com',
  'archive.org',
])('not %s', (host) => {
  expect(isWeakHost(host)).toBe(false);
});
