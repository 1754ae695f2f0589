/** What Safe Exam Browser tells a page of itself; its newer engine on macOS and iOS sends no headers. */
interface SafeExamBrowser {
  version?: string;
  security?: {
    /** SHA-256 of the page's address, without its fragment, and the key. */
    configKey?: string;
    browserExamKey?: string;
    /** Asks for the keys, where they are not there from the beginning (3.0 for macOS and iOS). */
    updateKeys?: (told: () => void) => void;
  };
}

/** The address that the hashes are over: as the page was loaded, before anything is tidied away in it. */
const page = typeof location === 'undefined' ? '' : location.href.replace(/#.*$/, '');

const browser = (): SafeExamBrowser | undefined => (globalThis as { SafeExamBrowser?: SafeExamBrowser }).SafeExamBrowser;

/** Whether this is Safe Exam Browser, as far as it says so itself; nothing depends on it but a link. */
export const inSafeBrowser = (): boolean => browser() !== undefined || /\bSEB\/|SafeExamBrowser/.test(typeof navigator === 'undefined' ? '' : navigator.userAgent);

/** Asks for the keys early; what comes of it stands in the object. */
export function askForKeys(): void {
  const security = browser()?.security;
  if (security && !security.configKey) security.updateKeys?.(() => undefined);
}

/** The headers that prove it, none in any other browser. */
export function sebHeaders(): Record<string, string> {
  const security = browser()?.security;
  if (!security?.configKey && !security?.browserExamKey) return {};
  return {
    'X-Lianbing-Seb-Page': page,
    ...(security.configKey ? { 'X-Lianbing-Seb-ConfigKeyHash': security.configKey } : {}),
    ...(security.browserExamKey ? { 'X-Lianbing-Seb-RequestHash': security.browserExamKey } : {}),
  };
}

/** Where Safe Exam Browser is opened with an exam's configuration, and where the file itself lies. */
export function sebLinks(examId: string): { open: string; file: string } {
  const file = `/api/exams/${encodeURIComponent(examId)}/safe-browser.seb`;
  return { open: `${location.protocol === 'https:' ? 'sebs' : 'seb'}://${location.host}${file}`, file };
}
