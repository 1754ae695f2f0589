import { decimal, minus, over, plus, raised, root, shown, times } from './decimal';
import type { Decimal } from './decimal';

/** The signs of an expression: digits and point, four operations, power, root, brackets, M for the memory. */
export const SIGNS = '0123456789.+-×÷^√()M' as const;

type Token = { kind: 'number'; value: Decimal; memory?: boolean } | { kind: 'sign'; sign: string };

/** Undefined where it is no expression, or where a value does not exist, such as a division by nought. */
export function evaluate(expression: string, memory: Decimal = decimal('0')): Decimal | undefined {
  const tokens = tokensOf(expression, memory);
  if (!tokens) return undefined;
  const reading = new Reading(tokens);
  const value = reading.sum();
  return reading.done ? value : undefined;
}

function tokensOf(expression: string, memory: Decimal): Token[] | undefined {
  const tokens: Token[] = [];
  const pattern = /\s*(\d+\.?\d*|\.\d+|[-+×÷^√()M])/y;
  while (pattern.lastIndex < expression.trimEnd().length) {
    const match = pattern.exec(expression);
    if (!match) return undefined;
    const text = match[1] as string;
    if (text === 'M') tokens.push({ kind: 'number', value: memory, memory: true });
    else tokens.push(/\d/.test(text) ? { kind: 'number', value: decimal(text) } : { kind: 'sign', sign: text });
  }
  return tokens;
}

/**
 * Reads by the rules of school: powers and roots before × and ÷, those before + and −, from left to right; a number
 * before a bracket or a root multiplies it. −2^2 is −4, 2^−1 is a half, 2^3^2 is 2^9.
 */
class Reading {
  private at = 0;

  constructor(private readonly tokens: readonly Token[]) {}

  get done(): boolean {
    return this.at === this.tokens.length;
  }

  sum(): Decimal | undefined {
    let value = this.product();
    for (let sign = this.take('+', '-'); sign; sign = this.take('+', '-')) {
      const next = this.product();
      value = value && next && (sign === '+' ? plus(value, next) : minus(value, next));
    }
    return value;
  }

  private product(): Decimal | undefined {
    let value = this.signed();
    for (;;) {
      const sign = this.take('×', '÷') ?? (this.multiplies() ? '×' : undefined);
      if (!sign) return value;
      const next = this.signed();
      value = value && next && (sign === '×' ? times(value, next) : over(value, next));
    }
  }

  private signed(): Decimal | undefined {
    if (this.take('-')) {
      const value = this.signed();
      return value && minus(decimal('0'), value);
    }
    return this.take('+') ? this.signed() : this.power();
  }

  private power(): Decimal | undefined {
    const base = this.atom();
    if (!this.take('^')) return base;
    const exponent = this.signed();
    return base && exponent && raised(base, exponent);
  }

  private atom(): Decimal | undefined {
    const token = this.tokens[this.at];
    if (token?.kind === 'number') {
      this.at += 1;
      return token.value;
    }
    if (this.take('√')) {
      const of = this.atom();
      return of && root(of);
    }
    if (!this.take('(')) return undefined;
    const value = this.sum();
    // A bracket that is still open at the end closes there, as on a pocket calculator.
    return this.take(')') || this.done ? value : undefined;
  }

  private multiplies(): boolean {
    const token = this.tokens[this.at];
    const before = this.tokens[this.at - 1];
    if (token?.kind === 'number') return token.memory === true || before?.kind === 'sign';
    return token?.kind === 'sign' && (token.sign === '(' || token.sign === '√');
  }

  private take(...signs: string[]): string | undefined {
    const token = this.tokens[this.at];
    if (token?.kind !== 'sign' || !signs.includes(token.sign)) return undefined;
    this.at += 1;
    return token.sign;
  }
}

/** Longest expression; nobody reads more on a phone. */
const LONGEST = 80;

/** What the keys of a calculator do: an expression is written, = works it out, and one goes on with the result. */
export class Calculator {
  expression = '';
  /** What came out last; undefined before, and where nothing does. */
  result: Decimal | undefined;
  memory: Decimal = decimal('0');
  failed = false;
  private worked = false;

  get remembers(): boolean {
    return this.memory.digits !== BigInt(0);
  }

  get display(): string {
    return this.result ? shown(this.result) : '';
  }

  /** A key by its sign: those of an expression, and =, C, ⌫, MC, MR, M+, M−, x². */
  press(key: string): void {
    if (key === '=') this.work();
    else if (key === 'C') this.clear();
    else if (key === '⌫') this.write(this.worked ? '' : this.expression.slice(0, -1));
    else if (key === 'MC') this.memory = decimal('0');
    else if (key === 'MR') this.add('M');
    else if (key === 'M+' || key === 'M−') this.toMemory(key === 'M+');
    else if (key === 'x²') this.add('^2');
    else if (SIGNS.includes(key)) this.add(key);
  }

  private add(signs: string): void {
    const goesOn = /^[-+×÷^]/.test(signs);
    // After a result an operation goes on with it, anything else begins anew.
    const before = this.worked ? (goesOn && this.result ? exact(this.result) : '') : this.expression;
    if (before.length + signs.length <= LONGEST) this.write(before + signs);
  }

  private write(expression: string): void {
    this.expression = expression;
    this.worked = false;
    this.failed = false;
    this.result = undefined;
  }

  private work(): void {
    if (this.expression === '') return;
    this.result = evaluate(this.expression, this.memory);
    this.failed = this.result === undefined;
    this.worked = !this.failed;
  }

  private toMemory(add: boolean): void {
    this.work();
    if (this.result) this.memory = add ? plus(this.memory, this.result) : minus(this.memory, this.result);
  }

  private clear(): void {
    this.write('');
  }
}

/** With all digits, so that going on loses none. */
function exact({ digits, scale }: Decimal): string {
  const text = (digits < BigInt(0) ? -digits : digits).toString().padStart(scale + 1, '0');
  const whole = scale > 0 ? `${text.slice(0, -scale)}.${text.slice(-scale)}` : text;
  return digits < BigInt(0) ? `(-${whole})` : whole;
}

/** The key of a calculator for one of a keyboard. */
export function calculatorKey(key: string): string | undefined {
  const others: Record<string, string> = { '*': '×', x: '×', '/': '÷', Enter: '=', Backspace: '⌫', Delete: 'C', c: 'C', C: 'C', r: '√', R: '√', m: 'MR', M: 'MR', ',': '.' };
  return others[key] ?? (key === '=' || (key.length === 1 && SIGNS.includes(key)) ? key : undefined);
}
