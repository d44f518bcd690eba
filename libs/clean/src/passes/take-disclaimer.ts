import { patternSet } from '../patterns/pattern-set.ts';
import { takeWhere, type Pass } from './pass.ts';

const opening =
  /^(?:\*?\s*)?(?:disclaimer|haftungsausschluss|avertissement|descargo de responsabilidad|aviso legal|disclosure|免责声明|免責聲明|免責事項|면책(?: ?조항| ?고지)?|법적 고지|إخلاء (?:ال)?مسؤولية|отказ от ответственности)\s*[:：.\-–—]?/i;
/** That these are not the views of the paper: the word for a view, and a "not" with "necessarily" or "reflect". */
// biome-ignore format: a table, read by its rows
const notOurs: readonly string[] = [
  "\\b(?:views?|opinions?|contents?)\\b.{0,100}(?:\\bnot\\b|n['’]t\\b).{0,20}\\b(?:necessarily|reflect|represent)",
  '\\b(?:meinung|ansicht|position)(?:en)?\\b.{0,120}\\bnicht\\b.{0,30}\\b(?:unbedingt|notwendigerweise|zwingend|wider)',
  "\\b(?:opinions?|propos|points? de vue|avis)\\b.{0,100}\\b(?:ne|n['’])\\s?(?:reflètent|représentent|engagent|correspondent)",
  '\\b(?:opiniones|opinión|puntos de vista|ideas)\\b.{0,100}\\bno\\b.{0,30}(?:necesariamente|reflejan?|representan?|coinciden?)',
  '\\b(?:opiniões|opinião|ideias|pontos de vista)(?=\\s).{0,100}\\bnão(?=\\s).{0,30}(?:necessariamente|refletem?|representam?)',
  '\\b(?:opinioni|opinione|idee)\\b.{0,100}\\bnon\\b.{0,30}(?:necessariamente|riflett|rappresent)',
  '\\b(?:mening|standpunt|opvatting)(?:en)?\\b.{0,100}\\bniet\\b.{0,30}(?:noodzakelijk|per se|weer)',
  '(?:мнени[ея]|точк[аи] зрения).{0,80}(?:мо(?:жет|гут) не совпадать|не обязательно|не всегда)', '(?:görüş|yazı|fikir)\\S*\\s.{0,100}(?:yansıtmayabilir|yansıtmaz|yansıtmamaktadır)',
  '(?:見解|意見|内容).{0,60}(?:必ずしも|ものではありません)', '(?:본지|본사|신문사|편집 ?방향|편집진).{0,40}(?:다를 수|일치하지|무관|대변하지)',
  'لا\\s[تي]عبّ?ر.{0,20}بالضرورة', 'niekoniecznie.{0,40}(?:odzwierciedla|pogląd|stanowisk|opini)',
  '(?:åsikt|mening|synpunkt|synspunkt|holdning)\\p{L}*\\s.{0,100}(?:\\b(?:inte|ikke) (?:nödvändigtvis|nødvendigvis|alltid|altid)|(?:speglar|speiler|afspejler) (?:inte|ikke)\\b)',
];
/** Links to what the law asks of a site stand in one line, parted by bars. */
const barred = /\s[|·•]\s/;
/** Whose they are: the writer's own, or the writer answers for them and the paper does not. */
// biome-ignore format: a table, read by its rows
const theirs: readonly string[] = [
  '^(?:the )?views (?:expressed |here )?are (?:personal|(?:the (?:author|writer)[’\']s|his|her|their) own)\\b', '\\b(?:article|column|piece|commentary) do(?:es)? not (?:necessarily )?(?:reflect|represent)\\b',
  '(?:beitr[aä]g|kolumne|kommentar|text)\\p{L}*\\s.{0,40}\\b(?:allein|ausschließlich|selbst)\\s.{0,40}\\bverantwort', "\\bn['’]engage(?:nt)? que (?:leurs?|son|sa|l['’])",
  '\\b(?:exclusivamente|únicamente|solo) la opinión de\\b', '\\bno se hacen? responsables? de (?:las|los) (?:opiniones|contenidos|textos|artículos)\\b',
  '\\bresponsabilidad (?:exclusiva )?de (?:sus|los|las) (?:autor|firmante)', '\\bresponsabilidade (?:exclusiva )?(?:d[oa]s?|de) (?:seus? )?(?:autor|quem os? assina)',
  "\\bimpegna(?:no)? (?:solo|soltanto|esclusivamente) (?:chi|gli|il|l['’])", '\\bniet (?:noodzakelijk(?:erwijs)?|per se|altijd) .{0,20}\\b(?:standpunt|mening|opvatting)',
  '(?:åsikt|mening|synspunkt|holdning)\\p{L}*\\s.{0,40}(?:skribent|författar|forfatter)ens egn[ae]', '(?:skribent|författar|forfatter)ens eg(?:en|na) (?:mening|åsikt|holdning)',
  'redakcja nie (?:ponosi odpowiedzialności|zawsze (?:podziela|zgadza))', 'редакция (?:не нес[её]т ответственност|может не разделять|не всегда разделя)',
  'gazete\\p{L}* (?:bağlamaz|sorumlu (?:değil|tutulamaz))', '(?:筆者|執筆者|著者)の?個人(?:的|の)(?:な)?(?:見解|意見)', '(?:仅|僅|只)代表(?:作者|笔者|筆者|个人|個人)', '不代表(?:本[报報刊网網站]|编辑部|編輯部)',
  '(?:필자|글쓴이|기고자) ?개인의 ?(?:의견|견해)', 'لا [يت]مثل (?:بالضرورة )?(?:رأي|آراء|موقف)',
];
const notOfThePaper = new RegExp(`(?:${[...notOurs, ...theirs].join('|')})`, 'iu');
const opinion =
  /(?:views?|opinions?)\b.{0,60}\b(?:expressed|are)\b.{0,80}\b(?:author|writer|own|do not (?:necessarily )?(?:reflect|represent))|(?:观点|觀點).{0,20}(?:不代表|仅代表|僅代表)|(?:의견|견해).{0,30}(?:다를 수|무관)|تعبّ?ر عن رأي|nicht (?:unbedingt |notwendigerweise )?die meinung der redaktion|(?:does not|not) constitute (?:financial|investment|legal) advice|keine (?:anlage|rechts)beratung|不构成.{0,6}(?:投资)?建议|투자 (?:권유|조언)이? 아/i;

/** 0 for a line of neither. */
const disclaims = patternSet([opinion, notOfThePaper]);

/**
 * A disclaimer announces itself, or says whose opinion the article is and what it is no advice for; it stands
 * near the end.
 */
export const takeDisclaimer: Pass = ({ lines, lastBody, firstBody }) =>
  takeWhere(lines, (line) => {
    if (line.weight > 130 || line.index < firstBody) return undefined;
    const isNearEnd = line.index >= lastBody - 5;
    if (isNearEnd && opening.test(line.text) && !barred.test(line.text))
      return 'announces itself as a disclaimer';
    return isNearEnd && line.weight < 70 && disclaims(line.text) !== 0
      ? 'says whose opinion it is or what it is no advice for'
      : undefined;
  });
