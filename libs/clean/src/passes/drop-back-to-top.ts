import { takeWhere, type Pass } from './pass.ts';

const upwards =
  /^\W*(?:(?:back|return|scroll|jump) to (?:the )?top|to the top|top of page|(?:zurück )?nach oben|(?:zum )?seitenanfang|retour en haut|haut de (?:la )?page|(?:volver |ir )?arriba|subir|voltar ao topo|torna su|naar boven|til toppen|till toppen|do góry|başa dön|yukarı|наверх|к началу|回到顶部|返回顶部|回頂端|ページトップへ?|(?:ページの)?先頭へ(?:戻る)?|맨 ?위로|위로|العودة إلى الأعلى|إلى الأعلى|ऊपर जाएं)\W*$/iu;

/** The link that leads back to the beginning of the page. */
export const dropBackToTop: Pass = ({ lines }) =>
  takeWhere(lines, (line) =>
    line.text.length <= 40 && line.kind !== 'heading' && upwards.test(line.text)
      ? 'leads back to the top'
      : undefined,
  );
