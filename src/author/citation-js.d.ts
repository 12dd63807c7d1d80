/** The little of citation-js that is used here: it comes without types. */
declare module '@citation-js/core' {
  export class Cite {
    constructor(text: string);
    readonly data: Record<string, unknown>[];
  }
}
declare module '@citation-js/plugin-bibtex';
declare module '@citation-js/plugin-ris';
