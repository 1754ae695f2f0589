import { describe, expect, it } from 'vitest';
import { hasFormulas, withFormulas } from '../../components/formulas';

const stem = (tex: string) => `<p>求 <code class="math">${tex}</code>。</p>`;

describe('formulas', () => {
  it('aTextWithoutFormulasStaysAsItIs', async () => {
    const text = '<p>按 <code>Ctrl</code>，$5 和 $6</p>';
    expect(hasFormulas(text)).toBe(false);
    expect(await withFormulas(text)).toBe(text);
  });

  it('aFractionAndARootAreShownAndCanBeHeard', async () => {
    const shown = await withFormulas(stem('\\frac{1}{\\sqrt{2}}'));
    expect(shown).toMatch(/^<p>求 <span class="formula"><span class="katex">/);
    expect(shown).toContain('<mfrac>');
    expect(shown).toContain('<msqrt>');
    expect(shown.endsWith('。</p>')).toBe(true);
  });

  it('aDisplayedFormulaHasItsOwnLine', async () => {
    const shown = await withFormulas('<p><code class="math display">x^2</code></p>');
    expect(shown).toContain('<span class="formula display" tabindex="0"><span class="katex-display">');
  });

  it('readsWhatTheSanitizerWroteDifferently', async () => {
    const shown = await withFormulas(stem('a &lt; b &amp;&#61; {<!-- -->{c}&#x7d;').replace(' &amp;', ''));
    expect(shown).toContain('application/x-tex">a &lt; b= {{c}}</annotation>');
  });

  it('whatIsNoTexIsShownAsWritten', async () => {
    for (const tex of ['\\frac{1}', '{', '\\nosuchmacro', '\\def\\a{\\a\\a}\\a']) expect(await withFormulas(stem(tex))).toBe(stem(tex));
  });

  it('aFormulaWithABlankInItStaysTexAroundTheField', async () => {
    const text = stem('x + <span data-blank="1">____</span> = 2');
    expect(await withFormulas(text)).toBe(text);
  });

  it('aFormulaBringsNoLinksPicturesOrScripts', async () => {
    for (const tex of ['\\href{javascript:alert(1)}{x}', '\\url{https://example.org}', '\\includegraphics{https://example.org/a.png}', '\\htmlStyle{position:fixed}{x}', '&lt;script&gt;alert(1)&lt;/script&gt;']) {
      expect(await withFormulas(stem(tex))).not.toMatch(/<script|<img|<a |href=|style="position/);
    }
  });

  it('nothingIsLargerThanAPage', async () => {
    expect(await withFormulas(stem('\\rule{9999em}{9999em}'))).not.toMatch(/9999em[;"]/);
  });

  it('knowsThatAPaperHasFormulas', () => {
    expect(hasFormulas(JSON.stringify({ slots: [{ stem: stem('x') }] }))).toBe(true);
    expect(hasFormulas(JSON.stringify({ slots: [{ stem: '<p><code>math</code></p>' }] }))).toBe(false);
  });
});
