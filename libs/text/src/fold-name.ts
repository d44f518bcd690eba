/** A name in small letters, without accents and other marks: as domains write it, and as people type it. */
export const foldName = (name: string): string => name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
