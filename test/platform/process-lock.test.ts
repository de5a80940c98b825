import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { takeProcessLock } from '../../src/platform/process-lock.js';

const folder = mkdtempSync(join(tmpdir(), 'holdline-lock-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('takeProcessLock', () => {
  it('is had by one, and by the next after it was released', () => {
    const path = join(folder, 'one');
    const first = takeProcessLock(path);
    expect(first.taken).toBe(true);
    expect(takeProcessLock(path)).toEqual({ taken: false, holder: process.pid });
    if (first.taken) first.release();
    expect(existsSync(path)).toBe(false);
    expect(takeProcessLock(path).taken).toBe(true);
  });

  it('is taken over from a process that is gone, and from one that wrote nothing', () => {
    for (const text of ['999999', '']) {
      const path = join(folder, `gone-${text}`);
      writeFileSync(path, text);
      expect(takeProcessLock(path).taken).toBe(true);
    }
  });
});
