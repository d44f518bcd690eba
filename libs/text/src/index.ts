export { asciiDigits } from './ascii-digits.ts';
export { foldName } from './fold-name.ts';
export { urlKey, parseAddress } from './url-key.ts';
export { newsKey } from './news-key.ts';
export { saysNext } from './next-words.ts';
export { canonicalFit, shownAddress } from './canonical-fit.ts';
export { plainAddress } from './plain-address.ts';
export { finalConsonantOf } from './final-consonant.ts';
export { hashKey, itemOf } from './hash-key.ts';
export { registrableDomain } from './registrable-domain.ts';
export { ownerOf } from './owner-of.ts';
export { ianaOffset, ianaOffsetAtLocal } from './iana-offset.ts';
export { readFeedDate, type DateHints } from './read-feed-date.ts';
export { decodeText, type DecodedText, type DecodeHints, type CharsetEvidence } from './decode-text.ts';
export { decodeBody, trueEncoding, type DecodedBody } from './decode-body.ts';
export { mendMojibake, type MendedText } from './mend-mojibake.ts';
export { wordsOf, cjkBigrams } from './search-tokens.ts';
export { patternProblem } from './match-pattern.ts';
export { isSponsoredAddress, isSponsoredLabel } from './sponsored.ts';
export { factsOfEntry, leavingRule, ruleNames, type RuleFacts } from './judge-rules.ts';
export { characterKind, codeAt, endOfLetters, kindsOf } from './character-kinds.ts';
export { unitRuns } from './unit-runs.ts';
export { countWords } from './count-words.ts';
export { escapeHtml, toSafeHtml } from './to-safe-html.ts';
export { safeAddress } from './safe-address.ts';
export { stripTags } from './strip-tags.ts';
export { oneLine } from './one-line.ts';
export { decodeEntities } from './decode-entities.ts';
export { addressGroup } from './address-group.ts';
export { isPublicAddress, blockedReason, hostAndPort } from './address-guard.ts';
export {
  parseSelector,
  SelectorError,
  type Selector,
  type SelectorState,
  type SelectableElement,
} from './parse-selector.ts';
export { mostChunks } from './most-chunks.ts';
export { editDistance } from './edit-distance.ts';
export { compareSentences, type SentenceChange } from './edits/compare-sentences.ts';
export { compareWords, type WordPiece } from './edits/compare-words.ts';
export { judgeEdit } from './edits/judge-edit.ts';
export { monthOf } from './month-names.ts';
export { splitSentences, type Sentence } from './split-sentences.ts';
export { beginsWithGivenName } from './given-names.ts';
export { primaryLanguage, languageTag, countedLanguage } from './language-tag.ts';
export { mostWallLinks } from './walls/wall-facts.ts';
export { hasMoreLinks } from './walls/is-busy.ts';
export { readChallenge } from './walls/read-challenge.ts';
export { readPassage, type Passage, type Wall } from './walls/read-passage.ts';
