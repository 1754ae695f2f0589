import { html, nothing } from 'lit';
import { dialog } from '../parts/dialog';
import { displayDialog } from '../parts/display';
import { guarded } from '../parts/guard';
import { handInDialog } from '../parts/hand-in';
import { itemView } from '../parts/item';
import { LightElement } from '../parts/light-element';
import { languageButton } from '../parts/message';
import { elderTools, itemCheck, itemFlag, playerActs } from '../parts/player-acts';
import type { PlayerActs } from '../parts/player-acts';
import { playerTop, strip } from '../parts/player-top';
import { saveNotice } from '../parts/save-state';
import { slotMap } from '../parts/slot-map';
import { toolsOf, toolsPanel } from '../parts/tools-panel';
import type { Tool } from '../parts/tools-panel';
import { enlargeable } from '../parts/zoom';
import { pausedScreen, timeNews } from '../parts/time';
import type { Place } from '../sitting/arrangement';
import { Calculator } from '../sitting/calculator';
import { keyAct } from '../sitting/keys';
import type { Sitting } from '../sitting/sitting';
import { showsWhole, view } from '../sitting/view';
import { t } from '../texts';

/**
 * The player: one item or a whole section a screen. Hooks for browser walks (`data-test`): option (with data-token), number, up, down,
 * keep-order, check, next, finish (the last item's main button), prev, flag, open-map, slot-map, slot (with data-slot),
 * hand-in, hand-in-dialog, hand-in-confirm, hand-in-cancel, save-state (with data-state), save-notice, clock,
 * feedback (with data-correct), position, stem, language. Other pages: username, password, sign-in, start, waiting,
 * countdown, grip, picture, enlarge, zoom, zoom-in, zoom-out, zoom-close, receipt, digest, result, result-score, practise-again, home, lesson, board, board-row, superseded,
 * take-back, message, busy, handing-in; blank, match-left, match-right (with data-token), matching-lists, match-list, hotspot, spots, undo, picture-larger,
 * picture-smaller, tools, tools-panel, display, display-dialog, display-close, elder, size, whole-section, one-item, aloud, text, self-check, point, note-points, case, rule, stopwatch, stopwatch-turn, criterion, done, deduct, deduction, sheet-sum. All of it is light DOM.
 */
export class Player extends LightElement {
  static override properties = { sitting: { attribute: false } };
  declare sitting: Sitting;
  private open: 'hand-in' | 'map' | 'display' | undefined;
  private tool: Tool | undefined;
  private lastTool: Tool | undefined;
  private notice = '';
  private readonly calculator = new Calculator();
  private spoken = '';
  private readonly drafts = new Map<number, string>();

  override connectedCallback(): void {
    super.connectedCallback();
    const { sitting } = this;
    this.until(sitting.subscribe(() => this.requestUpdate()));
    this.every(250, () => sitting.tick());
    if (sitting.form.aids?.guarded && sitting.facts.purpose === 'exam') this.until(guarded(() => this.refuse()));
    this.listen(document, 'keydown', (event) => this.key(event as KeyboardEvent));
  }

  override render() {
    const { sitting } = this;
    return html`
      <div class="player ${sitting.immediate ? 'practice' : 'exam'} ${this.tool ? 'with-panel' : ''}">
        <div class="head">${playerTop(sitting, { display: this.openDisplay, handIn: this.ask })}${strip(sitting)}</div>
        ${timeNews(sitting)}
        <div class="player-body">
          ${showsWhole() ? this.wholeSection() : this.oneItem()}
          <aside class="side"><h2>${t().map}</h2>${slotMap(sitting, this.go)}<p class="side-keys small muted">${t().keys}</p><div class="side-foot">${languageButton()}</div></aside>
        </div>
        <div class="foot">${saveNotice(sitting, this.notice)}${playerActs(sitting, this.acts)}</div>
        <div class="sr" aria-live="polite">${this.spoken}</div>
        <div class="sr" aria-live="assertive" data-test="warning">${this.warningNow()}</div>
        ${this.toolNow()}
        ${this.dialogNow()}
        ${sitting.ending.phase === 'handing-in' ? this.handingIn() : nothing}
        ${pausedScreen(sitting)}
      </div>
    `;
  }

  override updated(): void {
    enlargeable(this);
  }

  private oneItem() {
    const { sitting } = this;
    return html`<main class="item" id="item" tabindex="-1">${itemView(sitting, sitting.place, this.tools(sitting.place, view().elder ? elderTools(sitting, this.acts) : nothing))}</main>`;
  }

  private wholeSection() {
    const { sitting } = this;
    return html`<main class="items">${sitting.walk.section.map((place) => {
      const { slot } = place.slot;
      return html`<article class="item ${place.position === sitting.walk.index + 1 ? 'is-current' : ''}" tabindex="-1" data-position=${place.position} aria-labelledby="stem-${slot}"
        @focusin=${() => this.at(place)} @pointerdown=${() => this.at(place)}>
        ${itemView(sitting, place, this.tools(place, itemFlag(sitting, slot)))}${itemCheck(sitting, slot, this.acts)}
      </article>`;
    })}</main>`;
  }

  private tools({ slot: { slot } }: Place, acts: unknown) {
    return { draft: this.drafts.get(slot), keepDraft: (text: string | undefined) => this.keepDraft(slot, text), say: this.say, acts };
  }

  private toolNow() {
    const { aids } = this.sitting.form;
    if (!this.tool || !aids) return nothing;
    return toolsPanel({ aids, open: this.tool, calculator: this.calculator, choose: (tool) => this.useTool(tool), close: () => this.useTool(undefined) });
  }

  private useTool(tool: Tool | undefined): void {
    this.tool = tool;
    this.lastTool = tool ?? this.lastTool;
    this.requestUpdate();
    if (!tool) void this.updateComplete.then(() => this.querySelector<HTMLElement>('[data-test=tools]')?.focus());
  }

  private readonly turnTools = (): void => this.useTool(this.tool ? undefined : (this.lastTool ?? toolsOf(this.sitting.form.aids)[0]));

  /** Says for a moment why nothing was copied. */
  private refuse(): void {
    this.notice = t().notToBeCopied;
    this.requestUpdate();
    setTimeout(() => {
      this.notice = '';
      this.requestUpdate();
    }, 4000);
  }

  private dialogNow() {
    const { sitting } = this;
    if (this.open === 'map') {
      const acts = html`${languageButton()}<button class="btn quiet" @click=${this.close}>${t().close}</button>`;
      return dialog({ title: t().map, content: slotMap(sitting, this.go), acts, close: this.close, test: 'map-dialog' });
    }
    if (this.open === 'display') return displayDialog(this.close);
    return this.open === 'hand-in' ? handInDialog(sitting, { go: this.go, confirm: this.confirm, close: this.close }) : nothing;
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
        ${sitting.work.pendingCount > 0 ? html`<p class="note warn" data-test="files-on-the-way">${sitting.ending.timeUp ? t().workTimeUp(sitting.work.pendingCount) : t().workLeft(sitting.work.pendingCount)}</p>` : nothing}
        ${sitting.work.pendingCount > 0 && !sitting.ending.timeUp && !offline ? html`<button class="btn quiet" data-test="without-files" @click=${() => sitting.ending.withoutFiles()}>${t().workLeave}</button>` : nothing}
        ${(offline || sitting.work.pendingCount > 0) && !sitting.ending.timeUp ? html`<button class="btn quiet" @click=${() => sitting.ending.keepAnswering()}>${t().notYet}</button>` : nothing}
      </section>
    `;
  }

  private warningNow() {
    const { warning } = this.sitting.ending;
    return warning === undefined ? nothing : t().warnings[warning];
  }

  private readonly say = (text: string): void => {
    this.spoken = text;
    this.requestUpdate();
  };

  private keepDraft(slot: number, text: string | undefined): void {
    if (text === undefined) this.drafts.delete(slot);
    else this.drafts.set(slot, text);
    this.requestUpdate();
  }

  private readonly check = async (slot: number): Promise<void> => {
    await this.sitting.check(slot);
    await this.updateComplete;
    const item = this.querySelector(`#stem-${slot}`)?.closest('.item');
    item?.querySelector('.verdict')?.scrollIntoView({ block: 'nearest' });
  };

  /** The main button; with a section on the screen it goes on to the next one. */
  private readonly primary = (): void => {
    const { sitting } = this;
    if (!showsWhole()) return this.forward();
    const last = sitting.walk.section[sitting.walk.section.length - 1]?.position ?? sitting.places.length;
    if (last < sitting.places.length) this.go(last);
    else this.end();
  };

  /** The Enter key: checks what was answered, else goes one item on. */
  private forward(): void {
    const { sitting } = this;
    if (sitting.checkable) void this.check(sitting.place.slot.slot);
    else if (!sitting.walk.last) this.go(sitting.walk.index + 1);
    else this.end();
  }

  private end(): void {
    const { sitting } = this;
    const allSeen = sitting.immediate && sitting.overview.unassessed.length === 0 && sitting.places.every(({ slot }) => sitting.checks.feedback.has(slot.slot));
    if (allSeen) void sitting.ending.handIn();
    else this.ask();
  }

  /** An item of the section was touched or got the focus. */
  private at(place: Place): void {
    this.sitting.go(place.position - 1);
  }

  private readonly go = (index: number): void => {
    this.close();
    this.spoken = '';
    this.sitting.go(index);
    void this.updateComplete.then(() => this.arrive());
  };

  /** Brings the item that is open now into sight and gives it the focus. */
  private arrive(): void {
    const item = this.querySelector<HTMLElement>(showsWhole() ? `[data-position="${this.sitting.walk.index + 1}"]` : '#item');
    item?.focus({ preventScroll: true });
    if (showsWhole() && item !== this.querySelector('.item')) item?.scrollIntoView({ block: 'start' });
    else window.scrollTo(0, 0);
  }

  private readonly ask = (): void => this.show('hand-in');

  private readonly openMap = (): void => this.show('map');

  private readonly openDisplay = (): void => this.show('display');

  private readonly close = (): void => this.show(undefined);

  private show(what: typeof this.open): void {
    this.open = what;
    this.requestUpdate();
  }

  private readonly confirm = (): void => {
    this.close();
    void this.sitting.ending.handIn();
  };

  private get acts(): PlayerActs {
    const { go, primary, openMap } = this;
    return { go, primary, openMap, check: (slot) => void this.check(slot), tools: toolsOf(this.sitting.form.aids).length > 0 ? this.turnTools : undefined };
  }

  private key(event: KeyboardEvent): void {
    if (this.open || this.sitting.time.paused || this.sitting.ending.phase !== 'answering') return;
    const item = showsWhole() ? this.querySelector(`[data-position="${this.sitting.walk.index + 1}"]`) : this;
    const choices = [...(item?.querySelectorAll<HTMLElement>('[data-test=option]') ?? [])];
    const act = keyAct(event, choices.length);
    if (!act) return;
    event.preventDefault();
    if (act.kind === 'primary') this.forward();
    if (act.kind === 'go') this.go(Math.min(this.sitting.places.length - 1, Math.max(0, this.sitting.walk.index + act.by)));
    if (act.kind === 'choose') choices[act.index]?.click();
    if (act.kind === 'map') this.openMap();
    if (act.kind === 'flag') this.sitting.toggleFlag();
  }
}

customElements.define('lb-player', Player);
