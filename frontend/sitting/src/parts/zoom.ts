import { html } from 'lit';
import { fitted, kept, distance, within } from '../sitting/zoom';
import { t } from '../texts';
import { cross, minus, plus } from './icons';
import { LightElement } from './light-element';

interface Point {
  x: number;
  y: number;
}

/**
 * A picture over the whole screen: two fingers, a wheel, a double tap, the buttons or + and − make it larger, scrolling
 * moves it, Escape closes it. The focus goes back to what opened it.
 */
export class Zoom extends LightElement {
  static override properties = { src: {}, alt: {} };
  declare src: string;
  declare alt: string;
  private scale = 1;
  private readonly fingers = new Map<number, Point>();

  override connectedCallback(): void {
    super.connectedCallback();
    this.listen(window, 'resize', () => this.fit());
    void this.updateComplete.then(() => this.querySelector<HTMLElement>('[data-test=zoom-close]')?.focus());
  }

  override render() {
    return html`
      <div class="zoom" role="dialog" aria-modal="true" aria-label=${this.alt || t().picture} data-test="zoom" @keydown=${this.key}>
        <div class="zoom-stage" tabindex="0" aria-label=${t().pictureStage} @wheel=${this.wheel} @dblclick=${this.double}
          @pointerdown=${this.down} @pointermove=${this.move} @pointerup=${this.lift} @pointercancel=${this.lift}>
          <img src=${this.src} alt=${this.alt} draggable="false" data-test="zoom-picture" @load=${this.fit} />
        </div>
        <div class="zoom-acts">
          <button class="btn quiet sq" data-test="zoom-out" aria-label=${t().zoomOut} @click=${() => this.by(1 / 1.5)}>${minus(24)}</button>
          <button class="btn quiet sq" data-test="zoom-in" aria-label=${t().zoomIn} @click=${() => this.by(1.5)}>${plus(24)}</button>
          <button class="btn quiet sq" data-test="zoom-close" aria-label=${t().close} @click=${this.close}>${cross(24)}</button>
        </div>
        <p class="sr" aria-live="polite" data-test="zoom-scale">${t().zoomed(Math.round(this.scale * 100))}</p>
      </div>
    `;
  }

  private get stage(): HTMLElement {
    return this.querySelector('.zoom-stage') as HTMLElement;
  }

  private readonly fit = (): void => this.to(this.scale);

  private by(factor: number, at?: Point): void {
    this.to(within(this.scale * factor), at);
  }

  /** Scales around a point of the stage, in the middle where none is given. */
  private to(scale: number, at?: Point): void {
    const { stage } = this;
    const picture = stage.querySelector('img') as HTMLImageElement;
    const size = fitted(picture.naturalWidth, picture.naturalHeight, stage.clientWidth, stage.clientHeight);
    const box = stage.getBoundingClientRect();
    const anchor = at ? { x: at.x - box.left, y: at.y - box.top } : { x: stage.clientWidth / 2, y: stage.clientHeight / 2 };
    const before = { x: stage.scrollLeft, y: stage.scrollTop };
    const ratio = scale / this.scale;
    this.scale = scale;
    picture.style.width = `${size.width * scale}px`;
    picture.style.height = `${size.height * scale}px`;
    stage.scrollLeft = kept(before.x, anchor.x, ratio);
    stage.scrollTop = kept(before.y, anchor.y, ratio);
    this.requestUpdate();
  }

  private readonly wheel = (event: WheelEvent): void => {
    event.preventDefault();
    this.by(Math.exp(-event.deltaY / 400), { x: event.clientX, y: event.clientY });
  };

  private readonly double = (event: MouseEvent): void => {
    this.to(this.scale > 1 ? 1 : 2.5, { x: event.clientX, y: event.clientY });
  };

  private readonly down = (event: PointerEvent): void => {
    this.fingers.set(event.pointerId, { x: event.clientX, y: event.clientY });
  };

  private readonly move = (event: PointerEvent): void => {
    const before = this.fingers.get(event.pointerId);
    if (!before) return;
    const now = { x: event.clientX, y: event.clientY };
    const other = [...this.fingers].find(([id]) => id !== event.pointerId)?.[1];
    if (other) this.by(distance(now, other) / Math.max(1, distance(before, other)), { x: (now.x + other.x) / 2, y: (now.y + other.y) / 2 });
    else if (event.pointerType === 'mouse') this.stage.scrollBy(before.x - now.x, before.y - now.y);
    this.fingers.set(event.pointerId, now);
  };

  private readonly lift = (event: PointerEvent): void => {
    this.fingers.delete(event.pointerId);
  };

  private readonly key = (event: KeyboardEvent): void => {
    // The player below must not hear arrows and letters that are meant for the picture.
    event.stopPropagation();
    if (event.key === 'Escape') this.close();
    if (event.key === '+' || event.key === '=') this.by(1.5);
    if (event.key === '-') this.by(1 / 1.5);
    if (event.key === '0') this.to(1);
    if (event.key === 'Tab') this.keepFocus(event);
  };

  private keepFocus(event: KeyboardEvent): void {
    const all = [...this.querySelectorAll<HTMLElement>('[tabindex="0"], button')];
    const at = all.indexOf(document.activeElement as HTMLElement);
    event.preventDefault();
    all[(at + (event.shiftKey ? all.length - 1 : 1)) % all.length]?.focus();
  }

  private readonly close = (): void => {
    this.dispatchEvent(new Event('zoom-closed'));
  };
}

customElements.define('lb-zoom', Zoom);

/** Opens a picture over the page and gives the focus back when it is closed. */
export function enlarge(picture: HTMLImageElement): void {
  const before = document.activeElement as HTMLElement | null;
  const zoom = document.createElement('lb-zoom') as Zoom;
  zoom.src = picture.currentSrc || picture.src;
  zoom.alt = picture.alt;
  document.body.classList.add('zooming');
  zoom.addEventListener('zoom-closed', () => {
    zoom.remove();
    document.body.classList.remove('zooming');
    if (before?.isConnected) before.focus({ preventScroll: true });
  });
  document.body.append(zoom);
}

/** Makes the pictures in texts openable by touch, mouse and keyboard; those in options have a button of their own. */
export function enlargeable(root: ParentNode): void {
  root.querySelectorAll<HTMLImageElement>('.prose img:not([role]), .whys img:not([role])').forEach((picture) => {
    picture.setAttribute('role', 'button');
    picture.setAttribute('data-test', 'picture');
    picture.tabIndex = 0;
    picture.setAttribute('aria-label', t().enlarge(picture.alt || t().picture));
    picture.addEventListener('click', () => {
      picture.focus({ preventScroll: true });
      enlarge(picture);
    });
    picture.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' && event.key !== ' ') return;
      event.preventDefault();
      event.stopPropagation();
      enlarge(picture);
    });
  });
}
