/** The one bibliography of the gallery: anchors are unique on its page, as on any other. */
import { bibliography, dataCitation } from '#views/citation.ts';
import { sampleLibrary } from './sample-library.ts';

export const twoClaims = dataCitation(['sample-strong', 'sample-moderate']);
export const sourceAlone = dataCitation(['sample-table']);
export const conflicting = dataCitation(['sample-conflicting']);
const quoted = dataCitation(['sample-review']);
const values = dataCitation(['sample-values', 'sample-elsewhere']);

export const sampleSources = bibliography(
  [twoClaims, sourceAlone, conflicting, quoted, values],
  sampleLibrary,
);
