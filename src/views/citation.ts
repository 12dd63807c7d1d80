/** Citations, the notes that open in place, and the reference list made from them. */
import type { Certainty } from '../schemas/parts.ts';

/** One cited id at one place of the page. */
export interface CitationView {
  /** Anchor of this mark, unique on the page: `cite-3`. */
  anchor: string;
  /** Id of the note that it opens: `note-iron-prev-marathon`. */
  noteId: string;
  /** Numbers in the reference list; a claim has one for each of its sources. */
  numbers: number[];
  /** Set for claims. */
  certainty: Certainty | undefined;
  /** Accessible name: "Sources 2 and 3, moderate evidence". */
  label: string;
}

/** What a citation's popover shows; one for each cited id on the page. */
export interface NoteView {
  id: string;
  /** Set for claims; undefined for a bare source. */
  claim:
    | {
        statement: string;
        certainty: Certainty;
        certaintyText: string;
        population: string;
        figures: string | undefined;
        runnersText: string;
        /** Page of the claim, once the site has one. */
        href: string | undefined;
      }
    | undefined;
  references: { number: number; href: string; short: string; seenText: string }[];
}

/** One entry of the reference list. */
export interface ReferenceView {
  number: number;
  /** Anchor: `ref-<source id>`. */
  anchor: string;
  /** "Sim M, Garvican-Lewis LA, et al." or undefined where no author was seen. */
  authors: string | undefined;
  title: string;
  /** "Eur J Appl Physiol 119, 1463–1478" */
  container: string | undefined;
  year: string | undefined;
  /** DOI address if there is one, else the address; undefined where neither is known. */
  href: string | undefined;
  /** "doi:10.…" or the host. */
  linkText: string | undefined;
  /** "Cohort" */
  designText: string;
  /** "Read: abstract" */
  seenText: string;
  /** "Studied runners" / "Not in runners" / undefined where unknown. */
  runnersText: string | undefined;
  retracted: boolean;
  /** Claims through which the page cites it. */
  claims: { statement: string; certainty: Certainty; certaintyText: string }[];
  /** Marks that lead here. */
  backlinks: { href: string; label: string }[];
}
