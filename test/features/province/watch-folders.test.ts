import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { watchFolders } from '../../../src/features/province/index.js';

describe('watchFolders', () => {
  it('calls once for several strokes on one file, and not again after its end', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'holdline-watch-'));
    let calls = 0;
    const end = watchFolders([folder], () => {
      calls += 1;
    });
    try {
      for (const text of ['a', 'b', 'c']) writeFileSync(join(folder, 'index.ts'), text);
      await expect.poll(() => calls, { timeout: 5_000 }).toBe(1);
      await wait(300);
      expect(calls).toBe(1);
      end();
      writeFileSync(join(folder, 'index.ts'), 'd');
      await wait(400);
      expect(calls).toBe(1);
    } finally {
      end();
      rmSync(folder, { recursive: true });
    }
  });
});
