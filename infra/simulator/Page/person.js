// The person whose phone this is: who they are, where they are, and the language of their phone.
const asked = new URLSearchParams(location.search);

// By the beginning of the number, the longest first: time zone and language, as the bots guess them too.
const countries = {
  1: ['America/New_York', 'en'], 27: ['Africa/Johannesburg', 'en'], 33: ['Europe/Paris', 'en'], 34: ['Europe/Madrid', 'es'], 39: ['Europe/Rome', 'en'],
  44: ['Europe/London', 'en'], 49: ['Europe/Berlin', 'en'], 51: ['America/Lima', 'es'], 52: ['America/Mexico_City', 'es'],
  54: ['America/Argentina/Buenos_Aires', 'es'], 55: ['America/Sao_Paulo', 'pt'], 56: ['America/Santiago', 'es'], 57: ['America/Bogota', 'es'],
  61: ['Australia/Sydney', 'en'], 81: ['Asia/Tokyo', 'en'], 91: ['Asia/Kolkata', 'en'], 351: ['Europe/Lisbon', 'pt'], 972: ['Asia/Jerusalem', 'he'],
};
const waId = asked.get('as') ?? '15550001111';
const country = countries[Object.keys(countries).sort((a, b) => b.length - a.length).find((prefix) => waId.startsWith(prefix))];
const locales = { en: 'en-GB', es: 'es', pt: 'pt-BR', hi: 'hi-IN', he: 'he-IL' };
const wanted = asked.get('lang') ?? country?.[1];

export const me = { waId, name: asked.get('name') ?? 'Sam' };
export const language = locales[wanted] ? wanted : 'en';
export const locale = locales[language];
export const zone = asked.get('zone') ?? country?.[0] ?? Intl.DateTimeFormat().resolvedOptions().timeZone;

// People to be, one for each language.
export const people = [
  { as: '15550001111', name: 'Sam', about: '🇺🇸 English' }, { as: '34600001111', name: 'Lucía', about: '🇪🇸 Español' },
  { as: '5511900001111', name: 'Bruna', about: '🇧🇷 Português' }, { as: '919800001111', name: 'Asha', lang: 'hi', about: '🇮🇳 हिन्दी' },
  { as: '972520001111', name: 'נועה', about: '🇮🇱 עברית' }, { as: '447700900111', name: 'Emma', about: '🇬🇧 English' },
];

// The same page as somebody else.
export const become = ({ as, name, lang }, open) => {
  const query = new URLSearchParams({ as, name, ...(lang && { lang }), ...(open && { open }) });
  location.search = query.toString();
};

document.documentElement.lang = language;
document.documentElement.dir = language === 'he' ? 'rtl' : 'ltr';
