import { en } from './en';
import { zh } from './zh';

/** All texts of one language; Chinese gives the shape. */
export type Texts = typeof zh;
export type Language = 'zh' | 'en';

const KEPT = 'lianbing.lang';
const listeners = new Set<() => void>();
let language: Language = 'zh';

/** The texts of the present language. */
export function t(): Texts {
  return language === 'en' ? en : zh;
}

export function currentLanguage(): Language {
  return language;
}

/** The language of a tag such as "en-GB" or "zh"; undefined for any other. */
export function languageOf(tag: string | null | undefined): Language | undefined {
  const start = tag?.toLowerCase().slice(0, 2);
  return start === 'zh' || start === 'en' ? start : undefined;
}

/** What the address asks for, else what was chosen before, else what the browser prefers, else Chinese. */
export function chooseLanguage(asked: string | null, preferred: readonly string[]): void {
  const fromBrowser = preferred.map(languageOf).find((each) => each !== undefined);
  use(languageOf(asked) ?? languageOf(remembered()) ?? fromBrowser ?? 'zh');
}

export function toggleLanguage(): void {
  use(language === 'zh' ? 'en' : 'zh');
  try {
    localStorage.setItem(KEPT, language);
  } catch {
    // The choice then lasts as long as the page.
  }
}

/** Calls back whenever the language changes; the answer ends it. */
export function onLanguage(act: () => void): () => void {
  listeners.add(act);
  return () => listeners.delete(act);
}

function use(chosen: Language): void {
  language = chosen;
  if (typeof document !== 'undefined') document.documentElement.lang = t().lang;
  listeners.forEach((act) => act());
}

function remembered(): string | null {
  try {
    return localStorage.getItem(KEPT);
  } catch {
    return null;
  }
}
