/** Whoever wrote: all that the file says of it, and all that it wrote. */
import { expect, test } from 'vitest';
import { sampleLibrary } from '#gallery/sample-library.ts';
import { personData } from '#json-ld/person.ts';
import { libraryOf } from '#library/join.ts';
import { personSchema } from '#schemas/person.ts';
import { personView } from '#views/person.ts';

const base = new URL('https://x.example/');

test('an organization has what it wrote, and no profile', () => {
  const view = personView('sample', sampleLibrary);
  expect(view).toMatchObject({ kind: 'organization', credentials: undefined, agreed: undefined });
  expect(view.wrote.count).toBe(sampleLibrary.articles.size);
  expect(view.metaDescription.length).toBeLessThanOrEqual(160);
  expect(personData(view, base)).toMatchObject({ '@type': 'Organization', name: 'Sample' });
});

test('a person who agreed has a profile with all that speaks for and against it', () => {
  const person = {
    name: 'Pat Example',
    kind: 'person',
    description: 'Exists in tests only.',
    credentials: 'RD',
    interests: 'None.',
    url: 'https://example.org/pat',
    agreed: '2026-01-05',
  };
  const library = libraryOf(
    { people: [{ id: 'pat', data: personSchema.parse(person) }] },
    { today: '2026-02-01' },
  );
  const view = personView('pat', library);
  expect(view).toMatchObject({
    credentials: 'RD',
    interests: 'None.',
    urlText: 'example.org',
    agreed: { iso: '2026-01-05' },
  });
  expect(personData(view, base)).toMatchObject({
    '@type': 'ProfilePage',
    mainEntity: { '@type': 'Person', name: 'Pat Example', sameAs: 'https://example.org/pat' },
  });
});
