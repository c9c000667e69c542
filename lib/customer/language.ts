import { nearestIn } from './nearest';
import { once } from './once';
import type { Reading } from './reading';
import { fold } from './search';

/** ISO 639-1, https://www.loc.gov/standards/iso639-2/php/English_list.php */
const codes = (
  'aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en ' +
  'eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv ' +
  'ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ' +
  'ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st ' +
  'su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu'
).split(' ');
const known = new Set(codes);

/** Names that lists of languages lack. */
const common: Record<string, string> = {
  flemish: 'nl',
  vlaams: 'nl',
  flamand: 'nl',
  flamisch: 'nl',
  hollands: 'nl',
  mandarin: 'zh',
  castilian: 'es',
  castellano: 'es',
  farsi: 'fa',
};

/** Three-letter codes of ISO 639-2/B, which differ from those of ISO 639-3. */
const bibliographic: Record<string, string> = {
  alb: 'sq',
  arm: 'hy',
  baq: 'eu',
  bur: 'my',
  chi: 'zh',
  cze: 'cs',
  dut: 'nl',
  fre: 'fr',
  geo: 'ka',
  ger: 'de',
  gre: 'el',
  ice: 'is',
  mac: 'mk',
  mao: 'mi',
  may: 'ms',
  per: 'fa',
  rum: 'ro',
  slo: 'sk',
  tib: 'bo',
  wel: 'cy',
};

/** An ISO 639-1 code from a code of two or three letters, a locale (`nl-NL`) or a name, also in its own language. */
export function readLanguage(text: string): Reading {
  const code = known.has(text) ? text : languageOf(text);
  if (code) return { value: code };
  const near = text.length <= 60 ? nearest()(compact(text)) : undefined;
  return {
    value: null,
    code: 'unknown_language',
    suggestion: near && (english().of(names().get(near) as string) ?? near),
  };
}

/** Whether it is an ISO 639-1 code in small letters. */
export const isLanguage = (code: string): boolean => known.has(code);

/** The ISO 639-1 code of a code, locale or name; undefined where it is none. */
export function languageOf(text: string): string | undefined {
  if (text.length > 60) return undefined;
  const [lead = ''] = text.split(/[-_.]/);
  if (/^[a-z]{2,3}$/i.test(lead) && /^[a-z]{2,3}(?:[-_][a-z0-9]{2,8})*(?:\.[a-z0-9-]+)?$/i.test(text)) {
    const code = byCode(lead.toLowerCase());
    if (code) return code;
  }
  return names().get(compact(text));
}

/** Intl turns codes of three letters and withdrawn ones (`iw`) into those in use, RFC 5646 section 4.5. */
function byCode(code: string): string | undefined {
  if (known.has(code)) return code;
  const short = bibliographic[code] ?? Intl.getCanonicalLocales(code)[0];
  return short && known.has(short) ? short : undefined;
}

const compact = (text: string): string =>
  fold(text)
    .replace(/\s*\(.*\)/, '')
    .replace(/[^\p{L}\p{M}]/gu, '');

const english = once(() => new Intl.DisplayNames('en', { type: 'language', fallback: 'code' }));

const names = once(() => {
  const found = new Map<string, string>(Object.entries(common));
  const add = (code: string, list: Intl.DisplayNames) => {
    const name = compact(list.of(code) ?? '');
    if (name !== '' && !found.has(name)) found.set(name, code);
  };
  for (const shown of ['en', 'nl', 'de', 'fr', 'es']) {
    const list = new Intl.DisplayNames(shown, { type: 'language' });
    for (const code of codes) add(code, list);
  }
  for (const code of codes) add(code, new Intl.DisplayNames([code, 'en'], { type: 'language' }));
  return found;
});

const nearest = once(() => nearestIn(names().keys()));
