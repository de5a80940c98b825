/** 计数月 · One month of a count: how many, out of what (1 where nothing is shared out). @article 2.3 */
export interface CountMonth {
  readonly count: number;
  readonly exposure: number;
}

/** 计数检验 · What the last months are held against. @article 2.3 */
export interface PoissonDetection {
  readonly departs: boolean;
  /** Of how many months the count was that departs, or was looked at last: 1 or 2. */
  readonly months: number;
  readonly count: number;
  readonly expected: number;
  /** The least count that departs. */
  readonly limit: number;
  /** Chance that a region in which nothing changed passes the limit in one month. */
  readonly falseAlarmRate: number;
}

/** Both looks together; see docs/guides/regional-risk for what it comes to on generated histories. */
export const POISSON_FALSE_ALARM_RATE = 0.002;
const LOOKS = [1, 2] as const;
/** A rise of less is the season's, however many households it is made of. */
export const POISSON_LEAST_RATIO = 1.4;

/**
 * 泊松控制限 · Whether the last month, or the last two together, count more than a region's own past lets expect.
 *
 * The rate of the past is not known but estimated, so that a short past is less sure of itself: with a Gamma prior of Jeffreys the
 * next count is negative binomial, and the limit is the least count whose upper tail is at most the false-alarm rate. Two looks, the
 * last month for a jump and the last two for a rise that is less steep, share the rate. A rise of less than two fifths is left to the
 * season.
 *
 * @param months  oldest first, the month that is judged last; at least 3
 * @article 2.3
 */
export function detectPoisson(months: readonly CountMonth[]): PoissonDetection {
  const share = POISSON_FALSE_ALARM_RATE / LOOKS.length;
  const looks = LOOKS.map((last) => look(months, last, share));
  return looks.find(({ departs }) => departs) ?? looks[0]!;
}

function look(months: readonly CountMonth[], last: number, rate: number): PoissonDetection {
  const past = months.slice(0, -last);
  const recent = months.slice(-last);
  const shape = sum(past.map(({ count }) => count)) + 0.5;
  const seen = sum(past.map(({ exposure }) => exposure));
  const exposure = sum(recent.map((month) => month.exposure));
  const count = sum(recent.map((month) => month.count));
  const limit = upperLimit(shape, exposure / (seen + exposure), rate);
  const expected = (shape / seen) * exposure;
  return {
    departs: count >= limit && count >= POISSON_LEAST_RATIO * expected,
    months: last,
    count,
    expected,
    limit,
    falseAlarmRate: POISSON_FALSE_ALARM_RATE,
  };
}

/**
 * 上限 · The least count whose upper tail under a negative binomial is at most `rate`.
 *
 * @param shape  of the Gamma that the rate follows
 * @param share  of the exposure that is new, between 0 and 1
 * @article 2.3
 */
export function upperLimit(shape: number, share: number, rate: number): number {
  let log = shape * Math.log1p(-share);
  let below = 0;
  for (let count = 0; ; count += 1) {
    below += Math.exp(log);
    if (1 - below <= rate) return count + 1;
    log += Math.log(((shape + count) / (count + 1)) * share);
    // What is left of the tail is less than what numbers of this kind can tell apart.
    if (count > 10 * shape * share + 1_000 && Math.exp(log) < 1e-12) return count + 1;
  }
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
