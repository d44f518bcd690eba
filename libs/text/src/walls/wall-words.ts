/**
 * Words by which walls speak, as stems in the languages of most papers. They are second evidence: what a page
 * is made of comes first.
 */

/** Consent to cookies and the use of data. */
export const consentWords =
  /cookie|consent|gdpr|rgpd|dsgvo|tracking|privacy|datenschutz|privatsphäre|einwillig|zustimm|confidentialit|données personnelles|traceurs|privacidad|privacitat|aceptar|accept|privacidade|aceitar|consenso|riservatezza|accett|toestemming|toestaan|akkoord|samtyck|integritet|samtykke|personvern|databeskyttelse|persondata|suostumu|eväste|tietosuoja|zgod[aęyz]|prywatno|ciastecz|soukrom|souhlas|súhlas|súkrom|hozzájárul|adatvéd|süti|consimț|confidențial|kişisel veri|çerez|gizlilik|onaylıyorum|συγκατάθεσ|απορρήτ|согласи|файлы куки|конфиденциальн|згод[ау]|конфіденційн|съгласи|поверителност|pristan|privol|kolačić|隐私|隱私|同意|クッキー|プライバシー|동의|쿠키|개인정보|ملفات تعريف الارتباط|الخصوصية|أوافق|עוגיות|פרטיות|کوکی|คุกกี้|ความเป็นส่วนตัว|đồng ý|quyền riêng tư|kebijakan privasi|setuju/iu;

/** Cookies themselves, which other texts hardly name. */
export const cookieWords =
  /cookie|traceurs|ciastecz|süti|çerez|eväste|kolačić|куки|クッキー|쿠키|ملفات تعريف الارتباط|עוגיות|کوکی|คุกกี้/iu;

/** Reading without advertisements. */
export const adFreeWords =
  /ad[- ]free|without ads|werbefrei|ohne werb|werbetracking|sans publicit|sin publicidad|sem publicidade|senza pubblicit|zonder (?:advertenties|reclame)|utan (?:annons|reklam)|uten (?:annons|reklam)|uden (?:annonc|reklam)|ilman mainoks|bez reklam|reklám nélkül|fără reclame|reklamsız|χωρίς διαφημίσ|без реклам/iu;

/** What readers are offered beside: reading for money, without advertisements. */
export const payWords =
  /\bads?\b|ad[- ]free|advert|werbefrei|werbung|anzeigen|publicit|publicid|pubblicit|reklam|annons|mainoks|hirdet|διαφημίσ|реклам|partner|geräte-?kennung|広告|광고|广告|廣告|إعلانات|abonn|subscri|suscri|assinatur|předplat|előfizet|prenumer|подпис|abonelik|購読|订阅|구독|اشتراك/iu;

/** A reader is asked who he is. */
export const loginWords =
  /\blog[ -]?(?:in|on|ind)\b|\bsign[ -]?in\b|anmeld|einlogg|connexion|connecte[rz]|identifie[rz]|iniciar sesi|inicia sesi|inicio de sesi|acceso usuarios|accedi|\bentrar\b|iniciar sessão|inloggen|aanmelden|logga in|logg inn|kirjaudu|zaloguj|logowani|přihlá[sš]|prihlás|bejelentkez|autentific|conectare|giriş yap|oturum aç|σύνδεση|войти|\bвход\b|увійти|вхід|登录|登入|登錄|ログイン|로그인|تسجيل الدخول|התחבר|ورود|เข้าสู่ระบบ|đăng nhập|\bmasuk\b|prijav/iu;

/** A page sends its reader on. */
export const redirectWords =
  /redirect|weiterleit|weitergeleitet|redirecc|redirig|reindirizz|doorverw|doorgestuurd|omdiriger|viderestill|uudelleenohja|przekierow|přesměrov|presmerov|átirányít|redirecțion|yönlendir|ανακατεύθυνση|перенаправ|переадрес|пренасоч|跳转|跳轉|リダイレクト|移動します|리디렉션|إعادة التوجيه|מפנה|chuyển hướng|mengalihkan/iu;

/** A name of the web is for sale. */
export const parkedWords =
  /domain (?:name )?(?:is |may be )?(?:for sale|available|parked)|buy (?:this|the) domain|domain (?:steht )?zum verkauf|domain kaufen|domaine est (?:à vendre|en vente)|dominio (?:está )?en venta|domínio (?:está )?à venda|dominio (?:è )?in vendita|domein(?:naam)? (?:is )?te koop|domen(?:a|ę)? (?:jest )?na sprzeda|doména (?:je )?na prode|домен (?:продаётся|продается|выставлен на продажу)|域名出售|ドメイン.{0,6}販売|도메인.{0,6}판매|alan adı satılık/iu;

/**
 * What was asked for is not there. Whole headings and titles are compared, so a part of one is enough; the number of
 * the error among other words may be of anything: a show, a house, a count of people.
 */
export const notFoundWords =
  /(?:^|[-–—|:([!.?]\s?|(?:error|http|code|status|fehler|erreur|errore|ошибка|błąd|hata)[ :#]{1,3})(?:404|410)(?=\s?(?:$|[-–—|:!.,)\]]|error|page|seite|fehler|not\b|gone\b|sorry|oops))|not found|(?:page|article|story) (?:is )?(?:no longer|not) (?:available|here)|doesn['’]?t exist|does not exist|nicht gefunden|existiert nicht|nicht (?:mehr )?verfügbar|introuvable|n['’]existe (?:pas|plus)|no encontrad|no existe|não encontrad|não existe|non trovat|non esiste|niet gevonden|bestaat niet|hittades inte|finns inte|ikke funnet|finnes ikke|ikke fundet|findes ikke|ei löyty|nie znalezion|nie istnieje|nenalezen|neexistuje|nenájden|nem található|nem létezik|nu a fost găsit|nu există|bulunamadı|δεν βρέθηκε|не найден|не существует|не знайден|не е намерен|nije pronađen|找不到|不存在|見つかりません|찾을 수 없|غير موجود|לא נמצא|پیدا نشد|ไม่พบ|không tìm thấy|tidak ditemukan/iu;
