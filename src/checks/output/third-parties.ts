/** Finds what a browser would fetch from another host, in pages and stylesheets. */

// Addresses that only follow a click, and attributes that hold words, names or namespaces.
const fetchesNothing =
  /^(?:alt|aria-.*|cite|class|content|data-.*|datetime|id|item(?:id|prop|type)|lang|name|placeholder|title|value|xmlns(?::.*)?)$/;
// Kinds of links in a head that only say where something is.
const onlySays = new Set(
  'alternate author bookmark canonical help license me next prev search'.split(' '),
);
const mayBeOutside = /[/\\][\t\r\n]*[/\\]|:/;
const outside = /^(?:[a-z][a-z\d+.-]*:)?[\s]*[/\\][\t\r\n]*[/\\]|^(?:https?|wss?|ftp):/i;

/**
 * Addresses on other hosts that an element makes a browser fetch. Whatever is not known to hold
 * words or a link is taken for an address: a new attribute is no way out.
 */
export function foreignFetches(
  element: string,
  attributes: Readonly<Record<string, string>>,
): string[] {
  return Object.entries(attributes).flatMap(([name, value]) => {
    if (!mayBeOutside.test(value)) return [];
    if (name === 'href' && (element === 'a' || element === 'area')) return [];
    if (name === 'href' && element === 'link' && saysOnly(attributes['rel'])) return [];
    if (name === 'content' && attributes['http-equiv'] !== undefined)
      return value.split(/[\s;,=]+/).filter(isForeign);
    if (fetchesNothing.test(name)) return [];
    const addresses = name.endsWith('srcset')
      ? value.split(/[\s,]+/)
      : name === 'ping'
        ? value.split(/\s+/)
        : [value.trim(), ...foreignInStyle(value)];
    return addresses.filter(isForeign);
  });
}

function saysOnly(rel: string | undefined): boolean {
  return (rel ?? '')
    .toLowerCase()
    .split(/\s+/)
    .every((word) => onlySays.has(word));
}

function isForeign(address: string): boolean {
  // Control characters and spaces in front are skipped by browsers.
  return outside.test(address.replace(/^[\u0000-\u0020]+/, '')); // oxlint-disable-line no-control-regex
}

/** Addresses on other hosts in CSS: of url(), @import and whatever else stands between quotes. */
export function foreignInStyle(css: string): string[] {
  if (!css.includes('//') && !css.includes('\\')) return [];
  // Pages hold the same styles.
  if (last?.css !== css) last = { css, addresses: addressesIn(css) };
  return last.addresses;
}

let last: { css: string; addresses: string[] } | undefined;

function addressesIn(css: string): string[] {
  const plain = css
    .replace(/\/\*[\s\S]*?\*\//g, ' ')
    .replace(/\\([\da-f]{1,6})\s?/gi, (_, code: string) =>
      String.fromCodePoint(Math.min(Number.parseInt(code, 16), 0x10ffff)),
    );
  return [...plain.matchAll(/[("']\s*((?:https?:)?[/\\]{2}[^\s"')]+)/gi)]
    .map((match) => match[1] ?? '')
    .filter((address) => !/^https?:\/\/www\.w3\.org\//i.test(address));
}
