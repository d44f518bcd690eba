import { takeWhere, type Pass } from './pass.ts';

const label =
  /^\W*(?:tags?|topics?|keywords?|filed under|more (?:about|on) this topic|themen|schlagworte?|schlagwörter|mots[- ]clés|sur le même thème|etiquetas|temas|palabras clave|palavras-chave|assuntos|argomenti|trefwoorden|onderwerpen|emner|ämnen|stikkord|etiketler|теги|темы|标签|標籤|关键词|關鍵字|キーワード|タグ|태그|키워드|الوسوم|كلمات (?:مفتاحية|دلالية)|टैग)\s*(?:$|[:：])/iu;

/** The list of topics that a publisher files the story under; near its end, or outside of it. */
export const dropTags: Pass = ({ lines, lastBody }) => {
  let behind = -9;
  return takeWhere(lines, (line) => {
    if (line.weight > 30 || (line.isBody && line.index < lastBody - 6)) return undefined;
    if (label.test(line.text)) {
      behind = line.index;
      return 'lists the topics of the story';
    }
    if (line.index - behind > 1 || line.linkShare < 0.9 || line.weight > 6) return undefined;
    behind = line.index;
    return 'a topic of the story';
  });
};
