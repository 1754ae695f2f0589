import { html, nothing, render } from 'lit';
import { hasFormulas, withFormulas } from '../../../components/formulas';
import { live } from 'lit/directives/live.js';
import { unsafeHTML } from 'lit/directives/unsafe-html.js';
import type { Blank, Feedback, ResponseValue } from '../api/types';
import { reachable } from '../sitting/clips';
import { asTyped, entriesOf, filled } from '../sitting/response';
import { t } from '../texts';
import { cross, tick } from './icons';
import { LightElement } from './light-element';

export interface FillInView {
  /** The id of the stem, which names the way to answer. */
  stemId: string;
  stem: string;
  blanks: Blank[];
  value: ResponseValue;
  locked: boolean;
  feedback: Pick<Feedback, 'key' | 'marks'> | undefined;
  choose(value: ResponseValue): void;
}

/** What belongs into a blank, in words. */
export function blankKey(blanks: Blank[], key: Feedback['key'], at: number): string {
  const right = key.blanks?.[at];
  if (!right) return '';
  if (right.token) return blanks[at]?.options?.find(({ token }) => token === right.token)?.text ?? '';
  return right.accepted?.slice(0, 3).join(t().orWords) ?? right.value ?? '';
}

/** The stem of a fill-in item with a field at each place of a blank. */
export class FillIn extends LightElement {
  static override properties = { view: { attribute: false } };
  declare view: FillInView;
  private written = '';
  private shown = '';

  override render() {
    return html`<div class="stem prose fill-in" id=${this.view.stemId} data-test="stem">${unsafeHTML(this.shown)}</div>`;
  }

  /** Formulas come a moment later, and the fields then go into the new text. */
  override willUpdate(): void {
    const { stem } = this.view;
    if (this.written === stem) return;
    this.written = stem;
    this.shown = reachable(stem);
    if (hasFormulas(stem)) void withFormulas(stem).then((shown) => this.showFormulas(stem, shown), () => undefined);
  }

  private showFormulas(stem: string, shown: string): void {
    if (this.written !== stem) return;
    this.shown = reachable(shown);
    this.requestUpdate();
  }

  /** The stem is the author's HTML; the fields go into the places that the server marked in it. */
  override updated(): void {
    this.querySelectorAll<HTMLElement>('[data-blank]').forEach((place) => {
      const at = Number(place.dataset['blank']) - 1;
      const blank = this.view.blanks[at];
      if (!blank) return;
      if (place.dataset['ready'] === undefined) {
        place.textContent = '';
        place.dataset['ready'] = '';
      }
      render(this.field(blank, at), place);
    });
  }

  private field(blank: Blank, at: number) {
    const { view } = this;
    const entry = entriesOf(view.value, view.blanks.length)[at] ?? '';
    const mark = view.feedback?.marks?.[at];
    const look = view.feedback ? (mark ? 'right' : 'wrong') : entry ? 'on' : '';
    return html`<span class="blank ${look}">${blank.kind === 'pick' ? this.list(blank, at, entry) : this.line(blank, at, entry)}${view.feedback ? this.verdict(at, mark === true) : nothing}</span>`;
  }

  private line(blank: Blank, at: number, entry: string) {
    const number = blank.kind === 'number';
    const put = (event: Event) => this.put(at, (event.target as HTMLInputElement).value, number);
    return html`<input data-test="blank" type="text" inputmode=${number ? 'decimal' : 'text'} autocomplete="off" autocapitalize="off" spellcheck="false" enterkeyhint="next" maxlength="200"
      size=${Math.min(22, Math.max(number ? 4 : 6, widthOf(entry)))} aria-label=${number ? t().blankNumber(at + 1) : t().blank(at + 1)} ?readonly=${this.view.locked} .value=${live(entry)} @input=${put} />`;
  }

  private list(blank: Blank, at: number, entry: string) {
    const put = (event: Event) => this.put(at, (event.target as HTMLSelectElement).value, false);
    return html`<select data-test="blank" aria-label=${t().blank(at + 1)} ?disabled=${this.view.locked} @change=${put}>
      <option value="" ?selected=${entry === ''}>${t().choose}</option>
      ${(blank.options ?? []).map(({ token, text }) => html`<option value=${token} ?selected=${entry === token}>${text}</option>`)}
    </select>`;
  }

  private verdict(at: number, right: boolean) {
    const { view } = this;
    const key = view.feedback ? blankKey(view.blanks, view.feedback.key, at) : '';
    return html`<span class="blank-verdict">${right ? tick(16) : cross(16)}<span class="sr">${right ? t().correct : t().wrong}</span>${right ? nothing : html`<b>${key}</b>`}</span>`;
  }

  private put(at: number, text: string, number: boolean): void {
    this.view.choose(filled(this.view.value, this.view.blanks.length, at, number ? asTyped(text) : text));
  }
}

/** Chinese signs take two places of a Latin one. */
const widthOf = (text: string) => [...text].reduce((width, sign) => width + (sign.charCodeAt(0) > 0xff ? 2 : 1), 0);

customElements.define('lb-fill-in', FillIn);

export const fillIn = (view: FillInView) => html`<lb-fill-in .view=${view}></lb-fill-in>`;
