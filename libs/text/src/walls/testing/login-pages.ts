import type { WallPage } from './wall-page.ts';

const login = (
  lang: string,
  {
    title,
    mail,
    password,
    button,
    more,
  }: Readonly<Record<'title' | 'mail' | 'password' | 'button' | 'more', string>>,
) =>
  `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><title>${title}</title></head><body><header><a href="/">Harbour Post</a></header><main><h1>${title}</h1><form method="post" action="/session"><label>${mail} <input type="email" name="mail"></label><label>${password} <input type="password" name="password"></label><button type="submit">${button}</button></form><p>${more} <a href="/new">→</a></p></main></body></html>`;
const place = (lang: string) => `https://www.hafen-${lang}.example/story/ferry`;

/** Pages that ask who their reader is. */
export const loginPages: readonly WallPage[] = [
  {
    name: 'en: a form for a password',
    kind: 'login',
    url: place('en'),
    html: login('en', {
      title: 'Log in to read on',
      mail: 'Email',
      password: 'Password',
      button: 'Log in',
      more: 'No account yet? Register for free and read three articles a month.',
    }),
  },
  {
    name: 'en: the mail address first',
    kind: 'login',
    url: 'https://accounts.harbourpost.example/signin/identifier?continue=%2Fstory%2Fferry',
    html: '<!doctype html><html lang="en"><head><title>Sign in - Harbour Post accounts</title></head><body><h1>Sign in</h1><p>to continue to Harbour Post</p><form action="/signin/identifier" method="post"><input type="email" name="identifier" autocomplete="username"><a href="/create">Create account</a><button>Next</button></form></body></html>',
  },
  {
    name: 'de: registration in the place of the text',
    kind: 'login',
    url: place('de'),
    html: login('de', {
      title: 'Bitte melden Sie sich an: Anmeldung',
      mail: 'E-Mail-Adresse',
      password: 'Passwort',
      button: 'Anmelden',
      more: 'Noch kein Konto? Jetzt kostenlos registrieren und weiterlesen.',
    }),
  },
  {
    name: 'fr',
    kind: 'login',
    url: place('fr'),
    html: login('fr', {
      title: 'Connexion',
      mail: 'Adresse e-mail',
      password: 'Mot de passe',
      button: 'Se connecter',
      more: 'Pas encore de compte ? Inscrivez-vous.',
    }),
  },
  {
    name: 'es',
    kind: 'login',
    url: place('es'),
    html: login('es', {
      title: 'Iniciar sesión',
      mail: 'Correo electrónico',
      password: 'Contraseña',
      button: 'Entrar',
      more: '¿Aún no tienes cuenta? Regístrate gratis.',
    }),
  },
  {
    name: 'pt',
    kind: 'login',
    url: place('pt'),
    html: login('pt', {
      title: 'Entrar na sua conta',
      mail: 'E-mail',
      password: 'Senha',
      button: 'Entrar',
      more: 'Ainda não tem conta? Cadastre-se.',
    }),
  },
  {
    name: 'fi',
    kind: 'login',
    url: place('fi'),
    html: login('fi', {
      title: 'Kirjaudu sisään',
      mail: 'Sähköposti',
      password: 'Salasana',
      button: 'Kirjaudu',
      more: 'Eikö sinulla ole tunnusta? Luo tunnus.',
    }),
  },
  {
    name: 'pl',
    kind: 'login',
    url: place('pl'),
    html: login('pl', {
      title: 'Zaloguj się',
      mail: 'Adres e-mail',
      password: 'Hasło',
      button: 'Zaloguj',
      more: 'Nie masz konta? Załóż je.',
    }),
  },
  {
    name: 'tr',
    kind: 'login',
    url: place('tr'),
    html: login('tr', {
      title: 'Giriş yap',
      mail: 'E-posta',
      password: 'Parola',
      button: 'Giriş yap',
      more: 'Hesabınız yok mu? Üye olun.',
    }),
  },
  {
    name: 'uk',
    kind: 'login',
    url: place('uk'),
    html: login('uk', {
      title: 'Увійти',
      mail: 'Пошта',
      password: 'Пароль',
      button: 'Увійти',
      more: 'Ще не маєте облікового запису? Створіть.',
    }),
  },
  {
    name: 'ko',
    kind: 'login',
    url: place('ko'),
    html: login('ko', {
      title: '로그인',
      mail: '이메일',
      password: '비밀번호',
      button: '로그인',
      more: '계정이 없으신가요? 회원가입',
    }),
  },
  {
    name: 'zh',
    kind: 'login',
    url: place('zh'),
    html: login('zh', {
      title: '登录',
      mail: '邮箱',
      password: '密码',
      button: '登录',
      more: '还没有账号？立即注册',
    }),
  },
  {
    name: 'ar',
    kind: 'login',
    url: place('ar'),
    html: login('ar', {
      title: 'تسجيل الدخول',
      mail: 'البريد الإلكتروني',
      password: 'كلمة المرور',
      button: 'تسجيل الدخول',
      more: 'ليس لديك حساب؟ أنشئ حسابا',
    }),
  },
];
