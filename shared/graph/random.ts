/**
 * A seeded generator (mulberry32, Tommy Ettinger): the same seed gives the same numbers on every machine, so that a
 * sampled result can be repeated and checked. Numbers from 0 to below 1. Not for secrets.
 */
export function seeded(seed: number): () => number {
  // In a typed array, because a number that outgrows 31 bits in a closure is a new object at every call.
  const state = Uint32Array.of(seed);
  return () => {
    const next = ((state[0] as number) + 0x6d2b79f5) | 0;
    state[0] = next;
    let mixed = Math.imul(next ^ (next >>> 15), next | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
