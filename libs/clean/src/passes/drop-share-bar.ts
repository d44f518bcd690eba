import { takeWhere, type Pass } from './pass.ts';

const networks = /facebook|twitter|whatsapp|linkedin|telegram|pinterest|reddit|weibo|微博|微信|kakao|카카오|line\b|xing|mastodon|threads|bluesky|واتساب|فيسبوك|تويتر|e-?mail|copy link|print\b|drucken/gi;
const share = /^(?:share|share this|share (?:article|story|via|on)|teilen|artikel teilen|partager|compartir|compartilhar|condividi|delen|del|dela|シェア|分享(?:到|至)?|공유(?:하기)?|شارك|مشاركة|поделиться).{0,60}$/i;

/** A share bar is a short line that names networks or asks to share. */
export const dropShareBar: Pass = ({ lines }) => takeWhere(lines, (line) => {
  if (line.weight > 14 || line.kind === 'heading') return undefined;
  if (share.test(line.text) && (!line.isBody || line.weight <= 6)) return 'asks to share';
  const named = line.text.match(networks)?.length ?? 0;
  return named >= 2 && named >= line.weight / 2 ? 'names networks to share on' : undefined;
});
