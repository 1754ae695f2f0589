import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Feedback, Marked, ResponseValue } from '../api/types';
import { scoreText } from '../sitting/format';
import { isAssessed, textOf } from '../sitting/response';
import { t } from '../texts';
import { fragment } from './fragment';
import { cross, tick } from './icons';
import { LightElement } from './light-element';

/** What the server takes at the most. */
export const LONGEST_TEXT = 5000;

const GATHER_MS = 2500;

export interface WrittenView {
  /** The id of the stem, which names the way to answer. */
  stemId: string;
  value: ResponseValue;
  locked: boolean;
  /** Whether files alone are an answer, too. */
  optional: boolean;
  /** Takes the text as it stands; blank for none. */
  choose(text: string): void;
  /** Asks for what stands here before the end locks it; returns how to leave. */
  writes(handOver: () => void): () => void;
}

/** A field for some sentences. What is written goes into the outbox every few seconds, and at once when it is left. */
export class Written extends LightElement {
  static override properties = { view: { attribute: false } };
  declare view: WrittenView;
  private draft: string | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.listen(document, 'visibilitychange', () => this.keep());
    this.listen(window, 'pagehide', () => this.keep());
    // At the end of the time the sitting asks, for the timer would find all locked.
    this.until(this.view.writes(() => this.keep()));
    this.until(() => this.keep());
  }

  override render() {
    const { view } = this;
    const text = this.draft ?? textOf(view.value);
    if (view.locked) return html`<div class="written"><p class="small muted">${t().yourText}</p><p class="written-text">${text || (view.optional ? t().noText : t().noAnswer)}</p></div>`;
    return html`<div class="written">
      <textarea data-test="text" rows="8" maxlength=${LONGEST_TEXT} aria-labelledby=${view.stemId} aria-describedby="${view.stemId}-characters" placeholder=${t().writeHere} .value=${live(text)}
        @input=${this.type} @blur=${() => this.keep()}></textarea>
      <p class="field-note ${text.length >= LONGEST_TEXT ? 'warn' : ''}" id="${view.stemId}-characters">${text.length >= LONGEST_TEXT ? t().tooLong : t().characters(text.length, LONGEST_TEXT)}</p>
    </div>`;
  }

  private readonly type = (event: Event): void => {
    this.draft = (event.target as HTMLTextAreaElement).value;
    this.timer ??= setTimeout(() => this.keep(), GATHER_MS);
    // The first words make the item answered, so that it can be checked at once.
    if (textOf(this.view.value) === '') this.keep();
    this.requestUpdate();
  };

  private keep(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    const { draft } = this;
    if (draft === undefined || this.view.locked) return;
    this.draft = undefined;
    this.view.choose(draft);
  }
}

customElements.define('lb-written', Written);

export const written = (view: WrittenView) => html`<lb-written .view=${view}></lb-written>`;

export interface SelfCheckView {
  value: ResponseValue;
  points: NonNullable<Feedback['key']['points']>;
  note(said: string[]): Promise<boolean>;
}

/** The points that had to be said, to be ticked by the writer once. */
export class SelfCheck extends LightElement {
  static override properties = { view: { attribute: false } };
  declare view: SelfCheckView;
  private readonly said = new Set<string>();
  private busy = false;
  private failed = false;

  override render() {
    const { view } = this;
    return html`<fieldset class="self-check" data-test="self-check">
      <legend>${t().selfCheck}</legend>
      ${view.points.map(({ token, text }) => html`<label><input type="checkbox" data-test="point" .checked=${this.said.has(token)} @change=${() => this.toggle(token)} /><span>${fragment(text)}</span></label>`)}
      <p class="small muted">${t().selfCheckHint}</p>
      ${this.failed ? html`<p class="note warn" role="alert">${t().selfCheckFailed}</p>` : nothing}
      <button class="btn wide" data-test="note-points" ?disabled=${this.busy} @click=${this.note}>${t().selfCheckDone}</button>
    </fieldset>`;
  }

  private toggle(token: string): void {
    if (!this.said.delete(token)) this.said.add(token);
  }

  private readonly note = async (): Promise<void> => {
    this.busy = true;
    this.requestUpdate();
    this.failed = !(await this.view.note([...this.said]));
    this.busy = false;
    this.requestUpdate();
  };
}

customElements.define('lb-self-check', SelfCheck);

/** The points with what the writer found of them. */
export const pointList = (points: SelfCheckView['points'], value: ResponseValue) => html`<ul class="points">
  ${points.map(({ token, text }) => {
    const said = isAssessed(value) && value.said.includes(token);
    return html`<li class=${said ? 'said' : ''}><span class="point-verdict">${isAssessed(value) ? html`${said ? tick(16) : cross(16)}${said ? t().said : t().notSaid}` : nothing}</span><div>${fragment(text)}</div></li>`;
  })}
</ul>`;

/** The points with what people gave for each, and what they have to say. */
export const markedPoints = (points: NonNullable<Feedback['key']['points']>, marked: Marked, maxScore: number) => {
  const all = points.reduce((sum, { weight }) => sum + weight, 0);
  return html`
    <ul class="points" data-test="marked-points">
      ${points.map(({ token, text, weight }) => {
        const got = marked.points[token] ?? 0;
        const of = Math.round((weight * maxScore * 100) / all) / 100;
        return html`<li class=${got >= of ? 'said' : ''}><span class="point-verdict">${t().pointsOf(scoreText(got), scoreText(of))}</span><div>${fragment(text)}</div></li>`;
      })}
    </ul>
    ${marked.comments.length > 0 ? html`<h3>${t().markedComment}</h3>${marked.comments.map((comment) => html`<p class="written-text" data-test="marker-comment">${comment}</p>`)}` : nothing}
  `;
};
