import { html, nothing, svg } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { Refusal } from '../api/client';
import type { Board, BoardRow, BoardUnit } from '../api/types';
import { pauseMs } from '../outbox/backoff';
import { lock, warn } from '../parts/icons';
import { LightElement } from '../parts/light-element';
import { busy, homeLink, languageButton, message, page } from '../parts/message';
import { client, pause } from '../services';
import { clockText, timeOfDay } from '../sitting/format';
import { t } from '../texts';

const EVERY_MS = 5000;
/** How long a wall shows one page of a long board. */
const TURN_MS = 12_000;
const WALL = '(min-width: 1600px) and (min-height: 800px)';
/** Height of the wall's header, footer and column heads, and of one row; see board.css. */
const WALL_FRAME_PX = 346;
const WALL_ROW_PX = 78;

/** The public board: a wall that turns its pages by itself, a list on a phone. */
export class BoardPage extends LightElement {
  static override properties = { boardId: {} };
  declare boardId: string;
  private board: Board | undefined;
  private etag: string | undefined;
  private stale = false;
  private gone = '';
  private turn = 0;

  override connectedCallback(): void {
    super.connectedCallback();
    this.every(TURN_MS, () => this.nextTurn());
    this.listen(window, 'resize', () => this.requestUpdate());
    void this.watch();
  }

  override render() {
    if (this.gone) return page(message({ icon: warn(28), title: t().goneTitle, text: this.gone, acts: homeLink(), test: 'gone' }));
    if (!this.board) return page(busy(this.stale ? t().reconnecting : t().opening));
    const { board } = this;
    const hidden = board.state === 'HIDDEN';
    const units = board.units ?? [];
    return html`
      <div class="board ${units.length > 0 && !hidden ? 'with-units' : ''}" data-test="board">
        <header class="board-head">
          <div><h1>${board.title}</h1><p class="muted">${[board.subtitle, board.rule].filter(Boolean).join(' · ')}</p></div>
          <span class="board-state ${board.state.toLowerCase()}">${t().boardState[board.state]}</span>
        </header>
        <main class="board-body">${hidden ? message({ icon: lock(28), title: t().boardHidden, text: t().boardHiddenText }) : this.standing(board, units)}</main>
        ${(board.notes ?? []).length > 0 && !hidden ? html`<section class="board-notes" data-test="board-notes"><h2>${t().errata}</h2><ul>${(board.notes ?? []).map(({ text, words }) => html`<li>${text}${words ? html`<span class="muted">${words}</span>` : nothing}</li>`)}</ul></section>` : nothing}
        <footer class="board-foot muted">
          <span>${t().boardPeople(board.participants.toLocaleString(t().lang))} · ${this.stale ? html`<span class="stale">${t().boardStale(this.time())}</span>` : t().boardUpdated(this.time())}</span>
          <span>${this.range()} ${languageButton()}</span>
        </footer>
      </div>
    `;
  }

  private standing(board: Board, units: BoardUnit[]) {
    if (board.rows.length === 0) return html`<p class="muted board-empty">${t().boardEmpty}</p>`;
    const columns = t().boardColumns;
    return html`
      <table class="rows">
        <thead><tr><th>${columns.place}</th><th>${columns.name}</th><th class="board-unit">${columns.unit}</th><th class="num">${columns.score}</th><th class="num board-time">${columns.time}</th></tr></thead>
        <tbody>${repeat(this.shown(board.rows), (entry, index) => `${entry.place}-${index}`, row)}</tbody>
      </table>
      ${units.length > 0 ? html`<aside class="units"><h2>${t().boardUnits}</h2>${units.map(unitBar)}</aside>` : nothing}
    `;
  }

  private shown(rows: BoardRow[]): BoardRow[] {
    const size = this.pageSize(rows.length);
    const start = size * (this.turn % Math.ceil(rows.length / size));
    return rows.slice(start, start + size);
  }

  private range() {
    const rows = this.board?.rows ?? [];
    const size = this.pageSize(rows.length);
    if (rows.length <= size) return nothing;
    const shown = this.shown(rows);
    return t().boardRange(shown[0]?.place ?? 1, shown[shown.length - 1]?.place ?? rows.length);
  }

  private pageSize(all: number): number {
    if (!window.matchMedia(WALL).matches) return Math.max(1, all);
    return Math.max(5, Math.floor((window.innerHeight - WALL_FRAME_PX) / WALL_ROW_PX));
  }

  private nextTurn(): void {
    this.turn += 1;
    this.requestUpdate();
  }

  private time(): string {
    return this.board ? timeOfDay(this.board.updatedAt, t().lang) : '';
  }

  private async watch(): Promise<void> {
    for (let failures = 0; this.isConnected; ) {
      try {
        const fresh = await client.board(this.boardId, this.etag);
        if (fresh) ({ board: this.board, etag: this.etag } = fresh);
        failures = 0;
        this.stale = false;
        if (fresh) document.title = fresh.board.title;
      } catch (error) {
        failures += 1;
        this.stale = true;
        if (error instanceof Refusal && !this.board) this.gone = error.sentence || t().goneBoard;
      }
      this.requestUpdate();
      await pause(failures > 0 ? pauseMs(failures + 1, Math.random()) : EVERY_MS);
    }
  }
}

const row = (entry: BoardRow) => html`
  <tr data-test="board-row" class=${entry.place <= 3 ? 'first' : ''}>
    <td class="board-place">${entry.place}</td>
    <td class="board-name">${entry.name}<span class="board-unit-below muted">${entry.unit ?? ''}</span></td>
    <td class="board-unit muted">${entry.unit ?? ''}</td>
    <td class="num board-score">${typeof entry.score === 'number' ? entry.score.toFixed(2) : entry.score}</td>
    <td class="num board-time muted">${entry.timeUsedSeconds === null || entry.timeUsedSeconds === undefined ? '' : clockText(entry.timeUsedSeconds)}</td>
  </tr>
`;

/** A bar drawn as SVG: its width is an attribute, which a strict Content-Security-Policy allows. */
const unitBar = ({ name, rate, score, participants }: BoardUnit) => {
  const percent = `${Math.round((rate ?? 0) * 100)}%`;
  const figure = rate === null || rate === undefined ? (score ?? participants ?? '') : t().participation(percent);
  return html`
    <div class="unit">
      <div class="unit-line"><span>${name}</span><span>${figure}</span></div>
      ${rate === null || rate === undefined ? nothing : html`<svg class="unit-bar" width="100%" height="14" aria-hidden="true">${svg`<rect class="rest" width="100%" height="14" rx="7"/><rect class="done" width=${percent} height="14" rx="7"/>`}</svg>`}
    </div>
  `;
};

customElements.define('lb-board', BoardPage);
