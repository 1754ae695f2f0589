import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Criterion, ResponseValue, Task } from '../api/types';
import { clockText, scoreText } from '../sitting/format';
import { sheetOf } from '../sitting/response';
import { assessed, isDeduction, sum } from '../sitting/sheet';
import { Stopwatch } from '../sitting/stopwatch';
import { t } from '../texts';
import { fragment, plain } from './fragment';
import { hourglass, minus, tick } from './icons';
import { LightElement } from './light-element';

export interface PracticalView {
  /** Names the sitting and the slot: a watch runs on while another item is open. */
  name: string;
  task: Task;
  value: ResponseValue;
  locked: boolean;
  choose(value: ResponseValue): void;
}

const watches = new Map<string, Stopwatch>();

/** A practical task: what must be at hand, a watch, and the score sheet that the worker fills in about the own work. */
export class Practical extends LightElement {
  static override properties = { view: { attribute: false } };
  declare view: PracticalView;
  /** Criteria whose deduction is being typed and is no number yet. */
  private readonly drafts = new Map<string, string>();

  override connectedCallback(): void {
    super.connectedCallback();
    this.every(1000, () => this.watch.running && this.requestUpdate());
  }

  override render() {
    const { task, value, locked } = this.view;
    const { got, of, open } = sum(task.criteria, value);
    return html`
      <div class="practical">
        ${task.preparation.length > 0 ? html`<h3>${t().preparation}</h3><ul class="preparation">${task.preparation.map((text) => html`<li>${fragment(text)}</li>`)}</ul>` : nothing}
        ${this.clock()}
        <h3>${t().scoreSheet}</h3>
        <ul class="criteria">${task.criteria.map((criterion) => this.criterion(criterion))}</ul>
        <p class="sheet-sum" role="status" data-test="sheet-sum">${t().sheetSum(scoreText(got), scoreText(of))}${open > 0 && !locked ? html` <span class="muted small">${t().sheetOpen(open)}</span>` : nothing}</p>
      </div>
    `;
  }

  private get watch(): Stopwatch {
    const { name, value } = this.view;
    const known = watches.get(name);
    if (known) return known;
    const watch = new Stopwatch(sheetOf(value).seconds);
    watches.set(name, watch);
    return watch;
  }

  private clock() {
    const { task, locked, value } = this.view;
    const { watch } = this;
    const seconds = locked ? sheetOf(value).seconds : watch.seconds;
    const over = seconds > task.minutes * 60;
    const turn = () => (watch.running ? this.stop() : this.start());
    return html`<div class="stopwatch ${over ? 'over' : ''}">
      ${hourglass(20)}<b class="stopwatch-time" data-test="stopwatch" aria-label="${t().timerSpoken} ${clockText(seconds)}">${clockText(seconds)}</b>
      <span class="small muted">${over ? t().timerOver : t().timeAllowed(task.minutes)}</span>
      ${locked ? nothing : html`<button class="btn quiet small" data-test="stopwatch-turn" @click=${turn}>${watch.running ? t().timerPause : seconds > 0 ? t().timerResume : t().timerStart}</button>`}
    </div>`;
  }

  private start(): void {
    this.watch.start();
    this.requestUpdate();
  }

  /** The time is written down with the sheet; as long as nothing is assessed there is no sheet. */
  private stop(): void {
    const { value, choose } = this.view;
    this.watch.stop();
    const { deductions } = sheetOf(value);
    if (Object.keys(deductions).length > 0) choose({ deductions, seconds: this.watch.seconds });
    this.requestUpdate();
  }

  private criterion(criterion: Criterion) {
    const { value, locked } = this.view;
    const taken = sheetOf(value).deductions[criterion.token];
    const words = plain(criterion.text);
    const off = this.drafts.has(criterion.token) || (taken !== undefined && Number(taken) !== 0);
    return html`<li class="criterion" data-test="criterion">
      <div class="criterion-text">${fragment(criterion.text)} <span class="muted small">${t().points(scoreText(criterion.points))}</span></div>
      ${criterion.deductions ? html`<p class="small muted">${fragment(criterion.deductions)}</p>` : nothing}
      ${locked
        ? html`<p class="criterion-verdict ${off ? 'off' : 'full'}">${taken === undefined ? '—' : off ? html`${minus(16)}${t().deducted(taken)}` : html`${tick(16)}${t().doneFully}`}</p>`
        : html`<div class="criterion-acts" role="group" aria-label=${words}>
            <button class="btn quiet ${taken !== undefined && !off ? 'on' : ''}" data-test="done" aria-pressed=${taken !== undefined && !off ? 'true' : 'false'} @click=${() => this.put(criterion, '0')}>${tick(16)}${t().doneFully}</button>
            <button class="btn quiet ${off ? 'on' : ''}" data-test="deduct" aria-pressed=${off ? 'true' : 'false'} @click=${() => this.deduct(criterion)}>${minus(16)}${t().deduct}</button>
            ${off ? this.field(criterion, taken ?? '', words) : nothing}
          </div>`}
    </li>`;
  }

  private field(criterion: Criterion, taken: string, words: string) {
    const draft = this.drafts.get(criterion.token);
    const bad = draft !== undefined && draft !== '' && !isDeduction(draft, criterion);
    return html`<input data-test="deduction" type="text" inputmode="decimal" autocomplete="off" size="4" aria-label=${t().deductionOf(words)} aria-invalid=${bad ? 'true' : 'false'} .value=${live(draft ?? taken)}
      @input=${(event: Event) => this.type(criterion, (event.target as HTMLInputElement).value)} />
      ${bad ? html`<span class="field-note warn" role="status">${t().deductionRange(scoreText(criterion.points))}</span>` : nothing}`;
  }

  private deduct({ token }: Criterion): void {
    if (!this.drafts.has(token)) this.drafts.set(token, '');
    this.requestUpdate();
    void this.updateComplete.then(() => this.querySelectorAll<HTMLElement>('.criterion')[this.view.task.criteria.findIndex((each) => each.token === token)]?.querySelector('input')?.focus());
  }

  private type(criterion: Criterion, text: string): void {
    this.drafts.set(criterion.token, text);
    if (isDeduction(text, criterion)) this.choose(criterion, text);
    this.requestUpdate();
  }

  private put(criterion: Criterion, deduction: string): void {
    this.drafts.delete(criterion.token);
    this.choose(criterion, deduction);
    this.requestUpdate();
  }

  private choose({ token }: Criterion, deduction: string): void {
    this.view.choose(assessed(this.view.value, token, deduction, this.watch.seconds));
  }
}

customElements.define('lb-practical', Practical);

export const practical = (view: PracticalView) => html`<lb-practical .view=${view}></lb-practical>`;
