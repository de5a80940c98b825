/** Rows a statement at most: PostgreSQL takes 65,535 parameters, and a row has up to 30. */
const SLICE = 1_000;

/** 分批写入 · Inserts any number of rows, a thousand a statement, all sent at once. @article none — technical */
export async function inSlices<T>(rows: readonly T[], insert: (slice: T[]) => Promise<unknown>): Promise<void> {
  const slices = Array.from({ length: Math.ceil(rows.length / SLICE) }, (_, n) =>
    rows.slice(n * SLICE, (n + 1) * SLICE),
  );
  await Promise.all(slices.map(insert));
}
