import { takeWhere, type Pass } from './pass.ts';

const consent = /\bcookies?\b.{0,120}\b(?:accept|agree|consent|use|policy|akzeptieren|zustimm|verwend|accepte|acepta|utiliz)|we (?:and our partners )?use cookies|wir verwenden cookies|datenschutzeinstellungen|einwilligung|nous utilisons des cookies|utilizamos cookies|我们使用\s?cookie|쿠키를 사용|نستخدم ملفات تعريف|privacy (?:settings|policy)|(?:recommended|empfohlener) (?:external )?(?:content|redaktioneller inhalt)|externen? inhalte? (?:angezeigt|anzeigen)|personenbezogene daten können/i;

/** Talk of cookies and consent, also that in place of an embed. */
export const dropConsentText: Pass = ({ lines }) => takeWhere(lines, (line) => {
  if (line.weight > 120 || !consent.test(line.text)) return undefined;
  return !line.isBody || /externen? inhalt|personenbezogene daten können|use cookies|verwenden cookies/i.test(line.text) ? 'asks for consent' : undefined;
});
