/** Texts as HTML and XML hold them. */

const references: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

/** A text as it stands between tags, and inside double quotation marks. */
export function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => references[sign] ?? sign);
}
