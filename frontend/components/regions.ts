import { drawn, fresh, grown, handles, moved, polygon, pulled, regionsOf } from './regions-shape';
import type { Kind, Region, Shape, Size, Spot } from './regions-shape';
import { STYLE, TOOL_SIGNS } from './regions-look';

/**
 * The regions of a 热点, drawn on its picture: by mouse or finger, or by keys alone. `regions` is their JSON, told back by
 * the event `regions-changed`; `sized` tells the size of a picture that has just come. The words are attributes.
 */
const MOST = 20;
const MOST_CORNERS = 50;
const STEPS = 80;
const PAUSE_MS = 250;
const KINDS: Kind[] = ['rectangle', 'circle', 'polygon'];
const NS = 'http://www.w3.org/2000/svg';

type Grip = { at: number; handle: number | undefined; from: Spot; shape: Shape } | { from: Spot; kind: 'rectangle' | 'circle' };

class Regions extends HTMLElement {
  static readonly observedAttributes = ['src', 'width', 'height'];

  private readonly picture = document.createElement('img');
  private readonly drawing = document.createElementNS(NS, 'svg');
  private readonly list = document.createElement('ol');
  private readonly hint = document.createElement('p');
  private readonly tools = document.createElement('div');
  private readonly resized = new ResizeObserver(() => this.draw());
  private all: Region[] = [];
  private chosen = -1;
  private tool: Kind | undefined;
  private grip: Grip | undefined;
  private draft: Shape | undefined;
  private corners: Spot[] = [];
  /** What is drawn anew gets its focus back, and nobody has chosen it by that. */
  private restoring = false;
  private later: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    super();
    const style = document.createElement('style');
    style.textContent = STYLE;
    const stage = document.createElement('div');
    stage.className = 'stage';
    this.picture.alt = '';
    this.picture.draggable = false;
    this.picture.addEventListener('load', () => this.arrived());
    this.drawing.setAttribute('preserveAspectRatio', 'none');
    this.drawing.tabIndex = 0;
    this.drawing.setAttribute('role', 'application');
    stage.append(this.picture, this.drawing);
    this.tools.className = 'tools';
    this.tools.setAttribute('role', 'toolbar');
    this.hint.className = 'hint';
    this.hint.setAttribute('role', 'status');
    this.attachShadow({ mode: 'open' }).append(style, this.tools, stage, this.hint, this.list);
    this.drawing.addEventListener('pointerdown', (event) => this.down(event));
    this.drawing.addEventListener('pointermove', (event) => this.drag(event));
    for (const end of ['pointerup', 'pointercancel'] as const) this.drawing.addEventListener(end, (event) => this.up(event));
    this.drawing.addEventListener('dblclick', () => this.close());
    this.drawing.addEventListener('keydown', (event) => this.key(event));
    this.drawing.addEventListener('focusin', (event) => this.focused(event));
  }

  get regions(): string {
    return JSON.stringify(this.all);
  }

  set regions(text: string) {
    if (text === this.regions) return;
    this.all = regionsOf(text);
    this.chosen = Math.min(this.chosen, this.all.length - 1);
    this.draw();
    this.rows();
  }

  connectedCallback(): void {
    // A property that was set before this class was there hides the setter above.
    const early = Object.getOwnPropertyDescriptor(this, 'regions');
    if (early) {
      delete (this as { regions?: string }).regions;
      this.regions = early.value as string;
    }
    this.drawing.setAttribute('aria-label', this.word('stage'));
    this.tools.replaceChildren(...KINDS.map((kind) => this.button(TOOL_SIGNS[kind], this.word(kind), () => this.use(this.tool === kind ? undefined : kind), kind)));
    this.use(undefined);
    this.rows();
    this.resized.observe(this.picture);
  }

  disconnectedCallback(): void {
    this.resized.disconnect();
    // What was moved last is told even when the page goes on.
    if (this.later !== undefined) this.tell();
  }

  attributeChangedCallback(name: string, _old: string | null, value: string | null): void {
    if (name === 'src' && value !== this.picture.getAttribute('src')) this.picture.src = value ?? '';
    this.draw();
  }

  private word(name: string): string {
    return this.getAttribute(`words-${name}`) ?? '';
  }

  private get size(): Size {
    return { width: Math.max(1, Number(this.getAttribute('width')) || 1), height: Math.max(1, Number(this.getAttribute('height')) || 1) };
  }

  private arrived(): void {
    const { naturalWidth: width, naturalHeight: height } = this.picture;
    if (width > 0 && height > 0) this.dispatchEvent(new CustomEvent('sized', { detail: { width, height } }));
    this.draw();
  }

  private button(sign: string, label: string, act: () => void, test: string): HTMLButtonElement {
    const button = document.createElement('button');
    button.type = 'button';
    button.dataset['test'] = test;
    button.innerHTML = sign;
    const words = document.createElement('span');
    words.textContent = label;
    button.append(words);
    button.addEventListener('click', act);
    return button;
  }

  /** Takes up a way to draw, or puts it down. */
  private use(kind: Kind | undefined): void {
    this.tool = kind && this.all.length < MOST ? kind : undefined;
    this.corners = [];
    this.draft = undefined;
    this.tools.querySelectorAll('button').forEach((button) => button.setAttribute('aria-pressed', String(button.dataset['test'] === this.tool)));
    this.drawing.classList.toggle('draws', this.tool !== undefined);
    this.hint.textContent = this.word(this.tool === 'polygon' ? 'hint-polygon' : this.tool ? 'hint-draw' : this.all.length >= MOST ? 'hint-full' : 'hint');
    this.draw();
  }

  private spotOf({ clientX, clientY }: PointerEvent): Spot {
    const frame = this.drawing.getBoundingClientRect();
    const { width, height } = this.size;
    return { x: ((clientX - frame.left) / Math.max(1, frame.width)) * width, y: ((clientY - frame.top) / Math.max(1, frame.height)) * height };
  }

  private down(event: PointerEvent): void {
    if (event.button !== 0) return;
    const from = this.spotOf(event);
    if (this.tool === 'polygon') return this.corner(from);
    const held = (event.target as Element).closest<SVGElement>('[data-at]');
    if (this.tool) this.grip = { from, kind: this.tool };
    else if (held) {
      const at = Number(held.dataset['at']);
      const { handle } = held.dataset;
      this.grip = { at, handle: handle === undefined ? undefined : Number(handle), from, shape: (this.all[at] as Region).shape };
      this.choose(at);
    } else return;
    event.preventDefault();
    this.drawing.setPointerCapture(event.pointerId);
  }

  private drag(event: PointerEvent): void {
    const to = this.spotOf(event);
    const { grip } = this;
    if (this.tool === 'polygon' && this.corners.length > 0) this.draft = polygon([...this.corners, to], this.size);
    else if (!grip) return;
    else if ('kind' in grip) this.draft = drawn(grip.kind, grip.from, to, this.size);
    else this.reshape(grip.at, grip.handle === undefined ? moved(grip.shape, to.x - grip.from.x, to.y - grip.from.y, this.size) : pulled(grip.shape, grip.handle, to, this.size));
    this.draw();
  }

  private up(event: PointerEvent): void {
    const { grip, draft } = this;
    this.grip = undefined;
    if (!grip) return;
    if (event.type === 'pointercancel') this.draft = undefined;
    else if ('kind' in grip) this.add(draft ?? fresh(grip.kind, this.size), grip.kind);
    else this.tell();
    this.draw();
  }

  /** One more corner; at the first one the polygon is whole. */
  private corner(at: Spot): void {
    const [first] = this.corners;
    const near = Math.max(this.size.width, this.size.height) / 40;
    if (first && Math.hypot(first.x - at.x, first.y - at.y) < near) return this.close();
    this.corners.push(at);
    if (this.corners.length === MOST_CORNERS) this.close();
    this.draw();
  }

  private close(): void {
    if (this.tool !== 'polygon') return;
    // A double click has put a corner twice.
    const corners = this.corners.filter((each, at) => at === 0 || Math.hypot(each.x - (this.corners[at - 1] as Spot).x, each.y - (this.corners[at - 1] as Spot).y) > 1);
    const whole = polygon(corners, this.size);
    if (whole) this.add(whole, 'polygon');
  }

  /** The first one is right: one that is asked for must be. */
  private add(shape: Shape, kind: Kind): void {
    if (this.all.length >= MOST) return;
    this.all = [...this.all, { shape: shape.kind === kind ? shape : fresh(kind, this.size), name: '', correct: !this.all.some(({ correct }) => correct) }];
    this.chosen = this.all.length - 1;
    this.use(undefined);
    this.rows();
    this.tell();
    this.focusOn(this.chosen);
  }

  private drop(at: number): void {
    this.all = this.all.filter((_, each) => each !== at);
    this.chosen = Math.min(at, this.all.length - 1);
    this.use(undefined);
    this.rows();
    this.tell();
    this.focusOn(this.chosen);
  }

  private reshape(at: number, shape: Shape): void {
    this.all = this.all.map((each, place) => (place === at ? { ...each, shape } : each));
  }

  private mark(at: number, correct: boolean): void {
    this.all = this.all.map((each, place) => (place === at ? { ...each, correct } : each));
    const box = this.list.children[at]?.querySelector<HTMLInputElement>('input[type=checkbox]');
    if (box) box.checked = correct;
    this.draw();
    this.tell();
  }

  private choose(at: number): void {
    if (this.chosen === at) return;
    this.chosen = at;
    this.draw();
    this.list.querySelectorAll('li').forEach((row, place) => row.classList.toggle('chosen', place === at));
  }

  private focused(event: Event): void {
    const at = (event.target as SVGElement).dataset['at'];
    if (at !== undefined && !this.restoring) this.choose(Number(at));
  }

  private focusOn(at: number): void {
    (this.drawing.querySelector<SVGElement>(`[data-key="${at}"]`) ?? this.drawing).focus();
  }

  private key(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || !this.acts(event)) return;
    event.preventDefault();
    event.stopPropagation();
  }

  /** Whether the key was for us. */
  private acts(event: KeyboardEvent): boolean {
    const held = (event.target as SVGElement).dataset;
    const at = held['at'] === undefined ? undefined : Number(held['at']);
    if (event.key === 'Escape' && (this.tool || this.corners.length > 0)) this.use(undefined);
    else if (event.key === 'Enter' && this.corners.length > 0) this.close();
    else if (event.key === 'Enter' || event.key === 'n' || event.key === 'N') this.add(fresh(this.tool ?? 'rectangle', this.size), this.tool ?? 'rectangle');
    else if (at === undefined) return false;
    else if (event.key === 'Delete' || event.key === 'Backspace') this.drop(at);
    else if (event.key === ' ') this.mark(at, !(this.all[at] as Region).correct);
    else return this.steer(event, at, held['handle'] === undefined ? undefined : Number(held['handle']));
    return true;
  }

  private steer(event: KeyboardEvent, at: number, handle: number | undefined): boolean {
    const by = Math.max(1, Math.round(Math.max(this.size.width, this.size.height) / STEPS));
    const ways: Record<string, [number, number]> = { ArrowLeft: [-by, 0], ArrowRight: [by, 0], ArrowUp: [0, -by], ArrowDown: [0, by] };
    const way = ways[event.key];
    if (!way) return false;
    const { shape } = this.all[at] as Region;
    const [dx, dy] = way;
    const spot = handle === undefined ? undefined : handles(shape)[handle];
    if (spot && handle !== undefined) this.reshape(at, pulled(shape, handle, { x: spot.x + dx, y: spot.y + dy }, this.size));
    else this.reshape(at, event.shiftKey ? grown(shape, dx, dy, this.size) : moved(shape, dx, dy, this.size));
    this.draw();
    clearTimeout(this.later);
    this.later = setTimeout(() => this.tell(), PAUSE_MS);
    return true;
  }

  private tell(): void {
    clearTimeout(this.later);
    this.later = undefined;
    this.dispatchEvent(new CustomEvent('regions-changed'));
  }

  /** The picture with its regions; what had the focus has it again. */
  private draw(): void {
    const { width, height } = this.size;
    const focus = (this.shadowRoot?.activeElement as SVGElement | null)?.dataset?.['key'];
    const unit = width / Math.max(1, this.drawing.clientWidth || width);
    this.drawing.setAttribute('viewBox', `0 0 ${width} ${height}`);
    const shapes = this.all.flatMap((region, at) => this.shown(region, at, unit));
    const open = this.corners.map(({ x, y }) => element('circle', { cx: x, cy: y, r: 5 * unit, class: 'corner' }));
    this.drawing.replaceChildren(...shapes, ...(this.draft ? [outline(this.draft, { class: 'draft' })] : []), ...open);
    this.restoring = true;
    if (focus !== undefined) this.drawing.querySelector<SVGElement>(`[data-key="${focus}"]`)?.focus({ preventScroll: true });
    this.restoring = false;
  }

  private shown({ shape, name, correct }: Region, at: number, unit: number): SVGElement[] {
    const label = `${at + 1} ${name} ${correct ? this.word('right') : this.word('wrong')}`;
    const look = `region${correct ? ' right' : ''}${at === this.chosen ? ' chosen' : ''}`;
    const body = outline(shape, { class: look, 'data-at': at, 'data-key': at, tabindex: 0, role: 'img', 'aria-label': label });
    const [{ x, y }] = handles(shape) as [Spot];
    const number = element('text', { x: shape.kind === 'circle' ? shape.x : x + 6 * unit, y: shape.kind === 'circle' ? shape.y : y + 16 * unit, 'font-size': 14 * unit, class: correct ? 'right' : '' });
    number.textContent = `${at + 1}${correct ? '✓' : ''}`;
    const grips = at === this.chosen && !this.tool
      ? handles(shape).map((each, handle) => element('circle', { cx: each.x, cy: each.y, r: 8 * unit, class: 'handle', 'data-at': at, 'data-handle': handle, 'data-key': `${at}-${handle}`, tabindex: 0, role: 'img', 'aria-label': `${this.word('corner')} ${handle + 1}` }))
      : [];
    return [body, number, ...grips];
  }

  /** The regions in words, each with its name and whether it is right. */
  private rows(): void {
    this.list.replaceChildren(...this.all.map((region, at) => {
      const row = document.createElement('li');
      row.classList.toggle('chosen', at === this.chosen);
      const name = document.createElement('input');
      name.type = 'text';
      name.maxLength = 100;
      name.value = region.name;
      name.placeholder = this.word('name');
      name.setAttribute('aria-label', `${this.word('name')} ${at + 1}`);
      name.addEventListener('focus', () => this.choose(at));
      name.addEventListener('change', () => {
        this.all = this.all.map((each, place) => (place === at ? { ...each, name: name.value.trim() } : each));
        this.draw();
        this.tell();
      });
      const right = document.createElement('label');
      const box = document.createElement('input');
      box.type = 'checkbox';
      box.checked = region.correct;
      box.addEventListener('change', () => this.mark(at, box.checked));
      right.append(box, this.word('right'));
      row.append(name, right, this.button(TOOL_SIGNS.remove, this.word('remove'), () => this.drop(at), 'remove'));
      return row;
    }));
  }
}

function element(tag: string, attributes: Record<string, string | number>): SVGElement {
  const made = document.createElementNS(NS, tag);
  Object.entries(attributes).forEach(([name, value]) => made.setAttribute(name, String(value)));
  return made;
}

function outline(shape: Shape, attributes: Record<string, string | number>): SVGElement {
  if (shape.kind === 'circle') return element('circle', { cx: shape.x, cy: shape.y, r: shape.radius, ...attributes });
  if (shape.kind === 'rectangle') return element('rect', { x: shape.x, y: shape.y, width: shape.width, height: shape.height, ...attributes });
  return element('polygon', { points: shape.corners.map(({ x, y }) => `${x},${y}`).join(' '), ...attributes });
}

customElements.define('lianbing-regions', Regions);
