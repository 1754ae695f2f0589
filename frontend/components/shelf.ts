import { fitting, turnedBy } from './shelf-size';

/**
 * Pictures and files of somebody else on Vaadin's pages, each a link that the server made. A picture is looked at large:
 * made larger, turned, moved; what is none stays a link that saves it. Keys on the page: + and − and 0, R turns, Z opens it
 * over the whole screen.
 */
const LARGEST = 8;
const MOST_OF_WINDOW = 0.62;
const HIGHEST = 720;

const STYLE = `
  :host { display: block; min-width: 0; }
  .view { display: grid; grid-template-rows: auto minmax(0, 1fr); min-width: 0; border: 1px solid var(--line); border-radius: var(--r-m); overflow: hidden; background: var(--paper); }
  .view[hidden] { display: none; }
  .tools { display: flex; flex-wrap: wrap; align-items: center; gap: 2px; padding: 4px; background: var(--card); border-bottom: 1px solid var(--line); }
  .name { flex: 1 1 auto; min-width: 0; padding: 0 8px; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; font-size: var(--t-s); color: var(--ink-2); }
  button { display: inline-grid; place-items: center; min-width: 40px; height: 40px; padding: 0 8px; font: inherit; font-size: var(--t-s); color: var(--ink); background: none; border: 0; border-radius: var(--r-s); cursor: pointer; }
  button:hover { background: var(--blue-soft); }
  button:focus-visible, .stage:focus-visible { outline: 3px solid var(--blue); outline-offset: -3px; }
  button svg { display: block; }
  .scale { min-width: 48px; text-align: center; font-size: var(--t-s); font-variant-numeric: tabular-nums; color: var(--ink-2); }
  .stage { display: grid; place-items: safe center; min-height: 240px; overflow: auto; cursor: grab; touch-action: pan-x pan-y; }
  .stage.held { cursor: grabbing; }
  .holder { position: relative; }
  img { position: absolute; top: 50%; left: 50%; max-width: none; background: #fff; user-select: none; }
  .failed { padding: 24px; color: var(--ink-2); }
  .links { display: flex; flex-wrap: wrap; gap: 8px; margin-top: 8px; }
  dialog { width: 100vw; height: 100vh; max-width: none; max-height: none; padding: 0; border: 0; background: var(--paper); }
  dialog .view { height: 100%; border: 0; border-radius: 0; } dialog .stage { height: 100% !important; }
  @media (max-width: 767px) { .name { flex-basis: 100%; order: 9; padding-bottom: 4px; } button { min-width: 44px; height: 44px; } }
`;

const icon = (paths: string) => `<svg width="20" height="20" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">${paths}</svg>`;

const SIGNS = {
  smaller: icon('<path d="M5 12h14"/>'),
  larger: icon('<path d="M12 5v14M5 12h14"/>'),
  left: icon('<path d="M4 4v6h6M5 10a8 8 0 1 1 0 6"/>'),
  right: icon('<path d="M20 4v6h-6M19 10a8 8 0 1 0 0 6"/>'),
  whole: icon('<path d="M4 9V4h5M20 9V4h-5M4 15v5h5M20 15v5h-5"/>'),
};

type Act = keyof typeof SIGNS;

class Shelf extends HTMLElement {
  private readonly view = document.createElement('div');
  private readonly stage = document.createElement('div');
  private readonly holder = document.createElement('div');
  private readonly picture = document.createElement('img');
  private readonly shown = document.createElement('span');
  private readonly name = document.createElement('span');
  private readonly dialog = document.createElement('dialog');
  private readonly turns = new Map<string, number>();
  private scale = 1;
  private held: { x: number; y: number } | undefined;
  private readonly resized = new ResizeObserver(() => this.draw());
  private readonly onKey = (event: KeyboardEvent) => this.pageKey(event);

  constructor() {
    super();
    const root = this.attachShadow({ mode: 'open' });
    const style = document.createElement('style');
    style.textContent = STYLE;
    const links = document.createElement('div');
    links.className = 'links';
    const slot = document.createElement('slot');
    slot.addEventListener('slotchange', () => this.begin());
    links.append(slot);
    this.build();
    root.append(style, this.view, links, this.dialog);
    this.addEventListener('click', (event) => this.chosen(event));
  }

  connectedCallback(): void {
    // Before the desk's own keys, which take every letter.
    document.addEventListener('keydown', this.onKey, true);
    this.resized.observe(this.stage);
    this.labels();
  }

  disconnectedCallback(): void {
    document.removeEventListener('keydown', this.onKey, true);
    this.resized.disconnect();
  }

  private build(): void {
    this.view.className = 'view';
    this.view.hidden = true;
    const tools = document.createElement('div');
    tools.className = 'tools';
    tools.setAttribute('role', 'toolbar');
    this.name.className = 'name';
    this.shown.className = 'scale';
    this.shown.setAttribute('aria-live', 'polite');
    const acts: Record<Act, () => void> = {
      smaller: () => this.by(1 / 1.5), larger: () => this.by(1.5), left: () => this.turn(-90), right: () => this.turn(90), whole: () => this.whole(),
    };
    const buttons = (Object.keys(SIGNS) as Act[]).map((act) => {
      const button = document.createElement('button');
      button.type = 'button';
      button.dataset['act'] = act;
      button.innerHTML = SIGNS[act];
      button.addEventListener('click', acts[act]);
      return button;
    });
    tools.append(this.name, buttons[0] as Node, this.shown, ...buttons.slice(1));
    this.stage.className = 'stage';
    this.stage.tabIndex = 0;
    this.stage.setAttribute('role', 'img');
    this.holder.className = 'holder';
    this.picture.draggable = false;
    this.picture.alt = '';
    this.picture.addEventListener('load', () => this.to(1));
    this.holder.append(this.picture);
    this.stage.append(this.holder);
    this.view.append(tools, this.stage);
    this.stage.addEventListener('wheel', (event) => this.wheel(event), { passive: false });
    this.stage.addEventListener('dblclick', (event) => this.to(this.scale > 1 ? 1 : 2.5, event));
    this.stage.addEventListener('pointerdown', (event) => this.hold(event));
    this.stage.addEventListener('pointermove', (event) => this.drag(event));
    for (const end of ['pointerup', 'pointercancel'] as const) this.stage.addEventListener(end, () => this.letGo());
    this.dialog.addEventListener('keydown', (event) => {
      // What is beside the picture must not hear keys while it cannot be seen.
      event.stopPropagation();
      this.ownKey(event);
    });
    this.dialog.addEventListener('close', () => {
      this.shadowRoot?.insertBefore(this.view, this.shadowRoot.querySelector('.links'));
      this.to(1);
    });
  }

  private labels(): void {
    this.view.querySelectorAll<HTMLElement>('[data-act]').forEach((button) => {
      const words = this.getAttribute(`words-${button.dataset['act'] ?? ''}`) ?? '';
      button.setAttribute('aria-label', words);
      button.title = words;
    });
    this.dialog.setAttribute('aria-label', this.getAttribute('words-whole') ?? '');
  }

  private get pictures(): HTMLAnchorElement[] {
    return [...this.querySelectorAll<HTMLAnchorElement>('a[data-picture]')];
  }

  private begin(): void {
    const [first] = this.pictures;
    if (first && !this.pictures.some((each) => each.href === this.picture.src)) this.show(first);
    this.view.hidden = !first;
  }

  private show(link: HTMLAnchorElement): void {
    this.pictures.forEach((each) => each.setAttribute('aria-current', String(each === link)));
    this.name.textContent = link.textContent;
    this.stage.setAttribute('aria-label', link.textContent ?? '');
    this.picture.src = link.href;
    this.view.hidden = false;
  }

  private chosen(event: Event): void {
    const link = (event.target as HTMLElement).closest<HTMLAnchorElement>('a[data-picture]');
    if (!link) return;
    event.preventDefault();
    this.show(link);
  }

  private get degrees(): number {
    return this.turns.get(this.picture.src) ?? 0;
  }

  private turn(by: number): void {
    this.turns.set(this.picture.src, turnedBy(this.degrees, by));
    this.to(1);
  }

  private by(factor: number, at?: { clientX: number; clientY: number }): void {
    this.to(Math.min(LARGEST, Math.max(1, this.scale * factor)), at);
  }

  /** Scales around a point of the stage, in the middle where none is given. */
  private to(scale: number, at?: { clientX: number; clientY: number }): void {
    const { stage } = this;
    const box = stage.getBoundingClientRect();
    const x = at ? at.clientX - box.left : stage.clientWidth / 2;
    const y = at ? at.clientY - box.top : stage.clientHeight / 2;
    const ratio = scale / this.scale;
    const [left, top] = [(stage.scrollLeft + x) * ratio - x, (stage.scrollTop + y) * ratio - y];
    this.scale = scale;
    this.draw();
    stage.scrollTo(left, top);
  }

  private draw(): void {
    const { naturalWidth: width, naturalHeight: height } = this.picture;
    if (width === 0) return;
    const lying = this.degrees % 180 !== 0;
    // No higher than the picture needs, and never so high that the page cannot be scrolled beside it.
    const needed = this.stage.clientWidth * (lying ? width / height : height / width);
    this.stage.style.height = `${Math.round(Math.min(needed, window.innerHeight * MOST_OF_WINDOW, HIGHEST))}px`;
    const size = fitting({ width, height }, this.degrees, { width: this.stage.clientWidth, height: this.stage.clientHeight }) * this.scale;
    this.holder.style.width = `${(lying ? height : width) * size}px`;
    this.holder.style.height = `${(lying ? width : height) * size}px`;
    this.picture.style.width = `${width * size}px`;
    this.picture.style.height = `${height * size}px`;
    this.picture.style.transform = `translate(-50%, -50%) rotate(${this.degrees}deg)`;
    this.shown.textContent = `${Math.round(this.scale * 100)}%`;
  }

  /** With Ctrl, as everywhere; without it the wheel moves the picture. */
  private wheel(event: WheelEvent): void {
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    this.by(Math.exp(-event.deltaY / 300), event);
  }

  private hold(event: PointerEvent): void {
    if (event.pointerType !== 'mouse' || event.button !== 0) return;
    this.held = { x: event.clientX, y: event.clientY };
    this.stage.classList.add('held');
    this.stage.setPointerCapture(event.pointerId);
  }

  private drag(event: PointerEvent): void {
    if (!this.held) return;
    this.stage.scrollBy(this.held.x - event.clientX, this.held.y - event.clientY);
    this.held = { x: event.clientX, y: event.clientY };
  }

  private letGo(): void {
    this.held = undefined;
    this.stage.classList.remove('held');
  }

  private whole(): void {
    if (this.dialog.open) return this.dialog.close();
    this.dialog.append(this.view);
    this.dialog.showModal();
    this.stage.focus();
    this.to(1);
  }

  private pageKey(event: KeyboardEvent): void {
    const typing = event.composedPath().some((node) => /^(INPUT|TEXTAREA|SELECT)$/.test((node as HTMLElement).tagName ?? ''));
    // Over the whole screen the dialog hears its keys itself.
    if (this.view.hidden || this.dialog.open || typing || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    this.ownKey(event);
  }

  private ownKey(event: KeyboardEvent): void {
    const act = { '+': () => this.by(1.5), '=': () => this.by(1.5), '-': () => this.by(1 / 1.5), '0': () => this.to(1), r: () => this.turn(90), R: () => this.turn(90), z: () => this.whole(), Z: () => this.whole() }[event.key];
    if (!act || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    act();
  }
}

customElements.define('lianbing-shelf', Shelf);
