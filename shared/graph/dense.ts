/**
 * Solves `a x = b` by elimination with partial pivoting; `a` is k x k, row by row, and is destroyed; `b` becomes x.
 * False when the matrix is singular to working precision, and then `b` means nothing. O(k^3).
 */
export function solveDense(a: Float64Array, b: Float64Array): boolean {
  const k = b.length;
  for (let c = 0; c < k; c++) {
    let pivot = c;
    for (let r = c + 1; r < k; r++) {
      if (Math.abs(a[r * k + c] as number) > Math.abs(a[pivot * k + c] as number)) pivot = r;
    }
    const size = Math.abs(a[pivot * k + c] as number);
    if (!(size > 1e-12)) return false;
    if (pivot !== c) {
      for (let j = c; j < k; j++) {
        const kept = a[c * k + j] as number;
        a[c * k + j] = a[pivot * k + j] as number;
        a[pivot * k + j] = kept;
      }
      const kept = b[c] as number;
      b[c] = b[pivot] as number;
      b[pivot] = kept;
    }
    const top = a[c * k + c] as number;
    for (let r = c + 1; r < k; r++) {
      const factor = (a[r * k + c] as number) / top;
      if (factor === 0) continue;
      for (let j = c + 1; j < k; j++) {
        a[r * k + j] = (a[r * k + j] as number) - factor * (a[c * k + j] as number);
      }
      b[r] = (b[r] as number) - factor * (b[c] as number);
    }
  }
  for (let r = k - 1; r >= 0; r--) {
    let sum = b[r] as number;
    for (let j = r + 1; j < k; j++) sum -= (a[r * k + j] as number) * (b[j] as number);
    b[r] = sum / (a[r * k + r] as number);
  }
  return true;
}
