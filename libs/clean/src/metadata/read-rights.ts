import type { PageArticle } from '@newsmill/contracts';
import { tidy } from './candidates.ts';
import { absoluteUrl } from './images.ts';
import { textField, type LinkedObject } from './json-ld.ts';
import { namesOf } from './names.ts';

/** What the structured data of a page says of the rights in its article, and of how it was made. */
type Rights = Partial<Pick<PageArticle, 'copyrightHolder' | 'usageTerms' | 'digitalSourceType'>>;

const longest = 500;
const sourceTypes = /^https?:\/\/(?:cv\.iptc\.org\/newscodes\/digitalsourcetype\/|schema\.org\/)[A-Za-z]+$/;

function holderOf(object: LinkedObject): string | undefined {
  const value = object['copyrightHolder'];
  // A plain text is one name, commas or not.
  const name = typeof value === 'string' ? value : namesOf(value)[0];
  const tidied = name === undefined ? '' : tidy(name).slice(0, longest);
  return tidied === '' ? undefined : tidied;
}

function termsOf(object: LinkedObject, base: string): string | undefined {
  const value = object['usageInfo'];
  const text =
    textField(object, 'usageInfo') ??
    (typeof value === 'object' && value !== null && 'url' in value && typeof value.url === 'string'
      ? value.url
      : undefined);
  if (text === undefined) return undefined;
  return /\s/.test(text.trim()) ? tidy(text).slice(0, longest) : absoluteUrl(text, base);
}

/** The term as an address; schema.org lets pages write the bare name of it. */
function sourceTypeOf(object: LinkedObject): string | undefined {
  const text = textField(object, 'digitalSourceType')?.trim();
  if (text === undefined) return undefined;
  if (/^[A-Za-z]+DigitalSource$/.test(text)) return `https://schema.org/${text}`;
  return sourceTypes.test(text) ? text : undefined;
}

/** Rights as schema.org words them: copyrightHolder, usageInfo, digitalSourceType of the article object. */
export function readRights(object: LinkedObject | undefined, base: string): Rights {
  if (object === undefined) return {};
  return {
    copyrightHolder: holderOf(object),
    usageTerms: termsOf(object, base),
    digitalSourceType: sourceTypeOf(object),
  };
}
