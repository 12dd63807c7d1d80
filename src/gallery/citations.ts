/** The one bibliography of the gallery: anchors are unique on its page, as on any other. */
import type { Citation } from '#document/document.ts';
import { bibliography } from '#views/citation.ts';
import { sampleLibrary } from './sample-library.ts';

const cite = (ids: string[]): Citation => ({
  kind: 'citation',
  ids,
  position: { line: 1, column: 1 },
});

export const twoClaims = cite(['sample-strong', 'sample-moderate']);
export const sourceAlone = cite(['sample-table']);
export const conflicting = cite(['sample-conflicting']);

export const sampleSources = bibliography([twoClaims, sourceAlone, conflicting], sampleLibrary);
