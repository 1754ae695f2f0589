/**
 * SHA-256 (FIPS 180-4). The browser's own where there is one: `crypto.subtle` exists on HTTPS and localhost only, and
 * the page must work on a plain-http address of an inner network, too.
 */
export async function sha256(bytes: ArrayBuffer): Promise<string> {
  const { subtle } = globalThis.crypto ?? {};
  return hex(subtle ? new Uint8Array(await subtle.digest('SHA-256', bytes)) : digest(new Uint8Array(bytes)));
}

const hex = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

/** The first 32 bits of the fractional parts of a root of the first primes. */
function fractions(count: number, power: number): Uint32Array {
  const found = new Uint32Array(count);
  for (let candidate = 2, at = 0; at < count; candidate += 1) {
    let prime = true;
    for (let divisor = 2; divisor * divisor <= candidate; divisor += 1) if (candidate % divisor === 0) prime = false;
    if (prime) found[at++] = (candidate ** power % 1) * 2 ** 32;
  }
  return found;
}

const ROUNDS = fractions(64, 1 / 3);
const BLOCK = 64;

/** Without the browser's help; about thirty megabytes a second on a phone. */
export function digest(bytes: Uint8Array): Uint8Array {
  const state = fractions(8, 1 / 2);
  const whole = bytes.length - (bytes.length % BLOCK);
  for (let at = 0; at < whole; at += BLOCK) compress(state, new DataView(bytes.buffer, bytes.byteOffset + at, BLOCK));
  const rest = bytes.subarray(whole);
  const tail = new Uint8Array(rest.length < BLOCK - 8 ? BLOCK : 2 * BLOCK);
  tail.set(rest);
  tail[rest.length] = 0x80;
  const end = new DataView(tail.buffer);
  end.setUint32(tail.length - 8, Math.floor(bytes.length / 2 ** 29));
  end.setUint32(tail.length - 4, (bytes.length % 2 ** 29) * 8);
  for (let at = 0; at < tail.length; at += BLOCK) compress(state, new DataView(tail.buffer, at, BLOCK));
  const out = new DataView(new ArrayBuffer(32));
  state.forEach((word, at) => out.setUint32(at * 4, word));
  return new Uint8Array(out.buffer);
}

const turned = (word: number, by: number): number => (word >>> by) | (word << (32 - by));

const words = new Uint32Array(64);

function compress(state: Uint32Array, block: DataView): void {
  for (let t = 0; t < 16; t += 1) words[t] = block.getUint32(t * 4);
  for (let t = 16; t < 64; t += 1) {
    const [x, y] = [words[t - 15] as number, words[t - 2] as number];
    const small0 = turned(x, 7) ^ turned(x, 18) ^ (x >>> 3);
    const small1 = turned(y, 17) ^ turned(y, 19) ^ (y >>> 10);
    words[t] = (words[t - 16] as number) + small0 + (words[t - 7] as number) + small1;
  }
  let [a, b, c, d, e, f, g, h] = state as unknown as [number, number, number, number, number, number, number, number];
  for (let t = 0; t < 64; t += 1) {
    const big1 = turned(e, 6) ^ turned(e, 11) ^ turned(e, 25);
    const first = (h + big1 + ((e & f) ^ (~e & g)) + (ROUNDS[t] as number) + (words[t] as number)) | 0;
    const big0 = turned(a, 2) ^ turned(a, 13) ^ turned(a, 22);
    const second = (big0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + first) | 0, c, b, a, (first + second) | 0];
  }
  [a, b, c, d, e, f, g, h].forEach((word, at) => (state[at] = (state[at] as number) + word));
}
