/**
 * Names that nobody has, in normal form: roles of accounts, degrees, words that forms and templates print
 * where a name is missing, and words before a date.
 */
// biome-ignore format: a table, read by its rows
const nobody = new Set([
  // What programs print for a name that they do not have.
  'undefined', 'null', 'none', 'nan', 'false', 'true', 'object object', 'n a', 'no author', 'no name',
  'unknown', 'unknown author', 'not available', 'not specified', 'kein autor', 'ohne autor', 'unbekannt',
  'sin autor', 'sans auteur', 'anonymous', 'anonym', 'anonyme', 'anónimo', 'anonimo', 'автор не указан',
  // Accounts that write for everybody.
  'admin', 'admins', 'administrator', 'administrador', 'administrateur', 'adminuser', 'siteadmin', 'site admin',
  'webadmin', 'web admin', 'webmaster', 'web master', 'sysadmin', 'superadmin', 'super admin', 'super user',
  'superuser', 'root', 'wordpress', 'wpadmin', 'wp admin', 'drupal', 'joomla', 'default', 'test', 'user',
  'админ', 'администратор', 'yönetici', '管理員', '管理员', '관리자', '管理人',
  // Whoever is not of the house.
  'guest', 'guest author', 'guest blogger', 'guest columnist', 'guest contributor', 'guest post', 'guest writer',
  'gastautor', 'gastautorin', 'gastbeitrag', 'gastkommentar', 'autor invitado', 'autora invitada', 'invitado',
  'auteur invité', 'invité', 'autor convidado', 'convidado', 'autore ospite', 'ospite', 'gastauteur',
  'gastschrijver', 'gość', 'гость', '게스트', '特约作者', '特邀作者', '客座作者',
  // Degrees.
  'phd', 'ph d', 'md', 'm d', 'mba', 'msc', 'm sc', 'bsc', 'b sc', 'dds', 'dvm', 'jd', 'j d', 'llm', 'rn',
  'cpa', 'cfa', 'cfp', 'esq', 'mph', 'ma', 'ba', 'bs', 'ms',
  // What stands beside a name.
  'author', 'authors', 'autor', 'autorin', 'autoren', 'auteur', 'autore', 'autora', 'written', 'byline',
  'published', 'veröffentlicht', 'publié', 'publicado', 'pubblicato', 'posted', 'updated', 'aktualisiert',
  'podcast', 'podcasts', 'newsletter', 'bio', 'biography', 'profile', 'profil', 'follow', 'share', 'print',
  'sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday',
  'sunday', 'montag', 'dienstag', 'mittwoch', 'donnerstag', 'freitag', 'samstag', 'sonntag', 'others', 'and others',
  'et al', 'publisher', 'collection', 'about us', 'who we are', 'contact us', 'our team',
  // Networks to share on stand beside bylines.
  'facebook', 'twitter', 'whatsapp', 'linkedin', 'telegram', 'pinterest', 'reddit', 'wechat', 'weibo',
  'instagram', 'tumblr', 'youtube', 'tiktok', 'messenger', 'mastodon', 'bluesky', 'threads', '微信', '微博',
  '카카오톡', '네이버',
]);

/** What stands before a day, a name or a section. */
const stamped =
  /^(?:(?:last )?(?:posted|published|updated|written|created|filed|reviewed|edited|modified)|insights?|article|story)(?: (?:on|by|at|in|under|from))+$/;
const noKnown = /^(?:unknown|anonymous|no author)\b/;
const counted = /^\d+ (?:years?|jahren?|ans|años|posts?|articles?|min|mins|minutes?|views?|comments?)\b/;

/** Whether a name in normal form is that of no person: of a role, a degree, a network, or of nothing. */
export function isNobody(key: string): boolean {
  return nobody.has(key) || counted.test(key) || stamped.test(key) || noKnown.test(key);
}

/** Whether a name looks like that of an account: one word that no family is called by. */
export function isAccount(name: string): boolean {
  return (
    /^[\p{L}\p{M}\p{N}._-]+$/u.test(name) &&
    (/[\d_]|\p{L}{2}\.\p{L}|\p{L}\.\p{L}{2}|\p{Ll}\p{Lu}\p{Ll}*$/u.test(name) ||
      /^\p{Ll}[\p{Ll}.-]+$/u.test(name))
  );
}

/** Whether a name is nothing but initials: `A.M.`, `AM`, `a. m.`. */
export function isInitials(name: string): boolean {
  return /^(?:\p{L}\.? ?){2,3}$/u.test(name) && /^(?:\p{Lu}+|(?:\p{L}\. ?){1,2}\p{L}\.?)$/u.test(name);
}

/** Whether initials may be those of a name: `A.M.` of `Ada Moss`. */
export function areInitialsOf(initials: string, name: string): boolean {
  const letters = initials.toLowerCase().replace(/[^\p{L}]/gu, '');
  const firsts = (name.toLowerCase().match(/\p{L}+/gu) ?? []).map((word) => word.charAt(0)).join('');
  return (
    letters.length > 1 && (firsts === letters || (firsts.at(0) ?? '') + (firsts.at(-1) ?? '') === letters)
  );
}

/** Whether an account is called by a name: `amoss`, `ada.moss` or `moss` of `Ada Moss`, with or without numbers. */
export function isAccountOf(account: string, name: string): boolean {
  const plain = account.toLowerCase().replace(/[^\p{L}]/gu, '');
  const words = name.toLowerCase().match(/\p{L}+/gu) ?? [];
  const [first = '', last = ''] = [words[0], words.at(-1)];
  return (
    words.length > 1 &&
    (plain === words.join('') || plain === `${first}${last}` || plain === `${first.charAt(0)}${last}`)
  );
}
