/**
 * Counts down by the server's clock: `left` says how many milliseconds are left at this moment, and from then on the
 * browser's steady clock counts, so a device whose clock is wrong shows the right time. `days` is the word for days.
 */
const DAY = 86_400_000;
const HOUR = 3_600_000;
const MINUTE = 60_000;

const two = (value: number) => String(Math.floor(value)).padStart(2, '0');

export function remaining(milliseconds: number, days: string): string {
  const left = Math.max(0, Math.ceil(milliseconds / 1000) * 1000);
  if (left >= DAY) return `${Math.floor(left / DAY)} ${days} ${two((left % DAY) / HOUR)}:${two((left % HOUR) / MINUTE)}`;
  const seconds = two((left % MINUTE) / 1000);
  if (left >= HOUR) return `${Math.floor(left / HOUR)}:${two((left % HOUR) / MINUTE)}:${seconds}`;
  return `${Math.floor(left / MINUTE)}:${seconds}`;
}

class Countdown extends HTMLElement {
  static readonly observedAttributes = ['left'];

  private end = 0;
  private timer: ReturnType<typeof setInterval> | undefined;

  attributeChangedCallback(_name: string, _old: string | null, left: string | null): void {
    this.end = performance.now() + Number(left ?? 0);
    this.show();
  }

  connectedCallback(): void {
    this.setAttribute('role', 'timer');
    this.timer = setInterval(() => this.show(), 250);
    this.show();
  }

  disconnectedCallback(): void {
    clearInterval(this.timer);
  }

  private show(): void {
    const text = remaining(this.end - performance.now(), this.getAttribute('days') ?? '');
    if (this.textContent !== text) this.textContent = text;
  }
}

customElements.define('lianbing-countdown', Countdown);
