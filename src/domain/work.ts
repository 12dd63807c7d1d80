/** Where works stand, by the numbers that they have. */

/** Address of a DOI at its resolver. */
export function doiAddress(doi: string): string {
  return `https://doi.org/${inPath(doi)}`;
}

/** Address of a record of PubMed. */
export function pubmedAddress(number: string): string {
  return `https://pubmed.ncbi.nlm.nih.gov/${inPath(number)}/`;
}

// Old DOIs hold < > # and ;, and to an address a # is its end.
function inPath(id: string): string {
  return encodeURI(id.toWellFormed()).replace(/[#?]/g, encodeURIComponent);
}
