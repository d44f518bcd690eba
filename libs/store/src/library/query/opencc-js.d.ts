declare module 'opencc-js/dict/TSCharacters' {
  /** `traditional simplified`, parted by `|`. */
  const rows: string;
  export { rows as default };
}
