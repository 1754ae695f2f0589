/** An exact decimal number: `digits` times ten to the power of minus `scale`. */
export interface Decimal {
  digits: bigint;
  scale: number;
}

/** Digits that are worked with where a result never ends; more than are shown, so that thirds come back as one. */
const WORKED = 34;
/** Digits that are shown. */
export const SHOWN = 12;
const TEN = BigInt(10);
const ZERO = BigInt(0);
const ONE = BigInt(1);

const power = (exponent: number): bigint => TEN ** BigInt(exponent);
const size = (digits: bigint): bigint => (digits < ZERO ? -digits : digits);
const lengthOf = (digits: bigint): number => size(digits).toString().length;

export const decimal = (text: string): Decimal => {
  const [whole = '', part = ''] = text.replace('-', '').split('.');
  const digits = BigInt(whole + part || '0');
  return { digits: text.startsWith('-') ? -digits : digits, scale: part.length };
};

function aligned(one: Decimal, other: Decimal): [bigint, bigint, number] {
  const scale = Math.max(one.scale, other.scale);
  return [one.digits * power(scale - one.scale), other.digits * power(scale - other.scale), scale];
}

export function plus(one: Decimal, other: Decimal): Decimal {
  const [a, b, scale] = aligned(one, other);
  return short({ digits: a + b, scale });
}

export const minus = (one: Decimal, other: Decimal): Decimal => plus(one, { ...other, digits: -other.digits });

export const times = (one: Decimal, other: Decimal): Decimal => short({ digits: one.digits * other.digits, scale: one.scale + other.scale });

/** Undefined by nought. */
export function over(one: Decimal, other: Decimal): Decimal | undefined {
  if (other.digits === ZERO) return undefined;
  const more = Math.max(0, WORKED - lengthOf(one.digits) + lengthOf(other.digits));
  const [a, b] = [one.digits * power(more), other.digits];
  return short({ digits: halfUp(a, b), scale: one.scale - other.scale + more });
}

/** The square root, by Newton's steps on whole numbers; undefined below nought. */
export function root(of: Decimal): Decimal | undefined {
  if (of.digits < ZERO) return undefined;
  if (of.digits === ZERO) return of;
  const scale = Math.max(WORKED, Math.ceil(of.scale / 2));
  const target = of.digits * power(2 * scale - of.scale);
  let guess = power(Math.ceil(lengthOf(target) / 2));
  for (;;) {
    const next = (guess + target / guess) / BigInt(2);
    if (next >= guess) break;
    guess = next;
  }
  return short({ digits: guess, scale });
}

/** Most that a whole exponent may be. */
const HIGHEST_POWER = 1000;

/** A power: exact for whole exponents, a root for halves; undefined for any other, and for nought to less than nought. */
export function raised(base: Decimal, exponent: Decimal): Decimal | undefined {
  const twice = times(exponent, decimal('2'));
  if (twice.scale > 0 || size(twice.digits) > BigInt(2 * HIGHEST_POWER)) return undefined;
  if (twice.digits % BigInt(2) !== ZERO) {
    const half = root(base);
    return half && raised(half, { digits: twice.digits, scale: 0 });
  }
  const count = Number(size(twice.digits)) / 2;
  let result: Decimal = { digits: ONE, scale: 0 };
  for (let done = 0; done < count; done += 1) result = worked(times(result, base));
  return exponent.digits < ZERO ? over({ digits: ONE, scale: 0 }, result) : result;
}

/** No more digits than are worked with, and no noughts at the end of a fraction. */
function short(number: Decimal): Decimal {
  let { digits, scale } = worked(number);
  while (scale > 0 && digits % TEN === ZERO) {
    digits /= TEN;
    scale -= 1;
  }
  return scale < 0 ? { digits: digits * power(-scale), scale: 0 } : { digits, scale };
}

function worked({ digits, scale }: Decimal): Decimal {
  const excess = Math.min(scale, lengthOf(digits) - WORKED);
  return excess > 0 ? { digits: halfUp(digits, power(excess)), scale: scale - excess } : { digits, scale };
}

/** Rounded as at school: a half goes away from nought. */
function halfUp(digits: bigint, by: bigint): bigint {
  const negative = digits < ZERO !== by < ZERO;
  const [a, b] = [size(digits), size(by)];
  const rounded = (a * BigInt(2) + b) / (b * BigInt(2));
  return negative ? -rounded : rounded;
}

/** As it is shown: at most twelve digits, very large and very small ones with a power of ten. */
export function shown(number: Decimal): string {
  const { digits, scale } = number;
  if (digits === ZERO) return '0';
  const excess = lengthOf(digits) - SHOWN;
  const rounded = excess > 0 ? short({ digits: halfUp(digits, power(excess)) * power(excess), scale }) : short(number);
  const text = size(rounded.digits).toString();
  const sign = rounded.digits < ZERO ? '-' : '';
  const exponent = text.length - rounded.scale - 1;
  if (exponent >= SHOWN || exponent < -SHOWN + 3) return sign + scientific(text, exponent);
  if (rounded.scale === 0) return sign + text;
  const padded = text.padStart(rounded.scale + 1, '0');
  return `${sign}${padded.slice(0, -rounded.scale)}.${padded.slice(-rounded.scale)}`;
}

function scientific(digits: string, exponent: number): string {
  const part = digits.slice(1, SHOWN).replace(/0+$/, '');
  return `${digits[0] ?? '0'}${part ? `.${part}` : ''}×10^${exponent}`;
}
