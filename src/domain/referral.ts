/** Where money and trackers hide in an address: shops, redirectors, short addresses, referral codes. */
import { hostFault, isInstitution } from '../schemas/address.ts';

// Short addresses, links of affiliate networks and pages that only send on: nobody can see where they
// lead, and somebody counts who follows them. A name stands for itself and all below it.
const redirectors = new Set(
  `7eer.net a.co adf.ly admitad.com adtraction.com affili.net alitems.com ampproject.org amzn.asia
  amzn.com amzn.eu amzn.to anonym.to anrdoezrs.net apmebf.com app.link avantlink.ca avantlink.com
  avantlink.com.au awin1.com awltovhc.com bam-x.com belboon.com bit.ly bitly.com bnc.lt buff.ly
  cfjump.com clck.ru clickbank.net cutt.ly daisycon.net digistore24.com disq.us dlvr.it dotomi.com
  doubleclick.net dpbolvw.net ds1.nl dt51.net dwin1.com ebay.to ebay.us effiliation.com emjcd.com
  evyy.net exit.sc fb.me flexlinks.com flexlinkspro.com flexoffers.com ftjcfx.com geni.us
  georiot.com go2cloud.org go2l.ink goaffpro.com goo.gl googleadservices.com googlesyndication.com
  gopjn.com howl.link howl.me href.li hubs.la hubs.ly ibfwsl.net iherb.co is.gd j.mp jdoqocy.com
  jdt8.net jvzoo.com kqzyfj.com kutt.it l.facebook.com l.instagram.com lduhtrp.net liketk.it
  linkconnector.com linksynergy.com linktr.ee linkvertise.com lm.facebook.com lnk.bio lnk.to
  lnkd.in lt45.net ltk.app magik.ly mcaf.ee mjbpab.com narrativ.com nullrefer.com ojrq.net
  onelink.me ouo.io out.reddit.com ow.ly page.link partner-ads.com pepperjamnetwork.com pjatr.com
  pjtra.com pntra.com pntrac.com pntrs.com po.st prf.hn protection.outlook.com pxf.io qksrv.net
  qr.ae rb.gy rebrand.ly redirectingat.com refersion.com rover.ebay.com rstyle.me s.id
  shareasale-analytics.com shareasale.com shop-links.co shopltk.com shopstyle.it shor.by shorte.st
  shorturl.at sjv.io skimresources.com slack-redir.net smarturl.it snip.ly soo.gd sovrn.co
  syuh.net t.co t.ly t.umblr.com tapfiliate.com tiny.cc tiny.one tinyurl.com tkqlhce.com tqlkg.com
  tradedoubler.com tradetracker.net translate.goog trib.al u.to urldefense.com
  urldefense.proofpoint.com urlz.fr v.gd viglink.com vzew.net walmrt.us webgains.com
  webmasterplan.com wp.me x.co zanox-affiliate.de zanox.com zenaps.com zpr.io`.split(/\s+/),
);

// Shops that anybody knows; a merchant's file makes one of them ours. A name stands for all below it.
const shops = new Set(
  `aliexpress.com bigcartel.com bodybuilding.com bol.com boots.com costco.com cvs.com etsy.com flipkart.com
  gnc.com gumroad.com hollandandbarrett.com iherb.com kickstarter.com luckyvitamin.com mercadolibre.com
  myprotein.com myshopify.com patreon.com samsclub.com shop.app swansonvitamins.com target.com temu.com
  thefeed.com vitacost.com vitaminshoppe.com walgreens.com walmart.com wish.com`.split(/\s+/),
);
// The same shop under the ending of many countries.
const shopInCountries = /^(?:[\w-]+\.)*(?:amazon|ebay|rakuten|iherb)\.(?:com?\.)?[a-z]{2,3}$/;

/** Whether a host is a shop that anybody knows. */
export function isShopHost(host: string): boolean {
  const parts = host.split('.');
  return shopInCountries.test(host) || parts.some((_, at) => shops.has(parts.slice(at).join('.')));
}

// Pages of well-known hosts that do the same.
const redirectingPages =
  /^(?:(?:www\.|cse\.)?google\.[a-z.]+\/(?:url|aclk)|(?:www\.)?youtube\.com\/(?:redirect|attribution_link)|(?:www\.)?linkedin\.com\/(?:redir|safety\/go)|(?:www\.|m\.)?facebook\.com\/(?:l|flx\/warn)(?:\.php)?|(?:www\.)?bing\.com\/(?:ck\/|aclick|aclk)|r\.search\.yahoo\.com\/|duckduckgo\.com\/[ly](?:\/|\.js)|(?:away\.)?vk\.com\/away(?:\.php)?|(?:www\.)?ebay\.[a-z.]+\/rover|(?:www\.)?steamcommunity\.com\/linkfilter|[a-z\d.-]+\.list-manage\.com\/track|(?:www\.)?awin\.com\/cread|i\d{5,}\.net\/)/;

// Names of query parameters that say who sent a reader, for money or for counting.
const referralParameters = new RegExp(
  `^(?:${[
    'tag|ascsubtag|linkcode|creativeasin|camp|campid|mkcid|mkevt|mkrid|toolid|customid',
    'ref_?|ref_?(?:id|code|src|by|tag)|sca_ref|rcode|referr?er|referr?al|referr?al_?(?:id|code)|refer_?(?:id|code)',
    'aff|aff_?(?:id|code|sub\\d?|click_?id|src|name|ref)|affiliates?|affiliate_?(?:id|code|name|ref)|afid|a_aid|a_bid',
    'partner|partner_?(?:id|code)|pap_a_aid|fpr|gspk|gsxid|lmref|rfsn|sscid|hop|hopid|avad|epi\\d?',
    'awc|awinaffid|awinmid|irclickid|irgwc|ircid|cjevent|cjdata|pjid|ranmid|raneaid|ransiteid|zanpid|tduid|faid|fobs|vgo_ee',
    'click_?id|sub_?id\\d?|u1|invite|invite_?(?:id|code)|promo|promo_?code|coupon|coupon_?code|discount|discount_?code|voucher|voucher_?code',
    'utm_\\w+|gclid|gclsrc|gbraid|wbraid|gad_\\w+|dclid|srsltid|fbclid|msclkid|ttclid|twclid|yclid|igshid|li_fat_id|wickedid',
    'mc_cid|mc_eid|_hsenc|_hsmi|mkt_tok|vero_id|oly_enc_id',
  ].join('|')})$`,
);

/** What an address holds beside the page that it seems to be. */
interface AddressParts {
  /** Its own host, then those of addresses inside it. */
  hosts: string[];
  /** Host and path of each. */
  pages: string[];
  /** Names of all its parameters, also of those of addresses inside it, in small letters. */
  parameters: string[];
}

/**
 * Takes an address apart as a browser would, and the addresses inside it with it.
 * @returns undefined for a path of this site, and for what leads to no host
 */
export function takeApart(address: string): AddressParts | undefined {
  const url = URL.parse(address, 'https://own.invalid/');
  if (url === null || url.hostname === '' || url.hostname === 'own.invalid') return undefined;
  const own = plainHost(url.hostname);
  const tail = decoded(url.pathname + url.search + url.hash);
  const inner = [...tail.matchAll(innerAddress)]
    .map(([, mark = '', host = '', path = '']) => ({ mark, host: plainHost(host), path }))
    .filter(({ mark, host, path }) => isInner(mark, host, path));
  return {
    hosts: [own, ...inner.map(({ host }) => host)],
    pages: [own + url.pathname, ...inner.map(({ host, path }) => host + path)],
    parameters: [...tail.matchAll(parameterName)].map((match) => (match[1] ?? '').toLowerCase()),
  };
}

// `https://host`, `//host`, `to=host`, and `/host/page`. What stands behind it is looked at again.
const innerAddress =
  /(https?:\/{0,2}|\/\/|=|\/)((?:[a-z\d-]{1,63}\.){1,10}[a-z\d-]{2,63})(?=([^\s?&#]{0,60}))/gi;

// Without a scheme, index.html and v1.5 look like hosts too; a host at the end is what a page is about.
function isInner(mark: string, host: string, path: string): boolean {
  if (mark !== '=' && mark !== '/') return true;
  return (mark === '=' || path.length > 1) && hostFault(host) === undefined;
}

// Also behind the marks that divide a path or a fragment.
const parameterName = /[?&;#/](?:amp;)?([\w.-]{1,40})(?:\[\w*\])?=/g;

function plainHost(host: string): string {
  return host.toLowerCase().replace(/\.$/, '');
}

// What is written in codes is in codes again when it is inside of another address.
function decoded(text: string): string {
  let current = text;
  for (let round = 0; round < 5 && current.includes('%'); round += 1) {
    current = current.replace(/(?:%[\da-f]{2})+/gi, (codes) => {
      try {
        return decodeURIComponent(codes);
      } catch {
        return codes;
      }
    });
  }
  return current;
}

/**
 * What in an address counts who sent a reader or hides where it leads: "go.example sends readers
 * on …"; undefined where nothing does. The address itself and those inside it are looked at.
 * @param tagParameters parameters that carry a tag at the site's merchants
 */
export function referralOf(
  address: string,
  tagParameters: ReadonlySet<string> = new Set(),
): string | undefined {
  const parts = takeApart(address);
  if (parts === undefined) return undefined;
  const index = parts.hosts.findIndex(
    (host, at) => isRedirector(host) || redirectingPages.test(parts.pages[at] ?? ''),
  );
  if (index !== -1) return `${parts.hosts[index] ?? ''} only sends readers on`;
  // Authorities and schools pay nobody: there, ref is a reference.
  if (parts.hosts.every(isInstitution)) return undefined;
  const parameter = parts.parameters.find(
    (name) => referralParameters.test(name) || tagParameters.has(name),
  );
  return parameter === undefined ? undefined : `"${parameter}=" says who sent the reader`;
}

/**
 * Whether an address leads to a shop that anybody knows, or sends on to an address in its query;
 * undefined where it does neither. Not for addresses of the site's own merchants.
 */
export function shopOf(address: string): string | undefined {
  const parts = takeApart(address);
  if (parts === undefined) return undefined;
  const shop = parts.hosts.find(isShopHost);
  if (shop !== undefined) return `${shop} is a shop`;
  if (!innerQuery.test(decoded(address)) || parts.hosts.every(isInstitution)) return undefined;
  return `${parts.hosts[0] ?? ''} sends readers on to an address inside its own`;
}

const innerQuery = /[?&][\w.-]{1,40}=\s*(?:https?:)?\/\//i;

// Words of a path that send a reader on.
const onward =
  /\/(?:redir(?:ect(?:or)?)?|rover|out|outgoing|exit|leave|clicks?|track|exec|goto|jump)(?:\.\w+)?(?:[/;]|$)/i;

/** Whether a shop's address holds another address, or a page that only sends readers on. */
export function sendsOn(address: string): boolean {
  return (
    (takeApart(address)?.hosts.length ?? 0) > 1 || onward.test(URL.parse(address)?.pathname ?? '')
  );
}

/** Whether a host is known to send readers on, or to be a short address. */
export function isRedirector(host: string): boolean {
  const labels = host.split('.');
  return labels.some((_, index) => redirectors.has(labels.slice(index).join('.')));
}
