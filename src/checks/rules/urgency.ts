/** Nothing hurries a reader to buy. */
import { forbids } from '../forbids.ts';
import type { Rule } from '../rule.ts';

const offer =
  '(?:offers?|sales?|deals?|prices?|discounts?|promotions?|promos?|codes?|specials?|savings|vouchers?|coupons?)';
const soon =
  '(?:now|today|tonight|immediately|right (?:now|away)|this (?:instant|minute|very day)|asap|before|while|by (?:midnight|tonight|tomorrow|noon|sunday|monday|friday)|fast|quick(?:ly)?|soon)';
const few =
  '(?:a few|a handful|a couple|\\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty)';
// What is left of a run, a life or a trial.
const road =
  '(?:k|km|kilometers?|miles?|meters?|minutes?|laps?|weeks?|months?|years?|runners?|races?|women|men|people|stud(?:y|ies)|trials?|reps?|sets?|steps?|aid|stations?|hills?|turns?|climbs?|cups?)';
const day =
  '(?:tonight|today|tomorrow|soon|at midnight|at noon|this (?:week|weekend|month)|(?:on )?(?:mon|tues|wednes|thurs|fri|satur|sun)day|in (?:\\d+|a few|two|three) (?:hours|days))';

export const urgency: Rule = forbids(
  {
    id: 'urgency',
    demands:
      'Nothing hurries readers to buy: no last chances, no stock that runs out, no offers that end.',
    why: 'Made-up haste is an unfair practice in many countries, and a reader who is hurried does not read.',
    fix: 'Take it out: whoever needs something needs it tomorrow too.',
  },
  [
    String.raw`(?:^|(?<=[.!?;:,—–-]\s?))["“]?hurry\b(?=[,!.:—–]|\s(?:up[,!.:—–]|up and|now|before|while|and|as|because)|\s*$)`,
    String.raw`\bonly ${few} (?:(?!${road}\b)[\w-]+ ){0,3}?(?:left|remain(?:ing|s)?)\b(?=\s*[.!,;:—–)]|\s*$|\s(?:in|at|so|on|for|to (?:buy|go around))\b)`,
    String.raw`\b(?:only|just) (?:hours?|${few} (?:hours?|days?)) (?:left|to go|remain(?:ing)?) (?:to (?:buy|save|order|get|grab)|at this|on this|for this)\b`,
    String.raw`\bsells? out (?:with)?in (?:[\w-]+ ){0,2}?(?:minutes?|hours?|days?)\b|\bdon[’']t sleep on (?:it|this|these|them|the)\b|\brun,? don[’']t walk\b|\bbefore (?:everyone|everybody|anyone|anybody) else (?:does|gets?|buys?|grabs?|snaps?|finds?|beats?)\b`,
    String.raw`\b(?:just|only) (?:${few}|ten|thirty|forty|fifty|sixty|a hundred|a dozen) (?:[\w-]+ )?(?:tubs?|bottles?|packs?|boxes|jars?|units?|bags?|cases?|pouches|sachets|tins?|kits?)(?: are)? (?:left|remain(?:ing)?)\b`,
    String.raw`\blimited[- ]time (?:only|${offer}|event|pricing|bonus|edition|opportunity)\b|\b(?:available|here|yours|on offer) (?:only )?for a (?:very |short |strictly )?(?:limited|short) time\b|^\W*for a limited time\b|\bfor a limited time only\b`,
    String.raw`\blimited (?:stocks?|suppl(?:y|ies)|quantit(?:y|ies)|editions?|availability|${offer}|batch(?:es)?|run)\b(?! of (?:blood|oxygen|energy|iron))`,
    String.raw`\b(?:buy|shop|purchase|order|stock up|subscribe|grab|snap)(?: (?:it|them|one|some|yours?|up|a bottle|a pack|your (?:bottle|pack|supply|box|tub)|online))* ${soon}\b`,
    String.raw`\b(?:get|claim|reserve|secure|grab|snag|order|buy) (?:yours?|(?:your|a|the|our|this) (?:[\w-]+ ){0,2}(?:bottle|pack|supply|box|tub|deal|offer|bundle|spot|jar|kit|capsules|tablets)) ${soon}\b`,
    String.raw`\b(?:get|try|add|claim) (?:it|them|yours)(?: to (?:your )?(?:cart|basket))? (?:now|today|while|before (?:it|they))\b`,
    String.raw`\bact (?:now|fast|today|quickly|soon|immediately)\b(?!.*\b(?:doctor|ambulance|emergency|911|112|999|hospital|collapses?|seizures?|confus\w+|stroke|symptoms|heat)\b)`,
    String.raw`\bwhile (?:our |the |current |limited )?(?:suppl(?:y|ies)|stocks?|quantities|${offer}|inventory) (?:is |are )?lasts?\b|\bwhile (?:you still can|there[’']s still (?:time|stock)|they[’']re (?:still )?(?:here|in stock))\b`,
    String.raw`\bselling (?:out|fast|quickly|like hot ?cakes)\b|\bsells? out (?:fast|quickly|soon|every)\b|\b(?:will|may|could|about to|going to|always) sell out\b|\b(?:almost|nearly|virtually) (?:sold out|gone)\b(?=\s*[.!,—–]|\s*$)|\bfl(?:y|ying|ies) off (?:the|our) shel(?:f|ves)\b|\b(?:they(?:[’']re| are)|it(?:[’']s| is)|stocks? (?:is|are)|supplies are|these are|this is) going (?:really |very )?fast\b|^\W*going (?:really )?fast\b(?=[.!,])`,
    String.raw`\bbefore (?:it|they|these|this|we|stocks?|supplies|the ${offer}|prices?|this ${offer})(?:[’']s| is|[’']re| are| go(?:es)?| run(?:s)?| rise(?:s)?| sell(?:s)?| ends?| expires?)(?: all| sold)? ?(?:gone|up|out|back up|expired?|over)?\b(?<=(?:gone|up|out|over|rises?|ends?|expires?|expired|sold out))`,
    String.raw`\bonce (?:it[’']s|it is|they[’']re|they are) gone\b`,
    String.raw`\b(?:don[’']t|do not|never|you won[’']t want to) miss (?:out\b(?! on (?:sleep|iron|calcium|protein|nutrients?|vitamins?|minerals?|food|meals?|energy|rest|much)\b)|your chance|this (?:${offer}|chance|opportunity|one)|the (?:${offer}|chance|boat)|it[!.])`,
    String.raw`(?:^\W*|\b(?:it[’']s|it is|this is|here[’']s|here is) )(?:your |the |our |a )?(?:very )?(?:last|final) (?:chance|call|days?|hours?|opportunity)\b(?=\s*[.!,:;—–]|\s*$|\s(?:to (?!drink|eat|fuel|refuel|rest|walk|warm|cool|sip)|for (?:this|these|our|the (?:${offer})|savings)|of (?:the|our|this) ${offer}))|\b(?:last|final) (?:chance|call|days?|hours?|opportunity) to (?:buy|save|order|get|grab|stock|own|try|claim)\b`,
    String.raw`\b${offer} (?:[\w-]+ ){0,2}?(?:ends?|expires?|closes?|stops?|is over|finish(?:es)?|runs? out|won[’']t last|will not last|can[’']t last|is about to end)\b|(?:^\W*|\b${offer} )(?:ends|ending|expires|expiring) (?:tonight|soon|at midnight)\b|\b(?:ends|expires) tonight\b(?<!\b(?:race|run|season|day|event|stage|week|camp) .{0,12})|\b${offer} (?:is |are )?(?:valid|good|available|open|on) (?:only )?(?:until|till|through|for)\b|\bbefore ${day.replace('(?:', '(?:the deadline|')}[!]`,
    String.raw`\b(?:today|tonight|this (?:week|weekend|month)|one day|24 hours|48 hours|this black friday) only\b(?! (?:to|if|when|after|because|as|one|two|a|the|with|before)\b)|\bonly (?:until|till) (?:midnight|tonight|tomorrow|sunday|friday)\b`,
    String.raw`\b(?:back|now|still|finally|just) in stock\b|\bin stock (?:now|again)\b|\b(?:stock|supply|inventory) is (?:low|limited|running|almost|nearly)\b|\b(?:supplies|quantities|spots|places) (?:are )?(?:very |strictly )?limited\b|\blow (?:in )?stock\b|\b(?:almost|nearly) out of stock\b|\b(?:last|final) (?:few )?(?:bottles|packs|boxes|units|pieces|items|ones)\b(?= (?:left|remaining|in stock)|[.!]|$)`,
    String.raw`\b(?:don[’']t|do not|why) (?:wait|hesitate|delay|dawdle)\b(?=\s*[,.!?—–:;]|\s*$|\s(?:another|any longer|too long to (?:buy|order)|to (?:buy|order|get yours)|or (?:you|it)))|\bwhat are you waiting for\b|\b(?:time|the clock) is (?:running out|ticking)\b|\bnow or never\b|\bnow is the time to (?:buy|order|stock|save|get yours)\b|\block in (?:this|your|the|today[’']s) (?:price|rate|deal|discount)\b|\bpre-?order (?:now|today|yours)\b|\b(?:flash|lightning|one-day|24-hour|48-hour|weekend|clearance) (?:sales?|deals?)\b|\b(?:the )?first (?:\d+|hundred|fifty|few) (?:customers|buyers|orders|callers|shoppers|to order)\b|\brush (?:me|yours|your order|to (?:buy|order|get))\b|\b(?:ending|closing|running out) soon\b|\bone[- ]time (?:only|offer|deal)\b|\byou snooze,? you lose\b|\bblink and\b|\byou have (?:only |just )?(?:24|48|72) hours\b(?=\s*[.!]|\s*$| (?:left|to (?:buy|order|save|get)))|\btomorrow (?:may|might|will|could) be too late\b|\b(?:don[’']t|do not|never) let (?:this|it|them|these) (?:one |deal |offer |chance )?(?:get away|slip|pass|run out)\b|\b(?:they|these|it|this) (?:won[’']t|will not) last long\b(?=\s*[.!]|\s*$)|\b(?:last|final) (?:few|ones?|bottles?|units|pieces|packs)(?: \w+)? (?:left|remaining)\b|\b(?:better |^\W*)(?:be quick|hurry)\b|^\W*(?:only |just )?(?:one|two|three|\d+) (?:days?|hours?) left\W*$|(?<!\b(?:iron|glycogen|fuel|energy|body|carbohydrate|their|your|its) )\b(?:stocks?|supplies) (?:are|is) (?:almost |nearly |quickly |fast )?(?:running (?:out|low)|dwindling|disappearing|going fast)\b|^\W*be quick\b(?! (?:at|through|over|on|off|out|with|in|to (?!buy|order|get|secure|grab|claim))\b)|\b(?:so|and) be (?:quick|fast|swift)\b(?=\s*[.!]|\s*$)|\b(?:batch(?:es)?|stocks?|shipments?|deliver(?:y|ies)|drops?|lots?|runs?|capsules|tablets|bottles|tubs) (?:all )?sold out (?:in|within|after) (?:[\w-]+ ){0,3}(?:minutes?|hours?|days?|no time)\b|^\W*(?:quick|hurry up|act)[,!]|\bstart (?:your subscription|saving) (?:now|today)\b|\bcheck ?out now\b|\badd (?:it )?to (?:your )?(?:cart|basket|bag)\b`,
  ],
  (found) => `"${found.trim()}" hurries readers to buy.`,
  { evenQuoted: true, evenAsked: true, unlessDenied: true },
);
