import { takeWhere, type Pass } from './pass.ts';

const lead =
  '(?:(?:you are here|sie sind hier|vous êtes ici|estás en|您的位置|您的位置是|当前位置|當前位置|현재 ?위치|أنت هنا|вы здесь)\\s*(?:[:：]\\s*)?)?';
const homes =
  '(?:home(?:page)?|start(?:seite)?|accueil|inicio|início|portada|hjem|hem|forside|forsiden|etusivu|strona główna|ana ?sayfa|anasayfa|首页|首頁|ホーム|トップ|홈|الرئيسية|главная|मुखपृष्ठ|होम)';
/** bounded: 240, no longer line is a trail. */
const trail = new RegExp(
  `^${lead}${homes}\\s*[›»>/|·→-]\\s*\\S|^${lead}(?:[^›»>]{1,30}\\s[›»>]\\s){1,5}[^›»>]{1,60}$`,
  'iu',
);
const leading = new RegExp(`^${lead}`, 'iu');
const home = new RegExp(`^${homes}$`, 'iu');

/** The trail from the front page to the article. */
export const dropBreadcrumb: Pass = ({ lines, firstBody }) =>
  takeWhere(lines, (line) => {
    if (line.text.length > 240 || (firstBody >= 0 && line.index > firstBody + 1)) return undefined;
    if (trail.test(line.text) && line.weight < 30) return 'is a trail from the front page';
    return !line.isBody && home.test(line.text) ? 'begins a trail from the front page' : undefined;
  });

/** The places of a trail that is printed in one line; empty when it parts into fewer than two. */
export function splitTrail(text: string): string[] {
  const parts = text
    .replace(leading, '')
    .split(/[›»>→]|\s[/|·]\s/)
    .map((part) => part.trim())
    .filter((part) => part !== '' && !/^(?:正文|본문|article|artikel)$/i.test(part));
  return parts.length < 2 ? [] : parts.slice(0, 8);
}
