/** Signs whose long runs make readers work: of every kind that some rule looks for, and words with each. */
// biome-ignore format: a table, read by its rows
export const worstSigns: readonly string[] = [
  'a', 'A', ' ', '\n', '\t', '-', '"', "'", '<', '>', '&', '/', '\\', '#', '@', '.', ',', ';', ':', '|', '(',
  '[', '{', '*', '_', '=', '0', '1 ', '1.', '1,', '$1',
  '\u0000', '\u0301', '\ufffd', '\ud800', '\u200f', '\u00a0', '\u00ad', '中', '。', 'か', '한', 'я', 'ا', 'ก',
  'é', 'Ã©', '\u0096', '𝒜', '👍', '“', '”', '«', '„', '「', '（', '–', '…', '©',
  'ab ', 'Ab ', 'Ab. ', 'a-', 'a,b.C', 'a. ', 'é\ufffd ', 'caf\ufffd ', 'a"B', '“a” ', '"a', "a's ",
  '中国 ', '年', '1日', 'Ada said ', 'By Ada, ', ' and ', '- ', '| ', '10:00 ', '2026-03-12 ', '12 March ',
  '5 km ', '$5m ',
  '<!--', '<!---->', '<a ', '<a>', '<p>', '</', '<p ', '<![CDATA[', ']]>', '<b>x', '&#', '&amp;', '&lt;',
  '&quot;', '<?', '<br>', '<item>', '{"a":', '["', '[[', '\\"', '\\u00', 'http://', 'www.', 'x@x.', 'a.b',
  '%', '%2', '?', 'a=b&', '\r\n', 'a\n', 'user-agent: a\n', 'xn--', '//', '../', '“a', ',,', 'a:b ', '“Ab',
];
