import { dropAdvertisement } from './drop-advertisement.ts';
import { dropBackToTop } from './drop-back-to-top.ts';
import { dropBreadcrumb } from './drop-breadcrumb.ts';
import { dropByline } from './drop-byline.ts';
import { dropComments } from './drop-comments.ts';
import { dropConsentText } from './drop-consent-text.ts';
import { dropContactLine } from './drop-contact-line.ts';
import { dropCopyrightFooter } from './drop-copyright-footer.ts';
import { dropEditionBar } from './drop-edition-bar.ts';
import { dropHackedLine } from './drop-hacked-line.ts';
import { dropLiveChrome } from './drop-live-chrome.ts';
import { dropLooseEnds } from './drop-loose-ends.ts';
import { dropMostViewed } from './drop-most-viewed.ts';
import { dropNewsletterBox } from './drop-newsletter-box.ts';
import { dropNumberedLabels } from './drop-numbered-labels.ts';
import { dropPhotoCredit } from './drop-photo-credit.ts';
import { dropReadMore } from './drop-read-more.ts';
import { dropRelatedLinks } from './drop-related-links.ts';
import { dropShareBar } from './drop-share-bar.ts';
import { dropScriptText } from './drop-script-text.ts';
import { dropSiteBoilerplate } from './drop-site-boilerplate.ts';
import { dropTags } from './drop-tags.ts';
import type { Pass, PassPage, Taking } from './pass.ts';
import { takeAuthorBio } from './take-author-bio.ts';
import { takeDisclaimer } from './take-disclaimer.ts';
import type { PageLine } from '../body/page-lines.ts';

/** All passes by name, in their order: a line belongs to the first that takes it. */
export const passes = {
  'drop-edition-bar': dropEditionBar,
  'drop-hacked-line': dropHackedLine,
  'drop-breadcrumb': dropBreadcrumb,
  'drop-script-text': dropScriptText,
  'drop-share-bar': dropShareBar,
  'drop-photo-credit': dropPhotoCredit,
  'drop-advertisement': dropAdvertisement,
  'drop-numbered-labels': dropNumberedLabels,
  'drop-consent-text': dropConsentText,
  'drop-live-chrome': dropLiveChrome,
  'drop-byline': dropByline,
  'take-disclaimer': takeDisclaimer,
  'drop-contact-line': dropContactLine,
  'take-author-bio': takeAuthorBio,
  'drop-copyright-footer': dropCopyrightFooter,
  'drop-newsletter-box': dropNewsletterBox,
  'drop-back-to-top': dropBackToTop,
  'drop-most-viewed': dropMostViewed,
  'drop-related-links': dropRelatedLinks,
  'drop-tags': dropTags,
  'drop-comments': dropComments,
  'drop-read-more': dropReadMore,
  'drop-loose-ends': dropLooseEnds,
  'drop-site-boilerplate': dropSiteBoilerplate,
} as const satisfies Record<string, Pass>;
export type PassName = keyof typeof passes;

/** A line, the pass that took it and why. */
export interface Taken {
  readonly line: PageLine;
  readonly pass: PassName;
  readonly why: string;
}

/**
 * Characters above which a line is no short line, however few words it has: patterns are not let loose on it.
 */
const longestLine = 1_500;

/**
 * The body shrinks while lines at its ends are taken; so often the passes look again at what then stands
 * there.
 */
const mostRounds = 4;

type Unjudged = Omit<PassPage, 'isTaken'>;

/** Passes that look at the lines alone, not at where the body begins and ends: they run once. */
const placeless: ReadonlySet<string> = new Set<PassName>([
  'drop-script-text',
  'drop-share-bar',
  'drop-photo-credit',
  'drop-advertisement',
  'drop-consent-text',
  'drop-live-chrome',
  'drop-newsletter-box',
  'drop-back-to-top',
  'drop-read-more',
]);

function runOnce(all: Unjudged, known: Map<string, readonly Taking[]>): Taken[] {
  const taken = new Map<PageLine, Taken>();
  const page = { ...all, isTaken: (line: PageLine) => taken.has(line) };
  for (const [name, pass] of Object.entries(passes)) {
    const takings = known.get(name) ?? pass(page);
    if (placeless.has(name)) known.set(name, takings);
    // names of a closed object
    for (const { line, why } of takings)
      if (!taken.has(line)) taken.set(line, { line, pass: name as PassName, why });
  }
  return [...taken.values()].sort((a, b) => a.line.index - b.line.index);
}

/** Runs all passes; every line is taken at most once. Of long lines only the data of scripts are taken. */
export function runPasses(all: Unjudged): Taken[] {
  const long = all.lines.filter((line) => line.text.length > longestLine);
  const data = dropScriptText({ ...all, lines: long, isTaken: () => false });
  const taken = runShort(all);
  return data.length === 0
    ? taken
    : [...taken, ...data.map((one): Taken => ({ ...one, pass: 'drop-script-text' }))].sort(
        (a, b) => a.line.index - b.line.index,
      );
}

function runShort(all: Unjudged): Taken[] {
  let page = { ...all, lines: all.lines.filter((line) => line.text.length <= longestLine) };
  const known = new Map<string, readonly Taking[]>();
  let taken = runOnce(page, known);
  for (let round = 1; round < mostRounds; round += 1) {
    const gone = new Set(taken.map((one) => one.line));
    const left = all.lines.filter((line) => line.isBody && !gone.has(line));
    const firstBody = left[0]?.index ?? page.firstBody;
    const lastBody = left.at(-1)?.index ?? page.lastBody;
    if (firstBody === page.firstBody && lastBody === page.lastBody) return taken;
    page = { ...page, firstBody, lastBody };
    taken = runOnce(page, known);
  }
  return taken;
}
