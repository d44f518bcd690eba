import { patternSet } from '../patterns/pattern-set.ts';
import { takeWhere, type Pass } from './pass.ts';

const networks =
  /facebook|twitter|whatsapp|linkedin|telegram|pinterest|reddit|weibo|微博|微信|qq空间|朋友圈|kakao(?:talk|story)?|카카오(?:톡|스토리)?|\bline\b|\bxing\b|mastodon|\bthreads\b|bluesky|flipboard|\bpocket\b|вконтакте|одноклассники|واتساب|فيسبوك|تويتر|تيليجرام|페이스북|트위터|네이버|밴드|フェイスブック|ツイッター|はてなブックマーク|\be-?mail\b|이메일|copy link|link kopieren|copier le lien|\bprint\b|drucken|imprimer|imprimir|打印/giu;
/** 0 for a line without one. */
const namesNetwork = patternSet([new RegExp(networks.source, 'iu')]);
const askers =
  /\b(?:share|teilen|partager|compartir|compartilhar|condividi|delen|del|dela|paylaş|udostępnij|via|auf|on|or|und|and|sur|en)\b|分享到?|공유(?:하기)?|シェア|شارك|مشاركة|поделиться/giu;
/** bounded: 120, a longer line is no share bar. */
const share =
  /^\W*(?:share(?: (?:this|via|on|with|it|options|full article|save)\b.*)?|share (?:the |this )?(?:article|story|post|page|news)\b.*|(?:artikel |beitrag |diesen artikel )?teilen(?: (?:auf|via|per|sie)\b.*)?|partager(?: (?:sur|cet|l')\b.*)?|compartir(?: (?:en|esta?)\b.*)?|compartilhar?(?: (?:no|esta?)\b.*)?|condividi(?: (?:su|questo)\b.*)?|deel(?: (?:dit|op)\b.*)?|delen(?: (?:via|op)\b.*)?|del(?: (?:på|artikkel\w*|saken|denne)\b.*)?|dela(?: (?:på|artikeln)\b.*)?|paylaş|udostępnij|シェア(?:する)?|(?:この記事を)?(?:シェア|共有).{0,12}|分享(?:到|至)?(?:\s*[:：])?.{0,40}|(?:기사 ?)?공유(?:하기)?.{0,30}|شارك(?:ها|وا)?(?![\p{L}]).{0,40}|مشاركة.{0,30}|поделиться.{0,30}|साझा करें|शेयर करें|(?:re)?tweet(?:en|er|ear|ar|a|uj)?(?: this)?|twittern|pin(?: it)?|ツイート(?:する)?|つぶやく|트윗(?:하기)?|твитнуть|推文|غرد)\W*$/iu;
const liked =
  /^(?:like|enjoy(?:ed)?) (?:this|what) .{0,40}\bshare\b|^(?:hat ihnen|gefällt ihnen) (?:dieser|der) (?:artikel|beitrag)/i;

/** Letters of a line that are neither networks nor words that ask to share. */
const restOf = (text: string): number =>
  text
    .replace(networks, '')
    .replace(askers, '')
    .replace(/[^\p{L}\p{N}]+/gu, '').length;

/** A share bar is a short line that names networks or asks to share. */
export const dropShareBar: Pass = ({ lines }) =>
  takeWhere(lines, (line) => {
    if (line.weight > 24 || line.kind === 'heading' || line.text.length > 120) return undefined;
    // Items and cells of a story begin with such words too.
    const isLoose = !line.isBody || (line.weight <= 6 && line.kind !== 'list-item' && line.kind !== 'table');
    if (isLoose && share.test(line.text)) return 'asks to share';
    if (liked.test(line.text)) return 'asks to share what one likes';
    const named = namesNetwork(line.text) === 0 ? 0 : (line.text.match(networks)?.length ?? 0);
    const isBar = named >= 2 || (named === 1 && !line.isBody);
    return isBar && restOf(line.text) <= line.text.length * (line.isBody ? 0.15 : 0.3)
      ? 'names networks to share on'
      : undefined;
  });
