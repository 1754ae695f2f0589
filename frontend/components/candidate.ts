import { framed } from './candidate-size';

/**
 * The candidate's own page in a frame, beside the form in which its item is written. `form` is the JSON of a form with
 * that item alone, `language` the one of the editor, `screen` what it is looked at on: `phone` or `desk`. A desk is wider
 * than the place beside a form, so it is shown smaller.
 */
const PAGE = '/sitting/preview.html';

const STYLE = `
  :host { display: block; min-width: 0; }
  .stage { overflow: hidden; margin: 0 auto; border: 1px solid var(--line); border-radius: var(--r-m); background: var(--paper); }
  iframe { display: block; border: 0; transform-origin: 0 0; }
`;

class Candidate extends HTMLElement {
  static readonly observedAttributes = ['screen', 'language', 'name'];

  private readonly frame = document.createElement('iframe');
  private readonly stage = document.createElement('div');
  private readonly resized = new ResizeObserver(() => this.fit());
  private readonly heard = (event: MessageEvent) => this.hear(event);
  private written = '';
  private ready = false;
  private high = 0;

  constructor() {
    super();
    const style = document.createElement('style');
    style.textContent = STYLE;
    this.stage.className = 'stage';
    this.stage.append(this.frame);
    this.attachShadow({ mode: 'open' }).append(style, this.stage);
  }

  get form(): string {
    return this.written;
  }

  set form(form: string) {
    this.written = form ?? '';
    this.tell();
  }

  connectedCallback(): void {
    // A property that was set before this class was there hides the setter above.
    const early = Object.getOwnPropertyDescriptor(this, 'form');
    if (early) {
      delete (this as { form?: string }).form;
      this.form = early.value as string;
    }
    this.ready = false;
    window.addEventListener('message', this.heard);
    this.resized.observe(this);
    this.frame.src = PAGE;
    this.fit();
  }

  disconnectedCallback(): void {
    window.removeEventListener('message', this.heard);
    this.resized.disconnect();
  }

  attributeChangedCallback(name: string): void {
    if (name === 'language') this.tell();
    else this.fit();
  }

  private hear({ source, origin, data }: MessageEvent): void {
    if (source !== this.frame.contentWindow || origin !== location.origin) return;
    const { kind, height } = (data ?? {}) as { kind?: unknown; height?: unknown };
    if (kind === 'ready') {
      this.ready = true;
      this.tell();
    }
    if (kind === 'height' && typeof height === 'number') {
      this.high = height;
      this.fit();
    }
  }

  private tell(): void {
    if (!this.ready || !this.written) return;
    this.frame.contentWindow?.postMessage({ kind: 'show', form: this.written, language: this.getAttribute('language') ?? 'zh' }, location.origin);
  }

  private fit(): void {
    this.frame.title = this.getAttribute('name') ?? '';
    const { width, height, scale } = framed(this.getAttribute('screen') === 'desk' ? 'desk' : 'phone', this.clientWidth - 2, this.high);
    this.frame.style.width = `${width}px`;
    this.frame.style.height = `${height}px`;
    this.frame.style.transform = scale === 1 ? '' : `scale(${scale})`;
    this.stage.style.width = `${width * scale + 2}px`;
    this.stage.style.height = `${height * scale + 2}px`;
  }
}

customElements.define('lianbing-candidate', Candidate);
