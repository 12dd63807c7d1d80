/** Examples of EvidenceTable. */
import type { AuthorsExample } from './example.ts';

export const evidenceTable: AuthorsExample<'EvidenceTable'>[] = [
  { state: 'every certainty', props: { topic: 'sample' } },
];
