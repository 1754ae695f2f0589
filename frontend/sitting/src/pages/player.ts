import { html, nothing } from 'lit';
import { dialog } from '../parts/dialog';
import { handInDialog } from '../parts/hand-in';
import { flag, grid } from '../parts/icons';
import { itemView } from '../parts/item';
import { LightElement } from '../parts/light-element';
import { languageButton } from '../parts/message';
import { enlargeable } from '../parts/zoom';
import { saveNotice, saveState } from '../parts/save-state';
import { classesOf, lookOf, slotMap } from '../parts/slot-map';
import { clockText } from '../sitting/format';
import { keyAct } from '../sitting/keys';
import type { Sitting } from '../sitting/sitting';
import { t } from '../texts';

/**
 * The player: one item a screen. Hooks for browser walks (`data-test`): option (with data-token), number, up, down,
 * keep-order, check, next, finish (the last item's main button), prev, flag, open-map, slot-map, slot (with data-slot),
 * hand-in, hand-in-dialog, hand-in-confirm, hand-in-cancel, save-state (with data-state), save-notice, clock,
 * feedback (with data-correct), position, stem, language. Other pages: username, password, sign-in, start, waiting,
 * countdown, grip, picture, enlarge, zoom, zoom-in, zoom-out, zoom-close, receipt, digest, result, result-score, practise-again, home, lesson, board, board-row, superseded,
 * take-back, message, busy, handing-in; blank, match-left, match-right (with data-token), matching-lists, match-list, hotspot, spots, undo, picture-larger,
 * picture-smaller, text, self-check, point, note-points, case, rule, stopwatch, stopwatch-turn, criterion, done, deduct, deduction, sheet-sum. All of it is light DOM.
 */
export class Player extends LightElement {
  static override properties = { sitting: { attribute: false } };
  declare sitting: Sitting;
  private asking = false;
  private mapOpen = false;
  private spoken = '';
  private readonly drafts = new Map<number, string>();

  override connectedCallback(): void {
    super.connectedCallback();
    const { sitting } = this;
    this.until(sitting.subscribe(() => this.requestUpdate()));
    this.every(250, () => sitting.tick());
    this.listen(document, 'keydown', (event) => this.key(event as KeyboardEvent));
  }

  override render() {
    const { sitting } = this;
    return html`
      <div class="player ${sitting.immediate ? 'practice' : 'exam'}">
        ${this.top()}
        <div class="strip ${sitting.places.length > 60 ? 'dense' : ''}" aria-hidden="true">
          ${sitting.places.map((place, index) => html`<i class="${classesOf(lookOf(sitting, place))} ${index === sitting.index ? 'is-current' : ''}"></i>`)}
        </div>
        <div class="player-body">
          <main class="item" id="item" tabindex="-1">
            ${itemView(sitting, { draft: this.drafts.get(sitting.place.slot.slot), keepDraft: this.keepDraft, say: this.say })}
          </main>
          <aside class="side"><h2>${t().map}</h2>${slotMap(sitting, this.go)}<div class="side-foot">${languageButton()}</div></aside>
        </div>
        <div class="foot">${saveNotice(sitting)}${this.acts()}</div>
        <div class="sr" aria-live="polite">${this.spoken}</div>
        <div class="sr" aria-live="polite" data-test="warning">${this.warningNow()}</div>
        ${this.mapOpen ? this.mapDialog() : nothing}
        ${this.asking ? handInDialog(sitting, { go: this.go, confirm: this.confirm, close: this.close }) : nothing}
        ${sitting.ending.phase === 'handing-in' ? this.handingIn() : nothing}
      </div>
    `;
  }

  override updated(): void {
    enlargeable(this);
  }

  private top() {
    const { sitting } = this;
    const { left } = sitting;
    return html`
      <header class="top">
        ${left === undefined
          ? html`<span class="top-title">${sitting.facts.title}</span>`
          : html`<span class="clock ${left <= 60 ? 'last' : left <= 300 ? 'soon' : ''}" role="timer" aria-label="${t().timeLeft} ${clockText(left)}" data-test="clock">${clockText(left)}</span><span class="top-title wide-only">${sitting.facts.title}</span>`}
        ${saveState(sitting)}
        <button class="btn quiet small" data-test="hand-in" @click=${this.ask}>${sitting.immediate ? t().end : t().handIn}</button>
      </header>
    `;
  }

  private acts() {
    const { sitting } = this;
    const on = sitting.flags.has(sitting.place.slot.slot);
    return html`
      <footer class="acts">
        <button class="btn quiet" data-test="prev" ?disabled=${sitting.index === 0} @click=${() => this.go(sitting.index - 1)}>${t().prev}</button>
        <button class="btn quiet sq flag ${on ? 'on' : ''}" data-test="flag" aria-pressed=${on ? 'true' : 'false'} aria-label=${t().flag} title=${on ? t().unflag : t().flag} @click=${() => sitting.toggleFlag()}>${flag(on)}</button>
        <button class="btn quiet sq map-button" data-test="open-map" aria-label=${t().map} title=${t().map} @click=${this.openMap}>${grid()}</button>
        ${this.mainAct()}
      </footer>
    `;
  }

  /** What the thumb most likely wants: check what was answered, else go on, at the end see to the hand-in. */
  private mainAct() {
    const { sitting } = this;
    const { checks, last } = sitting;
    const { slot } = sitting.place.slot;
    if (checks.asking === slot && !checks.delayed.has(slot)) return html`<button class="btn" data-test="check" disabled>${t().checking}</button>`;
    if (sitting.checkable) return html`<button class="btn" data-test="check" @click=${this.primary}>${t().check}</button>`;
    if (last) return html`<button class="btn" data-test="finish" @click=${this.primary}>${sitting.immediate ? t().finish : t().handIn}</button>`;
    return html`<button class="btn" data-test="next" @click=${this.primary}>${t().next}</button>`;
  }

  private mapDialog() {
    const acts = html`${languageButton()}<button class="btn quiet" @click=${this.close}>${t().close}</button>`;
    return dialog({ title: t().map, content: slotMap(this.sitting, this.go), acts, close: this.close, test: 'map-dialog' });
  }

  private handingIn() {
    const { sitting } = this;
    const offline = sitting.outbox.trouble;
    const text = sitting.ending.timeUp ? (offline ? t().timeUpOffline : t().timeUp) : offline ? t().handingInOffline : t().handingIn;
    return html`
      <div class="veil solid"></div>
      <section class="sheet centre" role="alertdialog" aria-modal="true" data-test="handing-in">
        <span class="dots" aria-hidden="true"><i></i><i></i><i></i></span>
        <p role="status">${text}</p>
        ${sitting.outbox.pendingCount > 0 ? html`<p class="note warn">${t().unsaved(sitting.outbox.pendingCount)}</p>` : nothing}
        ${offline && !sitting.ending.timeUp ? html`<button class="btn quiet" @click=${() => sitting.ending.keepAnswering()}>${t().notYet}</button>` : nothing}
      </section>
    `;
  }

  private warningNow() {
    const { warning } = this.sitting.ending;
    return warning === 300 ? t().fiveLeft : warning === 60 ? t().oneLeft : nothing;
  }

  private readonly say = (text: string): void => {
    this.spoken = text;
    this.requestUpdate();
  };

  private readonly keepDraft = (text: string | undefined): void => {
    const { slot } = this.sitting.place.slot;
    if (text === undefined) this.drafts.delete(slot);
    else this.drafts.set(slot, text);
    this.requestUpdate();
  };

  private readonly primary = async (): Promise<void> => {
    const { sitting } = this;
    if (sitting.checkable) {
      await sitting.check();
      await this.updateComplete;
      this.querySelector('.verdict')?.scrollIntoView({ block: 'nearest' });
    } else if (!sitting.last) this.go(sitting.index + 1);
    else if (sitting.immediate && sitting.unassessed.length === 0 && sitting.places.every(({ slot }) => sitting.checks.feedback.has(slot.slot))) void sitting.ending.handIn();
    else this.ask();
  };

  private readonly go = (index: number): void => {
    this.close();
    this.spoken = '';
    this.sitting.go(index);
    window.scrollTo(0, 0);
    void this.updateComplete.then(() => this.querySelector<HTMLElement>('#item')?.focus({ preventScroll: true }));
  };

  private readonly ask = (): void => {
    this.asking = true;
    this.mapOpen = false;
    this.requestUpdate();
  };

  private readonly openMap = (): void => {
    this.mapOpen = true;
    this.requestUpdate();
  };

  private readonly close = (): void => {
    this.asking = false;
    this.mapOpen = false;
    this.requestUpdate();
  };

  private readonly confirm = (): void => {
    this.close();
    void this.sitting.ending.handIn();
  };

  private key(event: KeyboardEvent): void {
    if (this.asking || this.mapOpen || this.sitting.ending.phase !== 'answering') return;
    const choices = this.querySelectorAll('[data-test=option]').length;
    const act = keyAct(event, choices);
    if (!act) return;
    event.preventDefault();
    if (act.kind === 'primary') void this.primary();
    if (act.kind === 'go') this.go(this.sitting.index + act.by);
    if (act.kind === 'choose') this.querySelectorAll<HTMLElement>('[data-test=option]')[act.index]?.click();
  }
}

customElements.define('lb-player', Player);
