/**
 * t分布上尾概率 · Chance that a t-distributed number exceeds `value`, by the finite sums for whole degrees of freedom.
 *
 * @param degrees  whole, at least 1
 * @article none — statistics
 * @example tTail(2.228, 10) // 0.025
 */
export function tTail(value: number, degrees: number): number {
  const angle = Math.atan(value / Math.sqrt(degrees));
  const cosine = Math.cos(angle);
  const odd = degrees % 2 === 1;
  let term = odd ? cosine : 1;
  let sum = degrees === 1 ? 0 : term;
  for (let step = odd ? 2 : 1; step < degrees - 2; step += 2) {
    term *= (step / (step + 1)) * cosine ** 2;
    sum += term;
  }
  const both = odd ? (2 / Math.PI) * (angle + Math.sin(angle) * sum) : Math.sin(angle) * sum;
  return (1 - both) / 2;
}

/** Beyond it no width is looked for: with one degree of freedom a chance of 0.0003. */
const WIDEST = 1_000;
const HALVINGS = 60;

/**
 * t分布分位数 · The number that a t-distributed one exceeds with a given chance.
 *
 * @param chance  0.0005 to 0.5
 * @article none — statistics
 * @example tWidth(0.025, 10) // 2.228
 */
export function tWidth(chance: number, degrees: number): number {
  let [low, high] = [0, WIDEST];
  for (let halving = 0; halving < HALVINGS; halving += 1) {
    const middle = (low + high) / 2;
    if (tTail(middle, degrees) > chance) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
