import {
  bylineNames,
  creditsOther,
  creditsWriting,
  nameLikeness,
  namesAgency,
  plainName,
} from './byline-names.ts';
import { creditWords } from './credit-words.ts';
import { beginsWithGivenName } from '@newsmill/text';

/** What a line that is nothing but a credit says: who wrote, and which agencies the text is from. */
export interface EdgeCredit {
  readonly names: readonly string[];
  readonly agencies: readonly string[];
}

const longestCredit = 80;
const nobody: EdgeCredit = { names: [], agencies: [] };
/** bounded: 80, no longer line is read. */
const around = /^[\s\-–—*•·▪■►>/([{（【〔]+|[\s\-–—*•·/)\]}）】〕.。]+$/gu;
const bracketed = /^[([（【〔][^()[\]（）【】〔〕\d]{1,24}[)\]）】〕]\.?$/u;
/** How desks sign: `jpo`, `dpa`, `IAR`. */
const initials = /^(?:\p{Lu}{2,4}|\p{Ll}{2,4})$/u;
const spaced = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]/u;
/** bounded: 80, no longer line is read. */
const parted = /\s*[,;/|•·╱+&]\s*|\s+[-–—]\s+/u;
/** What a reporter is called, alone behind a name. */
const job = new RegExp(`^(?:${creditWords.job})$`, 'iu');

/** Whom or what a picture is from, beside the writer of a Korean text: `화면캡처 MBC`, `사진=독자`. */
const picture = /^(?:화면\s?캡[처쳐]|사진|영상|그래픽|출처)(?:\s?[=:：제]?\s?.{0,20})?$/u;
/** A Korean name, by the family names of nearly all Koreans; other words of so few signs begin with them too. */
const koreanName =
  /^[김이박최정강조윤장임한오서신권황안송전홍유고문양손배백허남심노하곽성차주우구민류나진지엄채원천방공현함변염여추도소석선설마길연위표명기반왕금옥육인맹제모탁국]\p{Script=Hangul}{1,2}$/u;

type Part = 'agency' | 'known' | 'person' | 'korean' | 'picture' | 'job' | 'initials' | undefined;

/** Kinds of parts that are names of writers. */
const written: ReadonlySet<Part> = new Set<Part>(['person', 'known', 'korean']);

function kindOf(part: string, known: readonly string[]): Part {
  if (namesAgency(part) && part.split(' ').length <= 4) return 'agency';
  if (known.includes(part)) return 'known';
  if (job.test(part)) return 'job';
  if (picture.test(part)) return 'picture';
  if (koreanName.test(part)) return 'korean';
  if (initials.test(part) && spaced.test(part)) return 'initials';
  return nameLikeness(part) === 2 && part.includes(' ') ? 'person' : undefined;
}

/** Reads a line that names people, agencies and desks and says nothing else. */
function listed(core: string, known: readonly string[]): EdgeCredit | undefined {
  const parts = core.split(parted, 6).filter((part) => part !== '');
  const kinds = parts.map((part) => kindOf(part, known));
  if (parts.length === 0 || parts.length > 4 || kinds.includes(undefined)) return undefined;
  // Only who took the picture says that two or three signs are a name.
  const isSigned = kinds.includes('picture') && (kinds.includes('korean') || kinds.includes('known'));
  if (!isSigned && (kinds.includes('picture') || kinds.includes('korean'))) return undefined;
  const names = parts.filter((_, index) => kinds[index] === 'person');
  // Of a stranger it needs more than a name: a usual given name, a job, an agency beside it.
  const isSure = kinds.some((kind) => kind === 'agency' || kind === 'job' || kind === 'known');
  if (names.length > 0 && !isSure && !names.every(beginsWithGivenName)) return undefined;
  if (kinds.every((kind) => kind === 'job')) return undefined;
  return {
    names: parts.filter((_, index) => written.has(kinds[index])),
    agencies: parts.filter((_, index) => kinds[index] === 'agency'),
  };
}

/**
 * Reads a line at the edge of a text that is nothing but a credit: a name, initials in brackets, an agency,
 * "compiled by" and a name. Undefined for any other line. `known` are the authors of the page.
 */
export function readEdgeCredit(text: string, known: readonly string[]): EdgeCredit | undefined {
  const line = text.trim();
  if (line.length > longestCredit) return undefined;
  const core = line.replace(around, '');
  if (core.length < 2) return undefined;
  const list = listed(core, known);
  if (list !== undefined) return list;
  if (creditsOther(core))
    return bylineNames(core).names.some((name) => nameLikeness(name) === 2) ? nobody : undefined;
  if (creditsWriting(core)) {
    const names = bylineNames(core).names.map(plainName);
    const isAll = names.length > 0 && names.every((name) => nameLikeness(name) === 2 || known.includes(name));
    return isAll ? { names, agencies: [] } : undefined;
  }
  return undefined;
}

/** Whether a line is but a word or two in brackets, as desks sign below. */
export function isBracketed(text: string): boolean {
  return bracketed.test(text.trim());
}
