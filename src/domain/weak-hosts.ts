/** Hosts whose pages are nobody's record: copies, flash cards, answers by strangers or machines, blogs, shops. */
import { isShopHost } from './referral.ts';

// What each holds decides, not how it looks. A name stands for itself and all below it.
const weakHosts = new Set(
  `answers.com anyflip.com blogger.com blogspot.com bohrium.com bohrium.dp.tech
  boltpharmacy.co.uk brainly.com brainly.in brainscape.com briefly.co brungbosh.com
  chatgpt.com chegg.com claude.ai coursehero.com cram.com cupdf.com docdroid.net docksci.com
  docplayer.biz.tr docplayer.net docsity.com docslib.org doku.pub dokumen.pub dokumen.site
  dokumen.tips droracle.ai ebin.pub ebrary.net epdf.pub epdf.tips everand.com experts123.com
  facebook.com fdocuments.in fdocuments.net fliphtml5.com freezingblue.com ghost.io
  healthandwellnesstoday.com healthjade.com iahf.com instagram.com ipfs.io issuhub.com
  issuu.com justanswer.com kipdf.com kupdf.net libgen.is libgen.li libgen.rs linkedin.com
  livejournal.com medium.com moam.info mobsea.com passeidireto.com pdfcoffee.com pdfdrive.com
  pdfslide.net pdfslide.tips perplexity.ai pharmacistanswers.com pinterest.com prezi.com
  projectupriver.com quizlet.com quizwizapp.com quora.com reddit.com sci-hub.ru sci-hub.se
  sci-hub.st scribd.com silo.pub slideplayer.com slidepub.com slideserve.com slideshare.net
  slidetodoc.com studocu.com studyblue.com studylib.net studymode.com studypool.com stuvia.com
  substack.com tiktok.com time4nutrition.co.uk tomesphere.com tomwademd.net tumblr.com
  twitter.com typepad.com vdoc.pub vdocument.in vdocuments.mx vdocuments.net weebly.com
  wikihow.com wixsite.com wordpress.com x.com xdoc.mx youtube.com yudu.com yumpu.com
  zanotowane.pl`.split(/\s+/),
);

// Words that a host's name holds only where something is sold.
const sellersName = /(?:^|[.-])(?:supplements?|vitaminrush|shop|store)(?=[.-])/;

/** Whether what a host shows can be no claim's only support: a copy, a content farm, a shop, a blog. */
export function isWeakHost(host: string): boolean {
  const parts = host.toLowerCase().split('.');
  return (
    parts.some((_, at) => weakHosts.has(parts.slice(at).join('.'))) ||
    isShopHost(host) ||
    sellersName.test(host)
  );
}
