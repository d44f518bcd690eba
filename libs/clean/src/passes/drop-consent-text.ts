import { patternSet } from '../patterns/pattern-set.ts';
import { takeWhere, type Pass } from './pass.ts';

const consent =
  /\bcookies?\b.{0,120}\b(?:accept|agree|consent|use|policy|akzeptieren|zustimm|verwend|accepte|acepta|utiliz)|we (?:and our partners )?use cookies|wir verwenden cookies|datenschutzeinstellungen|einwilligung|nous utilisons des cookies|utilizamos cookies|我们使用\s?cookie|쿠키를 사용|نستخدم ملفات تعريف|privacy (?:settings|policy)|(?:recommended|empfohlener) (?:external )?(?:content|redaktioneller inhalt)|externen?,? inhalte? (?:angezeigt|anzeigen)|personenbezogene daten können|an dieser stelle finden sie .{0,60}externe[nr]? inhalt|^link zum \S+-inhalt$|mit einem klick anzeigen lassen|this (?:content|post|video) is (?:hosted|provided) by .{0,40}(?:cookies|third[- ]party)|ce contenu (?:est bloqué|n'est pas disponible)|contenuto bloccato|이 콘텐츠를 보려면|отображени[ея] .{0,20}контента/i;

/** Of that, what is said within a story too: nothing that a sentence about privacy would hold. */
const instead =
  /externen? inhalt|zum \S+-inhalt|mit einem klick anzeigen lassen|is (?:hosted|provided) by|personenbezogene daten können|use cookies|verwenden cookies|ce contenu est bloqué|contenuto bloccato/i;
/** 0 for a line without it. */
const saysInstead = patternSet([instead]);

/** Talk of cookies and consent, also that in place of an embed. */
export const dropConsentText: Pass = ({ lines }) =>
  takeWhere(lines, (line) => {
    if (line.weight > 120 || (line.isBody && saysInstead(line.text) === 0)) return undefined;
    return consent.test(line.text) ? 'asks for consent' : undefined;
  });
