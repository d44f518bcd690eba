import { takeWhere, type Pass } from './pass.ts';

const newsletter = /\bnewsletters?\b|\binbox\b|sign up|subscribe (?:to|now|for)|abonnier|jetzt anmelden|inscrivez-vous|abonnez|suscr[íi]b|assine|iscriviti|メールマガジン|订阅|訂閱|구독|اشترك|النشرة|рассылк|подпишитесь|sign in to|download (?:our|the) app|follow us on|folgen sie uns/i;
const ask = /^(?:subscribe|sign up|get (?:the|our)|join (?:our|the)|abonnieren|jetzt|inscrivez|abonnez|suscr|assine|iscriviti|订阅|訂閱|点击订阅|구독|뉴스레터|اشترك|подпи)/i;

/** An invitation to a newsletter, an app or a subscription. */
export const dropNewsletterBox: Pass = ({ lines }) => takeWhere(lines, (line) => {
  if (line.weight > 45 || !newsletter.test(line.text)) return undefined;
  if (!line.isBody) return 'invites to a newsletter or subscription';
  return line.weight < 30 && ask.test(line.text) ? 'asks to subscribe' : undefined;
});
