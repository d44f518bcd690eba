import { takeWhere, type Pass } from './pass.ts';

const opening =
  /^(?:\*?\s*)?(?:disclaimer|haftungsausschluss|avertissement|descargo de responsabilidad|aviso legal|disclosure|免责声明|免責聲明|免責事項|면책(?: ?조항| ?고지)?|법적 고지|إخلاء (?:ال)?مسؤولية|отказ от ответственности)\s*[:：.\-–—]?/i;
const opinion =
  /(?:views?|opinions?)\b.{0,60}\b(?:expressed|are)\b.{0,80}\b(?:author|writer|own|do not (?:necessarily )?(?:reflect|represent))|(?:观点|觀點).{0,20}(?:不代表|仅代表|僅代表)|(?:의견|견해).{0,30}(?:다를 수|무관)|تعبّ?ر عن رأي|nicht (?:unbedingt |notwendigerweise )?die meinung der redaktion|(?:does not|not) constitute (?:financial|investment|legal) advice|keine (?:anlage|rechts)beratung|不构成.{0,6}(?:投资)?建议|투자 (?:권유|조언)이? 아/i;

/**
 * A disclaimer announces itself, or says whose opinion the article is and what it is no advice for; it stands
 * near the end.
 */
export const takeDisclaimer: Pass = ({ lines, lastBody, firstBody }) =>
  takeWhere(lines, (line) => {
    if (line.weight > 130 || line.index < firstBody) return undefined;
    const isNearEnd = line.index >= lastBody - 5;
    if (opening.test(line.text) && isNearEnd) return 'announces itself as a disclaimer';
    return isNearEnd && opinion.test(line.text) && line.weight < 70
      ? 'says whose opinion it is or what it is no advice for'
      : undefined;
  });
