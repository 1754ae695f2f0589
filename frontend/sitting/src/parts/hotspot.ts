import { html, nothing, svg } from 'lit';
import type { Feedback, Picture, Region, ResponseValue, Spot } from '../api/types';
import { pixels, pointed, spotsOf } from '../sitting/response';
import { t } from '../texts';
import { fragment } from './fragment';
import { minus, plus } from './icons';
import { LightElement } from './light-element';

export interface HotspotView {
  /** The id of the stem, which names the way to answer. */
  stemId: string;
  picture: Picture;
  value: ResponseValue;
  locked: boolean;
  feedback: Pick<Feedback, 'key' | 'marks'> | undefined;
  choose(value: ResponseValue): void;
  say(text: string): void;
}

const SIZES = ['', 'x2', 'x3'];
const STEPS = 40;

const shapeOf = ({ shape }: Region) => {
  if (shape.kind === 'circle') return svg`<circle class="place" cx=${shape.x} cy=${shape.y} r=${shape.radius}/>`;
  if (shape.kind === 'rectangle') return svg`<rect class="place" x=${shape.x} y=${shape.y} width=${shape.width} height=${shape.height}/>`;
  return svg`<polygon class="place" points=${shape.corners.map(({ x, y }) => `${x},${y}`).join(' ')}/>`;
};

/** The picture with what was pointed at and, once it is due, where one should have. A mark keeps its size on any picture. */
export const marked = (picture: Picture, value: ResponseValue, feedback: HotspotView['feedback'], cross?: Spot) => {
  const radius = Math.max(picture.width, picture.height) / 26;
  const look = (index: number) => (feedback ? (feedback.marks?.[index] ? 'hit' : 'miss') : 'set');
  return svg`<svg class="spots" viewBox="0 0 ${picture.width} ${picture.height}" preserveAspectRatio="none" aria-hidden="true">
    ${(feedback?.key.regions ?? []).filter(({ correct }) => correct).map(shapeOf)}
    ${spotsOf(value).map(([x, y], index) => svg`<g class=${look(index)}><circle cx=${x} cy=${y} r=${radius}/><circle class="dot" cx=${x} cy=${y} r=${radius / 8}/><text x=${x} y=${y - radius * 1.15} font-size=${radius}>${index + 1}${feedback ? (feedback.marks?.[index] ? '✓' : '✗') : ''}</text></g>`)}
    ${cross ? svg`<path class="crosshair" d="M${cross[0] - radius * 1.5} ${cross[1]}h${radius * 3}M${cross[0]} ${cross[1] - radius * 1.5}v${radius * 3}"/>` : nothing}
  </svg>`;
};

/** A picture to point at: by tapping, or with a cross that the arrow keys move. */
export class Hotspot extends LightElement {
  static override properties = { view: { attribute: false } };
  declare view: HotspotView;
  private size = 0;
  private crosshair: Spot | undefined;

  override render() {
    const { view } = this;
    const { picture } = view;
    const spots = spotsOf(view.value);
    return html`
      <div class="hotspot">
        <div class="hotspot-stage" data-test="hotspot" role=${view.locked ? 'img' : 'application'} tabindex=${view.locked ? '-1' : '0'} aria-label=${t().pictureToPoint} aria-describedby=${view.stemId}
          @keydown=${this.key} @blur=${this.hideCross}>
          <div class="hotspot-picture ${SIZES[this.size] ?? ''}" @click=${this.tap}>${fragment(picture.html)}${marked(picture, view.value, view.feedback, this.crosshair)}</div>
        </div>
        <div class="hotspot-acts">
          <span class="small muted" data-test="spots" aria-live="polite">${view.locked ? nothing : t().spotsLeft(spots.length, picture.picks)}</span>
          <button class="btn quiet sq" data-test="picture-smaller" aria-label=${t().smaller} ?disabled=${this.size === 0} @click=${() => this.resize(-1)}>${minus(22)}</button>
          <button class="btn quiet sq" data-test="picture-larger" aria-label=${t().larger} ?disabled=${this.size === SIZES.length - 1} @click=${() => this.resize(1)}>${plus(22)}</button>
          ${view.locked ? nothing : html`<button class="btn quiet" data-test="undo" ?disabled=${spots.length === 0} @click=${this.undo}>${t().undo}</button>`}
        </div>
        ${view.feedback ? this.named() : nothing}
      </div>
    `;
  }

  /** What is said of the places, for those who cannot see them as well. */
  private named() {
    const { feedback, value } = this.view;
    const names = (feedback?.key.regions ?? []).filter(({ correct, name }) => correct && name).map(({ name }) => name);
    return html`<ul class="sr">${spotsOf(value).map((_, index) => html`<li>${feedback?.marks?.[index] ? t().hitSpot(index + 1) : t().missedSpot(index + 1)}</li>`)}</ul>
      ${names.length > 0 ? html`<p class="small"><span class="muted">${t().rightPlaces}</span> ${names.join(t().separator)}</p>` : nothing}`;
  }

  private readonly tap = (event: MouseEvent): void => {
    const frame = (event.currentTarget as HTMLElement).getBoundingClientRect();
    this.put(pixels(event.clientX - frame.left, event.clientY - frame.top, frame, this.view.picture));
  };

  private put(spot: Spot): void {
    const { view } = this;
    if (view.locked) return;
    const before = spotsOf(view.value);
    const after = pointed(view.value, spot, view.picture.picks);
    if (before.length === view.picture.picks && view.picture.picks > 1) view.say(t().spotsFull);
    else {
      view.choose(after);
      view.say(t().spotSet(spotsOf(after).length, spot[0], spot[1]));
    }
  }

  private readonly undo = (): void => {
    const rest = spotsOf(this.view.value).slice(0, -1);
    this.view.choose(rest.length > 0 ? rest : null);
  };

  private readonly key = (event: KeyboardEvent): void => {
    if (this.view.locked || event.ctrlKey || event.metaKey || event.altKey) return;
    const { width, height } = this.view.picture;
    const by = event.shiftKey ? 1 : Math.max(width, height) / STEPS;
    const moves: Record<string, [number, number]> = { ArrowLeft: [-by, 0], ArrowRight: [by, 0], ArrowUp: [0, -by], ArrowDown: [0, by] };
    const move = moves[event.key];
    const at = this.crosshair ?? [Math.round(width / 2), Math.round(height / 2)];
    if (move) this.crosshair = pixels(at[0] + move[0], at[1] + move[1], { width, height }, { width, height });
    else if (event.key === 'Enter' || event.key === ' ') this.put(at);
    else if (event.key === 'Backspace') this.undo();
    else return;
    event.preventDefault();
    event.stopPropagation();
    this.requestUpdate();
  };

  private readonly hideCross = (): void => {
    this.crosshair = undefined;
    this.requestUpdate();
  };

  private resize(by: number): void {
    this.size += by;
    this.requestUpdate();
    // What was in the middle stays there.
    const stage = this.querySelector('.hotspot-stage') as HTMLElement;
    const [x, y] = [(stage.scrollLeft + stage.clientWidth / 2) / stage.scrollWidth, (stage.scrollTop + stage.clientHeight / 2) / stage.scrollHeight];
    void this.updateComplete.then(() => stage.scrollTo(x * stage.scrollWidth - stage.clientWidth / 2, y * stage.scrollHeight - stage.clientHeight / 2));
  }
}

customElements.define('lb-hotspot', Hotspot);

export const hotspot = (view: HotspotView) => html`<lb-hotspot .view=${view}></lb-hotspot>`;
