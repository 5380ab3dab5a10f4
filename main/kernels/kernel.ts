import fs from 'node:fs';
import { kernelPath } from '../assets.ts';

/** The WebAssembly kernels, each `main/kernels/<name>.as.ts`, built by `scripts/kernels.mjs`. */
export type KernelName = 'betweenness' | 'cascade';

/** A kernel with its memory; `heapBase` is the first byte that is ours to use. */
export type KernelExports = {
  readonly memory: { readonly buffer: ArrayBuffer; readonly grow: (pages: number) => number };
  readonly heapBase: () => number;
};

/** What we use of WebAssembly: the types of the browser are not for this folder, and Node's own leave it out. */
const { Instance, Module, validate } = Reflect.get(globalThis, 'WebAssembly') as {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object) => { readonly exports: KernelExports };
  readonly validate: (bytes: Uint8Array) => boolean;
};

/** A started kernel, or undefined where it is not built or the machine has no SIMD: then TypeScript does the work. */
export function startKernel<Exports extends KernelExports>(name: KernelName): Exports | undefined {
  const file = kernelPath(name);
  if (!fs.existsSync(file)) return undefined;
  const bytes = fs.readFileSync(file);
  if (!validate(bytes)) return undefined;
  return new Instance(new Module(bytes)).exports as Exports;
}

const KINDS = { u8: Uint8Array, i32: Int32Array, u32: Uint32Array, f32: Float32Array, f64: Float64Array };
type Kinds = { [Kind in keyof typeof KINDS]: InstanceType<(typeof KINDS)[Kind]> };
type Wanted = Readonly<Record<string, readonly [kind: keyof Kinds, length: number]>>;

const PAGE = 65_536;
/** A line of the cache, so that no record straddles two. */
const LINE = 64;

/**
 * Arrays of the kernel's memory, by name, each at a multiple of 64 bytes; `array.byteOffset` is what the kernel is
 * given. Once for a kernel: the memory grows first, which would detach earlier arrays. All are zero.
 * @throws RangeError when the memory cannot grow that far (4 GiB).
 */
export function layOut<const W extends Wanted>(
  { memory, heapBase }: KernelExports,
  wanted: W,
): { readonly [Name in keyof W]: Kinds[W[Name][0]] } {
  let at = heapBase();
  const places = Object.entries(wanted).map(([name, [kind, length]]) => {
    const place = Math.ceil(at / LINE) * LINE;
    at = place + KINDS[kind].BYTES_PER_ELEMENT * length;
    return { name, kind, place, length };
  });
  const missing = Math.ceil((at - memory.buffer.byteLength) / PAGE);
  if (missing > 0) memory.grow(missing);
  return Object.fromEntries(
    places.map(({ name, kind, place, length }) => [name, new KINDS[kind](memory.buffer, place, length)]),
  ) as { readonly [Name in keyof W]: Kinds[W[Name][0]] };
}
