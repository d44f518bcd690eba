import { takeWhere, type Pass } from './pass.ts';

const trail = /^(?:home|start(?:seite)?|accueil|inicio|início|首页|首頁|ホーム|홈|الرئيسية|главная)\s*[›»>/|·→-]\s*\S|^(?:[^›»>]{2,30}\s[›»>]\s){1,5}[^›»>]{2,60}$/i;
const home = /^(?:home|startseite|accueil|inicio|início|首页|首頁|ホーム|홈|الرئيسية|главная)$/i;

/** The trail from the front page to the article. */
export const dropBreadcrumb: Pass = ({ lines, firstBody }) => takeWhere(lines, (line) => {
  if (firstBody >= 0 && line.index > firstBody + 1) return undefined;
  if (trail.test(line.text) && line.weight < 18) return 'is a trail from the front page';
  return !line.isBody && home.test(line.text) ? 'begins a trail from the front page' : undefined;
});
