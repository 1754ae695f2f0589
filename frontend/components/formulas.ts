/**
 * Formulas in sanitized text. The server writes them as code of the class `math` with the TeX as text; what shows them
 * is large, so it comes only once a text has a formula, and until then, or without a network, the TeX stands there.
 */
const FORMULA = /<code class="math( display)?">([\s\S]*?)<\/code>/g;
/** The place of a blank within a formula: the field goes into the TeX as it stands. */
const TAG = /<[a-z]/i;
const NAMED: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"' };

type Typesetting = typeof import('./typeset');
let loading: Promise<Typesetting> | undefined;

/** Whether a text, or JSON with texts in it, has formulas. */
export const hasFormulas = (text: string): boolean => /<code class=\\?"math/.test(text);

/** Fetches what shows formulas; fails without a network, and may be tried again. */
export function loadFormulas(): Promise<Typesetting> {
  loading ??= import('./typeset').then(
    (typesetting) => {
      if (typeof document !== 'undefined') typesetting.bringFonts(document.fonts);
      return typesetting;
    },
    (error: unknown) => {
      loading = undefined;
      throw error;
    },
  );
  return loading;
}

/** The sanitizer writes some characters as numbers and puts an empty comment between two braces. */
function words(html: string): string {
  return html
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/&(?:#(\d+)|#x([0-9a-f]+)|(lt|gt|amp|quot));/gi, (_all, decimal?: string, hex?: string, name?: string) =>
      name ? (NAMED[name.toLowerCase()] as string) : String.fromCodePoint(decimal ? Number(decimal) : parseInt(hex as string, 16)),
    );
}

/** The text with its formulas shown; those that are no TeX stay as they were written. */
export async function withFormulas(html: string): Promise<string> {
  if (!hasFormulas(html)) return html;
  const { typeset } = await loadFormulas();
  return html.replace(FORMULA, (written, display: string | undefined, tex: string) => {
    const shown = TAG.test(tex) ? undefined : typeset(words(tex), display !== undefined);
    if (!shown) return written;
    // A displayed one may be wider than a phone: the keys move it too.
    return display ? `<span class="formula display" tabindex="0">${shown}</span>` : `<span class="formula">${shown}</span>`;
  });
}
