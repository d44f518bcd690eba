import type { WallPage } from './wall-page.ts';

const head = (lang: string, title: string, rest = '') =>
  `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><title>${title}</title>${rest}</head>`;
const sourcepoint =
  '<script>window._sp_queue=[];window._sp_={config:{accountId:12,baseEndpoint:"https://cdn.privacy-mgmt.com"}}</script>';
const didomi =
  '<script>window.didomiConfig={notice:{position:"popup"}}</script><script src="https://sdk.privacy-center.org/a/loader.js"></script>';
const oneTrust =
  '<script src="https://cdn.cookielaw.org/scripttemplates/otSDKStub.js" data-domain-script="a"></script>';
const usercentrics =
  '<script id="usercentrics-cmp" src="https://web.cmp.usercentrics.eu/ui/loader.js"></script>';
const tcf = '<script>window.__tcfapi=function(){}</script>';
const legal = (imprint: string, privacy: string) =>
  `<footer><a href="/imprint">${imprint}</a> <a href="/privacy">${privacy}</a></footer></body></html>`;

/** Pages that ask for consent, in the forms of papers and of their frameworks. */
export const consentPages: readonly WallPage[] = [
  {
    name: 'de: reading with advertisements or for money',
    kind: 'consent',
    url: 'https://www.hafenblatt.example/politik/faehre-a-1204.html',
    html: `${head('de', 'Hafenblatt lesen mit Werbung oder im PUR-Abo', sourcepoint)}<body><h1>Willkommen beim Hafenblatt</h1><section><h2>Weiterlesen mit Werbung</h2><p>Besuchen Sie unsere Seite wie gewohnt mit Werbung und Tracking. Details zu Werbe- und Analysecookies finden Sie in unserer Datenschutzerklärung oder im Privacy Center am Ende jeder Seite.</p><button>Akzeptieren und weiter</button></section><section><h2>… oder PUR-Abo abschließen</h2><p>Nutzen Sie uns ganz ohne Werbetracking, Werbebanner und Werbespots für 4,99 Euro im Monat, jederzeit kündbar mit einer Frist von vier Wochen, auf allen Geräten.</p><a href="/pur" class="btn">Jetzt abonnieren</a> <a href="/login">Bereits Abonnent? Hier anmelden</a></section><p>Wir und unsere bis zu 194 Partner verarbeiten personenbezogene Daten wie Ihre IP-Adresse und Geräte-Kennungen, um Informationen auf einem Gerät zu speichern und abzurufen, Anzeigen und Inhalte zu messen und Erkenntnisse über Zielgruppen zu gewinnen. Ihre Einwilligung können Sie jederzeit widerrufen.</p>${legal('Impressum', 'Datenschutz')}`,
  },
  {
    name: 'fr: accept or subscribe',
    kind: 'consent',
    url: 'https://www.lequai.example/monde/article/2026/03/12/le-ferry_600.html',
    html: `${head('fr', 'Le Quai - Continuer sans abonnement', didomi)}<body><div id="didomi-host"><h2>Votre consentement nous permet de vous informer</h2><p>Le Quai et ses 112 partenaires utilisent des cookies et des traceurs pour stocker et accéder à des données personnelles, afin de mesurer l’audience et de diffuser des publicités personnalisées.</p><button>Accepter et continuer</button><a href="/abo">S’abonner pour 1 €</a><button>Paramétrer</button></div>${legal('Mentions légales', 'Confidentialité')}`,
  },
  {
    name: 'it: accept or pay',
    kind: 'consent',
    url: 'https://www.ilmolo.example/cronaca/traghetto',
    html: `${head('it', 'Il Molo', tcf)}<body><div class="wall"><h1>Per continuare a leggere accetta i cookie o abbonati</h1><p>Se accetti, noi e terze parti selezionate utilizziamo cookie o tecnologie simili per finalità tecniche e, con il tuo consenso, per la pubblicità mirata e la misurazione dei contenuti.</p><button>Accetta e continua</button><button>Rifiuta e abbonati</button></div>${legal('Note legali', 'Informativa sulla privacy')}`,
  },
  {
    name: 'es: accept or pay',
    kind: 'consent',
    url: 'https://www.elmuelle.example/sociedad/el-ferry.html',
    html: `${head('es', 'El Muelle', didomi)}<body><h2>Para continuar, elige una opción</h2><p>Nosotros y nuestros 840 socios almacenamos y accedemos a información personal, como datos de navegación y cookies, para mostrar publicidad y contenido personalizados. Puedes aceptar o rechazar el consentimiento y suscribirte.</p><button>Aceptar y continuar</button><button>Rechazar y suscribirse</button>${legal('Aviso legal', 'Política de privacidad')}`,
  },
  {
    name: 'nl: the host of a group where consent is asked',
    kind: 'consent',
    url: 'https://myprivacy.kadegroep.example/consent?siteKey=a&callbackUrl=https%3a%2f%2fwww.kadekrant.example%2fveer',
    html: `${head('nl', 'Kadekrant')}<body><div class="pg"><h1>Kadekrant waardeert je privacy</h1><p>Wij en onze partners gebruiken cookies om je ervaring te verbeteren. Geef je toestemming of stel je voorkeuren in.</p><button>Akkoord</button><button>Instellen</button></div></body></html>`,
  },
  {
    name: 'sv: cookies first',
    kind: 'consent',
    url: 'https://www.kajbladet.example/nyheter/farjan',
    html: `${head('sv', 'Kajbladet', oneTrust)}<body><div id="onetrust-consent-sdk"><h2>Vi värnar om din integritet</h2><p>Vi och våra partner lagrar och får åtkomst till personuppgifter, som cookies, och behöver ditt samtycke för anpassade annonser, mätning av innehåll och utveckling av tjänster.</p><button>Jag samtycker</button><button>Hantera</button></div></body></html>`,
  },
  {
    name: 'da: cookies first',
    kind: 'consent',
    url: 'https://www.kajavisen.example/nyheder/faergen',
    html: `${head('da', 'Vi beder om dit samtykke', '<script src="https://consent.cookiebot.com/uc.js"></script>')}<body><form action="/samtykke" method="post"><h1>Vi beder om dit samtykke</h1><p>Vi bruger cookies til at måle trafik og vise annoncer. Med dit samtykke må vi og vores partnere behandle persondata om dine besøg.</p><button>Tillad alle</button><button>Kun nødvendige cookies</button></form></body></html>`,
  },
  {
    name: 'pl: consent to partners',
    kind: 'consent',
    url: 'https://www.gazetanabrzeza.example/wiadomosci/prom,1',
    html: `${head('pl', 'Twoja prywatność', tcf)}<body><div class="cmp"><h2>Szanujemy Twoją prywatność</h2><p>My i nasi 900 zaufani partnerzy przechowujemy i uzyskujemy dostęp do informacji na urządzeniu, takich jak pliki cookie i ciasteczka, i prosimy o zgodę na spersonalizowane reklamy oraz pomiar treści.</p><button>Akceptuję i przechodzę do serwisu</button><button>Ustawienia</button></div></body></html>`,
  },
  {
    name: 'cs: consent or subscription',
    kind: 'consent',
    url: 'https://www.nabrezi.example/zpravy/privoz.html',
    html: `${head('cs', 'Souhlas se zpracováním osobních údajů', didomi)}<body><h1>Pokračovat s reklamami</h1><p>Se souhlasem zpracováváme my a naši partneři cookies a osobní údaje, abychom vám ukázali reklamu podle zájmu a měřili návštěvnost našich stránek.</p><button>Souhlasím</button><h2>Nebo bez reklam s předplatným</h2><p>Předplatné stojí 59 Kč měsíčně.</p><a href="/predplatne">Předplatit</a></body></html>`,
  },
  {
    name: 'hu: consent',
    kind: 'consent',
    url: 'https://www.rakpartlap.example/hirek/komp',
    html: `${head('hu', 'Adatvédelmi beállítások', usercentrics)}<body><div id="usercentrics-root"><h2>Adatvédelem és sütik</h2><p>Mi és partnereink sütiket használunk, és a hozzájárulását kérjük ahhoz, hogy személyre szabott hirdetéseket és tartalmat mutassunk, és a látogatottságot mérjük.</p><button>Elfogadom</button><button>További beállítások</button></div></body></html>`,
  },
  {
    name: 'ru: cookies first',
    kind: 'consent',
    url: 'https://www.pristan.example/news/parom',
    html: `${head('ru', 'Согласие на обработку данных')}<body><form method="post"><h1>Нам нужно ваше согласие</h1><p>Мы и наши партнёры используем файлы куки и обрабатываем данные о посещениях, чтобы показывать рекламу и измерять посещаемость. Продолжая, вы даёте согласие и принимаете политику конфиденциальности.</p><button>Согласен</button><button>Настроить</button></form></body></html>`,
  },
  {
    name: 'ja: consent',
    kind: 'consent',
    url: 'https://www.hatobashimbun.example/articles/ferry',
    html: `${head('ja', 'クッキーの使用について', oneTrust)}<body><div><h1>クッキーの使用に同意してください</h1><p>当社とパートナーは、広告の表示とアクセスの測定のためにクッキーを使用し、閲覧に関する情報を保存します。続けるには同意が必要です。詳しくはプライバシーポリシーをご覧ください。</p><button>同意する</button><button>設定</button></div></body></html>`,
  },
  {
    name: 'el: consent',
    kind: 'consent',
    url: 'https://www.limani.example/eidiseis/feri',
    html: `${head('el', 'Η ιδιωτικότητά σας', tcf)}<body><div><h2>Χρειαζόμαστε τη συγκατάθεσή σας</h2><p>Εμείς και οι συνεργάτες μας αποθηκεύουμε cookies στη συσκευή σας και ζητούμε τη συγκατάθεσή σας για εξατομικευμένες διαφημίσεις και μέτρηση περιεχομένου σε όλες τις σελίδες μας.</p><button>Συμφωνώ</button><button>Περισσότερα</button></div></body></html>`,
  },
  {
    name: 'en: consent page of a search engine',
    kind: 'consent',
    url: 'https://consent.google.com/m?continue=https://news.google.com/rss/articles/abc&gl=DE&hl=en',
    html: `${head('en', 'Before you continue')}<body><h1>Before you continue</h1><p>We use cookies and data to deliver and maintain services, track outages and measure engagement.</p><form action="https://consent.google.com/save" method="POST"><button>Reject all</button></form><form action="https://consent.google.com/save" method="POST"><button>Accept all</button></form><a href="/privacy">Privacy</a></body></html>`,
  },
];
