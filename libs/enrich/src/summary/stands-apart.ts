/** What a reader is told to do with the page: `Find out more here.` */
const request =
  /^the following (?:is|are|was|were|will|explains?|shows?)\b|^(?:please |to |for )?(?:click|tap|swipe|scroll|read|find out|learn|see|watch|check out|take a look|sign up|subscribe|follow|visit|download|listen|register|view|browse)\b.{0,160}\b(?:here|below|above|more|newsletter|link|website|gallery|full (?:story|article|report|video|list))\b|^for (?:more|further|full|additional) (?:information|details|on|about)\b|^(?:also|must) read\b|\bfollow (?:us|me|him|her|them) on (?:twitter|x|facebook|instagram|linkedin|youtube|tiktok|threads|bluesky|mastodon|whatsapp|telegram)\b/iu;
/** Who made or changed the piece; no clause before the main one, behind which a comma stands. */
const making =
  /^(?:medically |originally |first |last )?(?:written|reviewed|edited|updated|published|posted|reported|compiled|translated|fact-checked)(?: (?:or|and) [a-z]+)? (?:by|on|at)\b[^,]{0,120}$|^(?:this|the) (?:article|story|post|piece|report|page|interview|content) (?:(?:was|has been|is) (?:\p{L}+ly |first )?(?:updated|published|republished|provided|produced|written|corrected|edited|amended|translated|sponsored|supported|syndicated)|(?:originally |first )?appeared|may contain|contains affiliate)\b/iu;
/** What stands under a label: `Editor's note: …`. */
const labelled =
  /^(?:editor['’]?s? note|notes?|updated?|corrections?|clarification|disclaimer|disclosure|related|read more|read also|see also|caption|pictured|left|right|from left)(?: \d.{0,30}?)?:/iu;
/** A caption: what is shown, and where. */
const caption =
  /\bin (?:this|an?) (?:[\p{L}\d.,-]+ ){0,4}(?:photo|photograph|picture|image|illustration|screen ?grab|screenshot)\b|[([](?:l-r|from left|left|right|pictured|file|file photo|(?:ap |afp |reuters )?(?:photo|image)s?\b[^)\]]{0,60}|above|below|cent(?:er|re))[)\]]|\b(?:getty images|shutterstock)\b/iu;
/** How the site is paid, and what it tells its readers. */
const ofSite =
  /\bwe (?:may|might|can) (?:earn|receive|get|collect)\b|\baffiliate links?\b|\bour (?:newsletter|privacy policy|cookie policy|terms)\b/iu;
const remarks = [request, making, labelled, caption, ofSite];

/** Whether an English sentence is none of the news: a remark of the site, a teaser, a caption. */
export const isRemark = (sentence: string): boolean => remarks.some((remark) => remark.test(sentence));

/** Words that lean on what was said before. */
const connective =
  /^["“‘'(]{0,2}(?:(?:but|and|so|yet|or|nor|thus|hence|still|instead|however|therefore|moreover|furthermore|nevertheless|nonetheless|likewise|similarly|otherwise|besides|consequently|accordingly|in addition|as a result|in contrast|by contrast|in turn|that said|on the other hand|for (?:example|instance)|if (?:so|not|no|yes)|apart from (?:this|these|that|those)|because of (?:this|that)|(?:after|before|beyond|despite|since) (?:this|that)|shortly (?:beforehand|afterwards?)|the (?:other|latter|former|same)|another|others|both|neither|such)\b)/iu;
const demonstrative =
  /^["“‘'(]{0,2}(?:this|that|these|those)(?:['’]s)? (?!who\b|(?:past |coming )?(?:second|minute|hour|morning|afternoon|evening|night|day|week|weekend|month|season|spring|summer|autumn|fall|winter|year|decade|century|time|country)\b)/iu;
/** `It` stands for nothing where a clause is what is said: `It is unclear whether`. */
const it = /^["“‘'(]{0,2}it(?:['’]s)? (?!.{0,40}\b(?:that|whether|to|how|why|when|if)\b)/iu;

/** What a page calls itself. */
const ownWords = new Set(
  'article book course episode guide interview list page piece post recipe report story study tutorial video'.split(
    ' ',
  ),
);
const shortestNoun = 4;

/** Whether what a demonstrative points at is the page or stands in the title, which is read with the summary. */
function isOfTitle(sentence: string, title: string): boolean {
  const words = sentence.split(/[\s,.;:!?]+/u, 4).slice(1);
  return words.some((word) => {
    const noun = word.toLowerCase().replace(/s$/u, '');
    return noun.length >= shortestNoun && (ownWords.has(noun) || title.includes(noun));
  });
}

/** Whether an English sentence says little without the one before it; the title in small letters. */
export const leans = (sentence: string, title: string): boolean =>
  connective.test(sentence) ||
  it.test(sentence) ||
  (demonstrative.test(sentence) && !isOfTitle(sentence, title));
