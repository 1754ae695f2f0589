/** Exams are announced in the site's own zone, wherever the phone believes it is. */
const ZONE = 'Asia/Shanghai';

/** 71:08, or 1:59:59 from a hundred minutes on. */
export function clockText(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  const two = (n: number) => String(n).padStart(2, '0');
  if (whole < 6000) return `${two(Math.floor(whole / 60))}:${two(whole % 60)}`;
  return `${Math.floor(whole / 3600)}:${two(Math.floor(whole / 60) % 60)}:${two(whole % 60)}`;
}

/** 9:42:11 */
export function timeOfDay(iso: string, language: string): string {
  return format(iso, language, { hour: 'numeric', minute: '2-digit', second: '2-digit', hourCycle: 'h23' });
}

/** 11月20日 09:00 */
export function dateAndTime(iso: string, language: string): string {
  return format(iso, language, { month: 'short', day: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
}

/** 2026年11月20日 09:42:11, for what is kept. */
export function wholeMoment(iso: string, language: string): string {
  return format(iso, language, { year: 'numeric', month: 'short', day: 'numeric', hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' });
}

/** At most two decimals, none where there are none: 92.5 */
export function scoreText(score: number | string): string {
  const number = Number(score);
  return Number.isFinite(number) ? String(Math.round(number * 100) / 100) : String(score);
}

/** 820 KB, 1.4 MB */
export function sizeText(bytes: number): string {
  return bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1000))} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}

/** Receipt numbers in groups of four, so that they can be read aloud. */
export function grouped(digest: string, most = 24): string {
  return (digest.slice(0, most).match(/.{1,4}/g) ?? []).join(' ').toUpperCase();
}

/** A link that leads where a link may lead: into this site, or to an ordinary web page. */
export function safeUrl(url: string | null | undefined, otherwise = '/'): string {
  return url && /^(\/(?![/\\])|https?:\/\/)/.test(url) ? url : otherwise;
}

function format(iso: string, language: string, parts: Intl.DateTimeFormatOptions): string {
  const date = new Date(iso);
  if (Number.isNaN(date.getTime())) return '';
  return new Intl.DateTimeFormat(language, { ...parts, timeZone: ZONE }).format(date);
}
