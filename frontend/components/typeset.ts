import katex from 'katex';
import 'katex/dist/katex.min.css';

/** How far a formula may go: no links, pictures or styles of its own, no endless macros, nothing larger than a page. */
const LIMITS = { trust: false, maxExpand: 200, maxSize: 20, strict: 'ignore', throwOnError: true } as const;

/** TeX as HTML with MathML for those who listen; undefined where it is no TeX. */
export function typeset(tex: string, displayMode: boolean): string | undefined {
  try {
    return katex.renderToString(tex, { ...LIMITS, displayMode });
  } catch {
    return undefined;
  }
}

/** Brings the fonts at once: a formula may come first on a page that is opened without a network. */
export function bringFonts(fonts: FontFaceSet | undefined): void {
  for (const font of ['KaTeX_Main', 'italic 1em KaTeX_Math', 'KaTeX_Size1', 'KaTeX_Size2', 'KaTeX_AMS']) {
    void fonts?.load(font.includes(' ') ? font : `1em ${font}`).catch(() => undefined);
  }
}
