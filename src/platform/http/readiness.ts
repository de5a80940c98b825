/** 就绪检查 · Whether the server can serve; how it finds out is its own affair. @article none — technical */
export interface Health {
  /** May take long and may throw: both count as no. */
  ready(): Promise<boolean>;
  /** What an operator wants to know beside, without personal data; nothing where it is left out. */
  detail?(): Readonly<Record<string, unknown>>;
}

const KEPT_MS = 1000;
const PATIENCE_MS = 1000;

/**
 * 就绪 · Asks at most once a second, however often it is asked, and says no after a second without an answer: a probe must
 * not become load, nor hang where the database does.
 *
 * @article none — technical
 */
export function createReadiness(health: Health): () => Promise<boolean> {
  let last: { readonly at: number; readonly ready: Promise<boolean> } | null = null;
  return () => {
    if (last === null || performance.now() - last.at >= KEPT_MS) last = { at: performance.now(), ready: ask(health) };
    return last.ready;
  };
}

async function ask(health: Health): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(resolve, PATIENCE_MS, false);
  });
  try {
    return await Promise.race([health.ready(), late]);
  } catch {
    return false;
  } finally {
    clearTimeout(timer);
  }
}
