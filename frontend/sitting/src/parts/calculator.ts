import { html, nothing } from 'lit';
import { Calculator, calculatorKey } from '../sitting/calculator';
import { t } from '../texts';
import { LightElement } from './light-element';

const KEYS = ['MC', 'MR', 'M−', 'M+', 'C', '(', ')', '√', 'x²', '⌫', '7', '8', '9', '÷', '^', '4', '5', '6', '×', '-', '1', '2', '3', '+', '=', '0', '.'] as const;
const KINDS: Record<string, string> = { '=': 'equals', '0': 'nought', C: 'clear', '⌫': 'clear' };

const kindOf = (key: string) => KINDS[key] ?? (/^[1-9.]$/.test(key) ? 'digit' : /^M/.test(key) ? 'memory' : 'act');

/** A calculator for exams that allow one: exact decimals, brackets, roots and powers, a memory; by touch and by keyboard. Hooks: calculator, calculator-key (with data-key), calculator-expression, calculator-result. */
export class CalculatorPad extends LightElement {
  static override properties = { calculator: { attribute: false } };
  declare calculator: Calculator;

  /** What is typed goes into the expression at once. */
  override firstUpdated(): void {
    this.querySelector<HTMLElement>('.calculator')?.focus({ preventScroll: true });
  }

  override render() {
    const { calculator } = this;
    return html`
      <div class="calculator" role="group" aria-label=${t().calculator} tabindex="0" data-test="calculator" @keydown=${this.key}>
        <div class="calculator-display">
          <span class="calculator-memory" aria-label=${t().memoryHeld}>${calculator.remembers ? 'M' : nothing}</span>
          <span class="calculator-expression" data-test="calculator-expression">${written(calculator.expression) || '0'}</span>
          <output class="calculator-result ${calculator.failed ? 'failed' : ''}" role="status" data-test="calculator-result">${calculator.failed ? t().notCalculable : calculator.display ? `= ${written(calculator.display)}` : nothing}</output>
        </div>
        <div class="calculator-keys">
          ${KEYS.map((key) => html`<button class="key ${kindOf(key)}" aria-label=${t().calculatorKeys[key === '.' ? 'point' : key] ?? key} data-test="calculator-key" data-key=${key} @click=${() => this.press(key)}>${key === '-' ? '−' : key === '^' ? html`x<sup>y</sup>` : key === 'x²' ? html`x<sup>2</sup>` : key}</button>`)}
        </div>
      </div>
    `;
  }

  private press(key: string): void {
    this.calculator.press(key);
    this.requestUpdate();
    void this.updateComplete.then(() => {
      const line = this.querySelector('.calculator-expression');
      if (line) line.scrollLeft = line.scrollWidth;
    });
  }

  private readonly key = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const onKey = (event.target as HTMLElement).tagName === 'BUTTON';
    // Enter on a key presses that key.
    if (onKey && event.key === 'Enter') return;
    const key = calculatorKey(event.key);
    if (!key) return;
    event.preventDefault();
    this.press(key);
  };
}

/** As it is read: a minus of full width, the exponent after a small roof. */
const written = (text: string): string => text.replace(/-/g, '−');

customElements.define('lb-calculator', CalculatorPad);
