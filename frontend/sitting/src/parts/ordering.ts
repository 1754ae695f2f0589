import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Option, ResponseValue } from '../api/types';
import { isAnswered, moved, tokensOf } from '../sitting/response';
import { t } from '../texts';
import { drag } from './drag';
import { fragment, plain } from './fragment';
import { cross, down, grip, tick, up } from './icons';

export interface OrderingView {
  /** The id of the stem, which names the way to answer. */
  stemId: string;
  options: Option[];
  value: ResponseValue;
  locked: boolean;
  /** The right order, once it may be shown. */
  key: string[] | undefined;
  choose(order: string[]): void;
  say(text: string): void;
}

/** The order on show: the one answered, or the one in which the steps were dealt. */
export function shownOrder({ options, value }: Pick<OrderingView, 'options' | 'value'>): string[] {
  const known = options.map(({ token }) => token);
  const answered = tokensOf(value).filter((token) => known.includes(token));
  return answered.length === known.length ? answered : known;
}

/** A button that has moved in the document has lost the focus, so give it back; at the end, to its neighbour. */
function refocus(list: HTMLElement, token: string, name: string): void {
  requestAnimationFrame(() => {
    const entry = [...list.querySelectorAll<HTMLElement>('[data-token]')].find((each) => each.dataset['token'] === token);
    const same = entry?.querySelector<HTMLButtonElement>(`[data-move="${name}"]`);
    (same?.disabled ? entry?.querySelector<HTMLButtonElement>('[data-move]:not([disabled])') : same)?.focus();
  });
}

/** Steps to be put in order: dragged by a handle, or moved with buttons that suit a thumb and a keyboard alike. */
export const ordering = (view: OrderingView) => {
  const order = shownOrder(view);
  const byToken = new Map(view.options.map((option) => [option.token, option]));
  const move = (event: Event, from: number, by: 1 | -1) => {
    const token = order[from] as string;
    view.choose(moved(order, from, from + by));
    view.say(t().movedTo(from + by + 1));
    refocus((event.currentTarget as HTMLElement).closest('.order') as HTMLElement, token, by < 0 ? 'up' : 'down');
  };
  const grab = (event: PointerEvent, from: number) => {
    const handle = event.currentTarget as HTMLElement;
    const entries = [...(handle.closest('.order') as HTMLElement).querySelectorAll<HTMLElement>('.order-step')];
    const drop = (to: number) => {
      view.choose(moved(order, from, to));
      view.say(t().movedTo(to + 1));
    };
    drag(event, { handle, entries, from, drop });
  };
  const entry = (token: string, index: number) => {
    const text = byToken.get(token)?.text ?? '';
    const words = plain(text);
    return html`
      <li class="order-step ${view.key ? (view.key[index] === token ? 'right' : 'wrong') : ''}" data-token=${token} data-test="order-step">
        ${view.locked
          ? html`<b class="order-number">${index + 1}</b>`
          : html`<span class="order-grip" data-test="grip" @pointerdown=${(event: PointerEvent) => grab(event, index)}>${grip(16)}<b class="order-number">${index + 1}</b></span>`}
        <span class="opt-text">${fragment(text)}</span>
        ${view.locked
          ? place(view, token, index)
          : html`<span class="order-acts">
              <button class="square-button" data-move="up" data-test="up" aria-label=${t().moveUp(words)} ?disabled=${index === 0} @click=${(event: Event) => move(event, index, -1)}>${up()}</button>
              <button class="square-button" data-move="down" data-test="down" aria-label=${t().moveDown(words)} ?disabled=${index === order.length - 1} @click=${(event: Event) => move(event, index, 1)}>${down()}</button>
            </span>`}
      </li>
    `;
  };
  return html`
    <ol class="order ${isAnswered(view.value) ? 'on' : ''}" aria-labelledby=${view.stemId}>${repeat(order, (token) => token, entry)}</ol>
    ${view.locked ? nothing : keepOrder(view, order)}
  `;
};

/** Whether a step stands where it should, and where that is. */
const place = ({ key }: OrderingView, token: string, index: number) => {
  if (!key) return nothing;
  if (key[index] === token) return html`<span class="opt-verdict">${tick(16)}${t().rightPlace}</span>`;
  return html`<span class="opt-verdict">${cross(16)}${t().shouldBe(key.indexOf(token) + 1)}</span>`;
};

/** Steps that were dealt in the right order by chance must be answerable too. */
const keepOrder = (view: OrderingView, order: string[]) =>
  isAnswered(view.value)
    ? html`<p class="order-kept">${tick(16)}${t().orderKept}</p>`
    : html`<button class="btn quiet wide" data-test="keep-order" @click=${() => view.choose(order)}>${t().keepOrder}</button>`;
