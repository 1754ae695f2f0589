import { html, nothing } from 'lit';
import type { Option, Pairs, ResponseValue } from '../api/types';
import { apart } from '../sitting/clips';
import { paired, pairsOf } from '../sitting/response';
import { view as shown } from '../sitting/view';
import { t } from '../texts';
import { fragment, plain } from './fragment';
import { cross, tick } from './icons';
import { LightElement } from './light-element';
import { letter, withClips } from './options';

export interface MatchingView {
  /** The id of the stem, which names the way to answer. */
  stemId: string;
  lefts: Option[];
  rights: Option[];
  value: ResponseValue;
  locked: boolean;
  key: Pairs | undefined;
  choose(value: ResponseValue): void;
  say(text: string): void;
}

/**
 * Two columns to be matched: a left is tapped, then its right. Each left has a number and a pattern of its own, each
 * right a letter, and the pair is written at both, so that it never rests on colour. The same with lists, one a left.
 */
export class Matching extends LightElement {
  static override properties = { view: { attribute: false } };
  declare view: MatchingView;
  private picked: string | undefined;
  private lists = false;

  override render() {
    const { view } = this;
    return html`
      <div class="matching ${view.locked ? 'locked' : ''}" role="group" aria-labelledby=${view.stemId}>
        ${this.lists && !view.locked ? this.asLists() : this.asColumns()}
        ${view.locked ? nothing : html`<button class="link-button" data-test="matching-lists" @click=${this.turn}>${this.lists ? t().byTapping : t().inList}</button>`}
      </div>
    `;
  }

  private asColumns() {
    const { lefts, rights, locked } = this.view;
    if (shown().elder && !locked) return this.asSteps();
    return html`<div class="match-columns">
      <div class="match-column">${lefts.map((left, index) => this.left(left, index))}</div>
      <div class="match-column">${rights.map((right, index) => this.right(right, index))}</div>
    </div>`;
  }

  /** One column for large letters: the rights open below the left that was tapped. */
  private asSteps() {
    const { lefts, rights } = this.view;
    return html`<div class="match-column">${lefts.map((left, index) => html`
      ${this.left(left, index)}
      ${this.picked === left.token ? html`<div class="match-column match-below">${rights.map((right, at) => this.right(right, at))}</div>` : nothing}`)}
    </div>`;
  }

  private left(left: Option, index: number) {
    const { view } = this;
    const right = pairsOf(view.value)[left.token];
    const at = view.rights.findIndex(({ token }) => token === right);
    const good = view.key ? view.key[left.token] === right : undefined;
    const look = good === undefined ? (right ? `pair pair-${index % 6}` : '') : good ? 'right' : 'wrong';
    const name = at >= 0 ? letter(at) : '';
    const { words, clips } = apart(left.text);
    const button = html`<button class="match left ${look} ${this.picked === left.token ? 'picked' : ''}" data-test="match-left" data-token=${left.token}
      aria-pressed=${this.picked === left.token ? 'true' : 'false'} aria-disabled=${view.locked ? 'true' : 'false'} @click=${() => this.tapLeft(left, index)}>
      <b class="match-mark" aria-hidden="true">${index + 1}</b>
      <span class="match-text"><span class="sr">${t().leftEntry(index + 1, '')}</span>${fragment(words)}</span>
      <span class="match-to">${name ? html`→ ${name}${shown().elder ? html` ${plain(view.rights[at]?.text)}` : nothing}` : html`<span class="sr">${t().notPaired}</span>`}</span>
      ${good === undefined ? nothing : html`<span class="opt-verdict">${good ? tick(16) : cross(16)}${good ? html`<span class="sr">${t().correct}</span>` : t().shouldPair(this.letterOf(view.key?.[left.token]))}</span>`}
    </button>`;
    return clips ? withClips(button, clips) : button;
  }

  private right(right: Option, index: number) {
    const { view } = this;
    const owners = view.lefts.map((left, at) => ({ at, taken: pairsOf(view.value)[left.token] === right.token })).filter(({ taken }) => taken);
    const look = owners[0] && !view.key ? `pair pair-${owners[0].at % 6}` : '';
    const { words, clips } = apart(right.text);
    const button = html`<button class="match ${look}" data-test="match-right" data-token=${right.token} aria-disabled=${view.locked || !this.picked ? 'true' : 'false'} @click=${() => this.tapRight(right, index)}>
      <b class="match-mark square" aria-hidden="true">${letter(index)}</b>
      <span class="match-text"><span class="sr">${t().rightEntry(letter(index), '')}</span>${fragment(words)}</span>
      ${owners.length > 0 ? html`<span class="match-to">${owners.map(({ at }) => at + 1).join(' ')}</span>` : nothing}
    </button>`;
    return clips ? withClips(button, clips) : button;
  }

  private asLists() {
    const { view } = this;
    return html`<ol class="match-lists">${view.lefts.map((left, index) => {
      const right = pairsOf(view.value)[left.token] ?? '';
      const put = (event: Event) => view.choose(paired(view.value, left.token, (event.target as HTMLSelectElement).value || null, true));
      return html`<li><span>${fragment(left.text)}</span><select data-test="match-list" aria-label=${t().leftEntry(index + 1, plain(left.text))} @change=${put}>
        <option value="" ?selected=${right === ''}>${t().choose}</option>
        ${view.rights.map((option, at) => html`<option value=${option.token} ?selected=${right === option.token}>${letter(at)} ${plain(option.text)}</option>`)}
      </select></li>`;
    })}</ol>`;
  }

  private letterOf(token: string | undefined): string {
    const at = this.view.rights.findIndex((right) => right.token === token);
    return at >= 0 ? letter(at) : '';
  }

  private tapLeft(left: Option, index: number): void {
    const { view } = this;
    if (view.locked) return;
    if (this.picked === left.token) {
      this.picked = undefined;
      if (pairsOf(view.value)[left.token]) {
        view.choose(paired(view.value, left.token, null, true));
        view.say(t().unpaired(index + 1));
      }
    } else {
      this.picked = left.token;
      view.say(t().pickRight(index + 1));
    }
    this.requestUpdate();
  }

  private tapRight(right: Option, index: number): void {
    const { view, picked } = this;
    if (view.locked || !picked) return;
    const at = view.lefts.findIndex(({ token }) => token === picked);
    this.picked = undefined;
    view.choose(paired(view.value, picked, right.token, view.rights.length < view.lefts.length));
    view.say(t().pairedWith(at + 1, letter(index)));
    this.requestUpdate();
  }

  private readonly turn = (): void => {
    this.lists = !this.lists;
    this.picked = undefined;
    this.requestUpdate();
  };
}

customElements.define('lb-matching', Matching);

export const matching = (view: MatchingView) => html`<lb-matching .view=${view}></lb-matching>`;
