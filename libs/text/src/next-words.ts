const nextWord =
  /^\W*(?:next(?: page)?|continue(?: to page \d+)?|weiter|nächste(?: seite)?|(?:page )?suivante?|siguiente|próxima|seguinte|successiva|avanti|volgende(?: pagina)?|nästa(?: sida)?|neste(?: side)?|næste(?: side)?|następna(?: strona)?|следующая(?: страница)?|sonraki(?: sayfa)?|الصفحة التالية|التالي|下一[页頁]|次へ|次の?ページ(?:へ)?|다음(?: ?페이지)?)\W*$/iu;

/** Whether the words of a link, at most 80 characters, say that the next page follows there. */
export function saysNext(label: string): boolean {
  return label.length <= 80 && nextWord.test(label);
}
