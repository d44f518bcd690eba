import { dropAdvertisement } from './drop-advertisement.ts';
import { dropBreadcrumb } from './drop-breadcrumb.ts';
import { dropByline } from './drop-byline.ts';
import { dropComments } from './drop-comments.ts';
import { dropConsentText } from './drop-consent-text.ts';
import { dropContactLine } from './drop-contact-line.ts';
import { dropCopyrightFooter } from './drop-copyright-footer.ts';
import { dropEditionBar } from './drop-edition-bar.ts';
import { dropHackedLine } from './drop-hacked-line.ts';
import { dropMostViewed } from './drop-most-viewed.ts';
import { dropNewsletterBox } from './drop-newsletter-box.ts';
import { dropPhotoCredit } from './drop-photo-credit.ts';
import { dropReadMore } from './drop-read-more.ts';
import { dropRelatedLinks } from './drop-related-links.ts';
import { dropShareBar } from './drop-share-bar.ts';
import { dropSiteBoilerplate } from './drop-site-boilerplate.ts';
import type { Pass, PassPage } from './pass.ts';
import { takeAuthorBio } from './take-author-bio.ts';
import { takeDisclaimer } from './take-disclaimer.ts';
import type { PageLine } from '../body/page-lines.ts';

/** All passes by name, in their order: a line belongs to the first that takes it. */
export const passes = {
  'drop-hacked-line': dropHackedLine,
  'drop-edition-bar': dropEditionBar,
  'drop-breadcrumb': dropBreadcrumb,
  'drop-share-bar': dropShareBar,
  'drop-photo-credit': dropPhotoCredit,
  'drop-advertisement': dropAdvertisement,
  'drop-consent-text': dropConsentText,
  'drop-byline': dropByline,
  'take-disclaimer': takeDisclaimer,
  'take-author-bio': takeAuthorBio,
  'drop-contact-line': dropContactLine,
  'drop-copyright-footer': dropCopyrightFooter,
  'drop-newsletter-box': dropNewsletterBox,
  'drop-most-viewed': dropMostViewed,
  'drop-related-links': dropRelatedLinks,
  'drop-comments': dropComments,
  'drop-read-more': dropReadMore,
  'drop-site-boilerplate': dropSiteBoilerplate,
} as const satisfies Record<string, Pass>;
export type PassName = keyof typeof passes;

/** A line, the pass that took it and why. */
export interface Taken {
  readonly line: PageLine;
  readonly pass: PassName;
  readonly why: string;
}

/** Characters above which a line is no short line, however few words it has: patterns are not let loose on it. */
const longestLine = 1_500;

/** Runs all passes; every line is taken at most once. */
export function runPasses(all: Omit<PassPage, 'isTaken'>): Taken[] {
  const taken = new Map<PageLine, Taken>();
  const page = { ...all, lines: all.lines.filter((line) => line.text.length <= longestLine), isTaken: (line: PageLine) => taken.has(line) };
  for (const [name, pass] of Object.entries(passes)) {
    for (const { line, why } of pass(page)) if (!taken.has(line)) taken.set(line, { line, pass: name as PassName, why }); // names of a closed object
  }
  return [...taken.values()].sort((a, b) => a.line.index - b.line.index);
}
