/*
 * CityHash128 of version 1.0.2 (Geoff Pike and Jyrki Alakuijala, Google, 2011), which ClickHouse keeps for the checksums
 * of its compressed blocks; later versions give other values. Arithmetic is modulo 2^64.
 */
type Pair = readonly [bigint, bigint];

const K0 = 0xc3a5c85c97cb3127n;
const K1 = 0xb492b66fbe98f273n;
const K2 = 0x9ae16a3b2f90404fn;
const K3 = 0xc949d7c7509e6557n;
const K_MUL = 0x9ddfea08eb382d69n;
const MASK = 0xffffffffffffffffn;

/** The 16 bytes as ClickHouse writes them: the low half first, each half little-endian. */
export function cityHash128(data: Buffer): Buffer {
  const [low, high] = hash(data);
  const bytes = Buffer.allocUnsafe(16);
  bytes.writeBigUInt64LE(low, 0);
  bytes.writeBigUInt64LE(high, 8);
  return bytes;
}

function hash(data: Buffer): Pair {
  const length = BigInt(data.length);
  if (data.length >= 16)
    return seeded(data.subarray(16), [data.readBigUInt64LE(0) ^ K3, data.readBigUInt64LE(8)]);
  if (data.length >= 8) {
    const first = data.readBigUInt64LE(0) ^ mul(length, K0);
    return seeded(Buffer.alloc(0), [first, data.readBigUInt64LE(data.length - 8) ^ K1]);
  }
  return seeded(data, [K0, K1]);
}

function seeded(data: Buffer, seed: Pair): Pair {
  if (data.length < 128) return murmur(data, seed);
  const at = (offset: number): bigint => data.readBigUInt64LE(offset);
  let [x, y] = seed;
  let z = mul(BigInt(data.length), K1);
  let v: Pair;
  let w: Pair;
  {
    const v0 = add(mul(rotate(y ^ K1, 49n), K1), at(0));
    v = [v0, add(mul(rotate(v0, 42n), K1), at(8))];
    w = [add(mul(rotate(add(y, z), 35n), K1), x), mul(rotate(add(x, at(88)), 53n), K1)];
  }
  let s = 0;
  let rest = data.length;
  do {
    for (let half = 0; half < 2; half += 1) {
      x = mul(rotate((x + y + v[0] + at(s + 16)) & MASK, 37n), K1);
      y = mul(rotate((y + v[1] + at(s + 48)) & MASK, 42n), K1);
      x ^= w[1];
      y ^= v[0];
      z = rotate(z ^ w[0], 33n);
      v = weak(data, s, mul(v[1], K1), add(x, w[0]));
      w = weak(data, s + 32, add(z, w[1]), y);
      [z, x] = [x, z];
      s += 64;
    }
    rest -= 128;
  } while (rest >= 128);
  y = (y + mul(rotate(w[0], 37n), K0) + z) & MASK;
  x = add(x, mul(rotate(add(v[0], z), 49n), K0));
  for (let done = 0; done < rest;) {
    done += 32;
    // The last step reaches back into bytes that were mixed already.
    const from = s + rest - done;
    y = add(mul(rotate((y - x) & MASK, 42n), K0), v[1]);
    w = [add(w[0], at(from + 16)), w[1]];
    x = add(mul(rotate(x, 49n), K0), w[0]);
    w = [add(w[0], v[0]), w[1]];
    v = weak(data, from, v[0], v[1]);
  }
  x = mix(x, v[0]);
  y = mix(y, w[0]);
  return [add(mix(add(x, v[1]), w[1]), y), mix(add(x, w[1]), add(y, v[1]))];
}

function murmur(data: Buffer, seed: Pair): Pair {
  const at = (offset: number): bigint => data.readBigUInt64LE(offset);
  const length = BigInt(data.length);
  let [a, b] = seed;
  let c: bigint;
  let d: bigint;
  if (data.length <= 16) {
    a = mul(shiftMix(mul(a, K1)), K1);
    c = add(mul(b, K1), short(data));
    d = shiftMix(add(a, data.length >= 8 ? at(0) : c));
  } else {
    c = mix(add(at(data.length - 8), K1), a);
    d = mix(add(b, length), add(c, at(data.length - 16)));
    a = add(a, d);
    let s = 0;
    for (let rest = data.length - 16; rest > 0; rest -= 16, s += 16) {
      a = mul(a ^ mul(shiftMix(mul(at(s), K1)), K1), K1);
      b ^= a;
      c = mul(c ^ mul(shiftMix(mul(at(s + 8), K1)), K1), K1);
      d ^= c;
    }
  }
  a = mix(a, c);
  b = mix(d, b);
  return [a ^ b, mix(b, a)];
}

/** Of at most 16 bytes. */
function short(data: Buffer): bigint {
  const length = BigInt(data.length);
  if (data.length > 8) {
    const b = data.readBigUInt64LE(data.length - 8);
    return mix(data.readBigUInt64LE(0), rotate(add(b, length), length)) ^ b;
  }
  if (data.length >= 4) {
    return mix(add(length, BigInt(data.readUInt32LE(0)) << 3n), BigInt(data.readUInt32LE(data.length - 4)));
  }
  if (data.length > 0) {
    const y = BigInt(data[0]! + (data[data.length >> 1]! << 8));
    const z = BigInt(data.length + (data[data.length - 1]! << 2));
    return mul(shiftMix(mul(y, K2) ^ mul(z, K3)), K2);
  }
  return K2;
}

function weak(data: Buffer, from: number, a: bigint, b: bigint): Pair {
  const w = data.readBigUInt64LE(from);
  const x = data.readBigUInt64LE(from + 8);
  const y = data.readBigUInt64LE(from + 16);
  const z = data.readBigUInt64LE(from + 24);
  const start = add(a, w);
  const turned = rotate((b + start + z) & MASK, 21n);
  const sum = (start + x + y) & MASK;
  return [add(sum, z), (turned + rotate(sum, 44n) + start) & MASK];
}

/** Two halves to 64 bits, after Murmur. */
function mix(low: bigint, high: bigint): bigint {
  let a = mul(low ^ high, K_MUL);
  a ^= a >> 47n;
  let b = mul(high ^ a, K_MUL);
  b ^= b >> 47n;
  return mul(b, K_MUL);
}

function shiftMix(value: bigint): bigint {
  return value ^ (value >> 47n);
}

function rotate(value: bigint, by: bigint): bigint {
  return ((value >> by) | (value << (64n - by))) & MASK;
}

function add(a: bigint, b: bigint): bigint {
  return (a + b) & MASK;
}

function mul(a: bigint, b: bigint): bigint {
  return (a * b) & MASK;
}
